import { type Hash, createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { z } from 'zod'
import { type GivenAttachment, type OutgoingLetter, inlineBytesMax } from '../sdk/index.ts'

/** A letter file is not one; the message says what would be right. */
export class LetterFileError extends Error {
  override readonly name = 'LetterFileError'
  readonly code = 'agent/letter-file'
}

const instant = z.iso.datetime({ offset: true }).transform((text) => Temporal.Instant.from(text))

const to = z.union([
  z.strictObject({
    identifier: z.strictObject({
      kind: z.enum(['national-id', 'legal-id', 'foreigner-code']),
      value: z.string().min(1).max(40)
    })
  }),
  z.strictObject({ mailbox: z.uuid() }),
  z.strictObject({ authority: z.string(), unit: z.string() }),
  z.strictObject({ person: z.uuid() })
])

/** A letter as another system leaves it for the agent. */
export const letterFileSchema = z.strictObject({
  to,
  subject: z.string(),
  body: z.string().optional(),
  /** Or the name of a file beside this one. */
  bodyFile: z.string().optional(),
  attachments: z
    .array(z.strictObject({ file: z.string(), name: z.string().optional(), type: z.string() }))
    .default([]),
  case: z.uuid().optional(),
  lane: z.enum(['crisis', 'single', 'bulk']).default('bulk'),
  inReplyTo: z.uuid().optional(),
  publishAt: instant.optional(),
  effectiveAt: instant.optional(),
  expiresAt: instant.optional(),
  /** A second person of the unit is to approve it. */
  approval: z.boolean().optional()
})

/** A letter that was read, with a mark of all that it is made of. */
export interface ReadLetter {
  readonly letter: OutgoingLetter
  /** SHA-256 of the letter file and of what it names, hexadecimal. */
  readonly mark: string
  /** Its attachments are read from the disk while it is sealed, and never held. */
  readonly isLarge: boolean
}

/**
 * Reads a letter file and the files that it names, which lie in the same folder.
 * @throws {LetterFileError}
 */
export async function readLetterFile(folder: string, text: string): Promise<ReadLetter> {
  const { bodyFile, attachments: named, ...rest } = parsed(text)
  const body =
    bodyFile === undefined ? rest.body : withoutMark(String(await bytesOf(folder, bodyFile)))
  if (body === undefined) throw new LetterFileError('a letter needs "body" or "bodyFile"')
  const hash = createHash('sha256').update(text).update('\n').update(body)
  const files = await Promise.all(named.map((each) => fileOf(folder, each)))
  const isLarge = files.reduce((sum, { bytes }) => sum + bytes, 0) > inlineBytesMax
  const attachments: GivenAttachment[] = []
  for (const { name, type, path } of files) {
    attachments.push(isLarge ? { name, type, path } : await held({ name, type, path }))
    await readable(path, () => mark(hash, path))
  }
  return { letter: { ...rest, body, attachments }, mark: hash.digest('hex'), isLarge }
}

interface NamedFile {
  readonly name: string
  readonly type: string
  readonly path: string
}

async function fileOf(
  folder: string,
  {
    file,
    name,
    type
  }: { readonly file: string; readonly name?: string | undefined; readonly type: string }
): Promise<NamedFile & { readonly bytes: number }> {
  const path = await inFolder(folder, file)
  const { size: bytes } = await readable(path, () => stat(path))
  return { name: name ?? basename(file), type, path, bytes }
}

async function held({ name, type, path }: NamedFile): Promise<GivenAttachment> {
  const content = new Uint8Array(await readable(path, () => readFile(path)))
  return { name, type, content }
}

async function mark(hash: Hash, path: string): Promise<void> {
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece)
}

function parsed(text: string): z.output<typeof letterFileSchema> {
  let json: unknown
  try {
    json = JSON.parse(withoutMark(text))
  } catch (cause) {
    throw new LetterFileError('it is not JSON', { cause })
  }
  const result = letterFileSchema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.join('.') ?? ''
  const what = issue?.message ?? 'is not right'
  throw new LetterFileError(where === '' ? what : `${where}: ${what}`)
}

/** Programs of Windows begin a text with a mark of its order of bytes, which is none of the text. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

async function bytesOf(folder: string, name: string): Promise<Buffer> {
  const path = await inFolder(folder, name)
  return readable(name, () => readFile(path))
}

/** A letter names files of its own folder, and nothing else that the agent could read. */
function inFolder(folder: string, name: string): Promise<string> {
  return readable(name, async () => {
    const file = await realpath(join(folder, name))
    if (!file.startsWith((await realpath(folder)) + sep)) throw new Error('is in another folder')
    return file
  })
}

async function readable<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : ''
    throw new LetterFileError(`${basename(name)} cannot be read: ${reason}`, { cause })
  }
}
