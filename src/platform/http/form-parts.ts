import type { Multipart } from '@fastify/multipart'
import type { FastifyRequest as Request } from './request.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** A form with files whose first part has been read; `null` for every other body. */
    openForm: OpenForm | null
  }
}

/** A form with files on its way: its token came first, what follows is still to be read. */
interface OpenForm {
  readonly token: string | undefined
  readonly parts: AsyncGenerator<Multipart>
}

/**
 * Above what any card allows for a document (100 MB), so that the document's own limit says no, and a
 * larger file is never cut to a smaller one that looks whole.
 */
const fileBytesMax = 101 * 1024 * 1024

/**
 * Reads the first part of a form with files, which is its token: an address would carry it into
 * histories and logs. The files behind it are not read before the token has been checked.
 */
export async function openForm(
  request: Request,
  limits: { readonly fileBytesMax?: number | undefined } = {}
): Promise<void> {
  if (!request.isMultipart()) return
  const fileSize = limits.fileBytesMax ?? fileBytesMax
  const parts = readable(request.parts({ limits: { fileSize } }))
  const read = await parts.next()
  const first = read.done === true ? undefined : read.value
  const isToken = first?.type === 'field' && first.fieldname === '_csrf'
  request.openForm = {
    token: isToken ? String(first.value) : undefined,
    parts: isToken || first === undefined ? parts : withFirst(first, parts)
  }
}

/** The parts of a form with files, in the order in which they stand in it, as they stream by. */
export function partsOf(request: Request): AsyncGenerator<Multipart> {
  if (request.openForm === null) throw new Error('this is no form with files')
  return request.openForm.parts
}

/** Lets the rest of a form go that nobody will read: the next request waits behind it. */
export function drainForm(request: Request): void {
  if (request.openForm === null || request.raw.readableEnded) return
  request.raw.unpipe()
  request.raw.resume()
}

async function* readable(parts: AsyncIterable<Multipart>): AsyncGenerator<Multipart> {
  try {
    yield* parts
  } catch (cause) {
    if (cause instanceof Error && 'statusCode' in cause) throw cause
    // The caller's mistake, not ours: a body that is no form, whatever its header says.
    throw Object.assign(new Error('the form cannot be read', { cause }), { statusCode: 400 })
  }
}

async function* withFirst(
  first: Multipart,
  rest: AsyncGenerator<Multipart>
): AsyncGenerator<Multipart> {
  yield first
  yield* rest
}
