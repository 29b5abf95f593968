import * as z from 'zod/mini'
import { refuseHostileText } from '../persian/index.ts'

/** How large a letter may be; what is larger is refused before and after sealing. */
export const letterLimits = {
  headerBytes: 262_144,
  /** Header, body and attachments together. */
  letterBytes: 67_108_864,
  attachments: 100
} as const

const hash = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/))
const byteCount = z.int().check(z.nonnegative(), z.maximum(letterLimits.letterBytes))
const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))
const line = z.string().check(
  z.maxLength(500),
  z.refine((text) => !/[\t\n\r]/.test(text) && refuseHostileText(text) === null)
)
// A name is shown and may become a file: no path, nothing that hides or turns what is read.
const fileName = line.check(
  z.minLength(1),
  z.maxLength(200),
  z.refine((name) => !/[/\\]/.test(name) && !/^\.+$/.test(name))
)

/** Whether a letter may have this subject. */
export function isSubject(text: string): boolean {
  return line.safeParse(text).success
}

/** Whether an attachment may be called so in a letter. */
export function isAttachmentName(text: string): boolean {
  return fileName.safeParse(text).success
}

/** First part of a letter's content: everything but the texts themselves. */
export const letterHeaderSchema = z.strictObject({
  v: z.literal(1),
  /** UUID of the letter; signed, so that one letter cannot be sent as another. */
  letter: z.uuid(),
  /** The body and unit that say they wrote it; shown only where a key of theirs signed. */
  sender: z.nullable(z.strictObject({ authority: id, unit: z.nullable(id) })),
  /** Key ids of the signatures, hexadecimal. */
  keys: z.array(z.string().check(z.regex(/^[0-9a-f]{8}$/))).check(z.maxLength(8)),
  subject: line,
  sentAt: z.iso.datetime({ offset: true }),
  case: z.nullable(z.string().check(z.maxLength(100))),
  body: z.strictObject({ type: z.literal('text/markdown'), bytes: byteCount, sha256: hash }),
  attachments: z
    .array(
      z.strictObject({
        name: fileName,
        type: z.string().check(z.regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/i)),
        bytes: byteCount,
        sha256: hash
      })
    )
    .check(z.maxLength(letterLimits.attachments)),
  /** 32 random bytes that only who opens the letter learns: showing them proves that it was opened. */
  token: hash
})

/** See {@link letterHeaderSchema}. */
export type LetterHeader = z.infer<typeof letterHeaderSchema>

/** A file that goes with a letter. */
export interface Attachment {
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly content: Uint8Array
}

/** A letter before it is sealed. */
export interface LetterDraft {
  readonly letter: string
  readonly sender: LetterHeader['sender']
  readonly subject: string
  /** RFC 3339. */
  readonly sentAt: string
  readonly case: string | null
  /** Markdown. */
  readonly body: string
  readonly attachments: readonly Attachment[]
}

/** A letter as its recipient has it. Who wrote it is said by `judgeSender`, and by nothing in here. */
export interface Letter {
  readonly header: LetterHeader
  /** Markdown, of whoever wrote it: to be shown by a safe subset only. */
  readonly body: string
  readonly attachments: readonly Attachment[]
}
