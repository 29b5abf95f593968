import { type FieldProblem, InvalidInputError } from '../../../platform/errors.ts'
import type { FastifyRequest } from '../../../platform/http/request.ts'
import { reportFormMessages } from '../messages-form.ts'
import type { SentReport } from '../read-report-form.ts'
import type { Photo } from '../report.ts'
import { photoBytesMax, takePhoto } from '../take-photo.ts'

/** A form of a report as it came. */
export interface SentForm {
  readonly sent: SentReport
  readonly proof: string | undefined
  readonly token: string | undefined
  readonly photo: Photo | null
  /** What is wrong with its photo. */
  readonly problems: readonly FieldProblem[]
}

// More than the form has: what is beyond is no form of ours, and is refused as too large.
const reading = {
  limits: { fileSize: photoBytesMax + 1, files: 3, fields: 30, fieldSize: 40_000, parts: 33 },
  // A photo that is too large is a problem of its field, not of the request.
  throwFileSizeLimit: false
}

/** Reads a form, with or without a file. */
export async function readSent(request: FastifyRequest): Promise<SentForm> {
  const came = { texts: new Map<string, string>(), photos: [], problems: [] } as Came
  if (request.isMultipart()) {
    await readParts(request, came).catch((cause: unknown) => {
      // What was not read would hold up the next request of this connection.
      request.raw.unpipe()
      request.raw.resume()
      if (cause instanceof Error && 'statusCode' in cause) throw cause
      throw Object.assign(new Error('the form cannot be read', { cause }), { statusCode: 400 })
    })
  } else {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
    for (const [name, value] of Object.entries(body))
      if (typeof value === 'string') came.texts.set(name, value)
  }
  const { texts, photos, problems } = came
  if (photos.length > 1) {
    const text = reportFormMessages.entries.photoOne
    problems.push({ pointer: '/photo', code: 'photo/one', text })
  }
  return { ...named(texts), photo: photos[0] ?? null, problems }
}

interface Came {
  readonly texts: Map<string, string>
  readonly photos: (Photo | null)[]
  readonly problems: FieldProblem[]
}

async function readParts(
  request: FastifyRequest,
  { texts, photos, problems }: Came
): Promise<void> {
  for await (const part of request.parts(reading)) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') texts.set(part.fieldname, part.value)
    } else if (part.filename === '' || part.fieldname !== 'photo') part.file.resume()
    else photos.push(await photoOf(part.file, problems))
  }
}

function named(texts: ReadonlyMap<string, string>) {
  const text = (name: string) => {
    const found = texts.get(name)
    return found === undefined || found.trim() === '' ? undefined : found
  }
  return {
    sent: {
      kind: text('kind'),
      about: text('about'),
      choice: text('choice'),
      words: text('words'),
      date: text('date'),
      time: text('time'),
      place: text('place'),
      contact: text('contact')
    },
    proof: text('proof'),
    token: text('token')
  }
}

async function photoOf(
  file: AsyncIterable<Uint8Array>,
  problems: FieldProblem[]
): Promise<Photo | null> {
  const pieces: Uint8Array[] = []
  for await (const piece of file) pieces.push(piece)
  try {
    return takePhoto(Buffer.concat(pieces))
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    problems.push(...error.fields)
    return null
  }
}
