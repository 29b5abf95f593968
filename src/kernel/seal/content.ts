import { type Primitives, type Result, failed, toBase64, u32, utf8, value } from '../tlog/index.ts'
import {
  type Attachment,
  type LetterDraft,
  type LetterHeader,
  letterHeaderSchema,
  letterLimits
} from './letter.ts'
import { paddedLength } from './padding.ts'
import { portableSealPrimitives } from './portable-primitives.ts'
import type { SealPrimitives } from './seal-primitives.ts'

/** What every sealed letter begins with. */
export const letterMagic = utf8('peyman-letter/1\n')

/** Longest signed note of a letter, bytes: that of C2SP notes as we read them. */
export const letterNoteBytesMax = 262_144

/** Why a letter has no content that a reader would take. */
export type HeaderFault = 'letter-header-invalid' | 'letter-too-large'

/** An attachment as the header tells of it. */
export interface AttachmentFacts extends Pick<Attachment, 'name' | 'type'> {
  readonly bytes: number
  readonly sha256: Uint8Array
}

/** The first part of a letter's content. */
export interface ContentHead {
  readonly header: LetterHeader
  /** `u32 length | header | body`. */
  readonly parts: readonly Uint8Array[]
  /** Of the whole content, attachments too. */
  readonly length: number
}

/** A letter as bytes, before its sender signs and it is sealed. */
export interface LetterContent extends ContentHead {
  /** Head, body and attachments, one after the other, as they are hashed. */
  readonly parts: readonly Uint8Array[]
  readonly hash: Uint8Array
}

/**
 * The content of a letter: `u32 length | header | body | attachments`.
 * @returns The content, or why a reader would refuse it.
 * @see docs/specs/letter.md §2
 */
export function makeContent(
  draft: LetterDraft,
  of: { readonly keys: readonly string[]; readonly token: Uint8Array },
  primitives: SealPrimitives = portableSealPrimitives
): Result<LetterContent, HeaderFault> {
  const attachments = draft.attachments.map(({ name, type, content }): AttachmentFacts => {
    return { name, type, bytes: content.length, sha256: primitives.sha256(content) }
  })
  const head = makeHead({ ...draft, attachments }, of, primitives)
  if (!head.ok) return head
  const parts = [...head.value.parts, ...draft.attachments.map(({ content }) => content)]
  const running = primitives.runningHash()
  for (const part of parts) running.update(part)
  return value({ ...head.value, parts, hash: running.digest() })
}

/** The head of a letter whose attachments are known by length and hash alone. */
export function makeHead(
  draft: Omit<LetterDraft, 'attachments'> & { readonly attachments: readonly AttachmentFacts[] },
  of: { readonly keys: readonly string[]; readonly token: Uint8Array },
  primitives: Primitives
): Result<ContentHead, HeaderFault> {
  const body = utf8(draft.body)
  const parsed = letterHeaderSchema.safeParse({
    v: 1,
    letter: draft.letter,
    sender: draft.sender,
    keys: of.keys,
    subject: draft.subject,
    sentAt: draft.sentAt,
    case: draft.case,
    body: {
      type: 'text/markdown',
      bytes: body.length,
      sha256: toBase64(primitives.sha256(body))
    },
    attachments: draft.attachments.map(({ name, type, bytes, sha256 }) => {
      return { name, type, bytes, sha256: toBase64(sha256) }
    }),
    token: toBase64(of.token)
  })
  if (!parsed.success) return failed('letter-header-invalid')
  const header = utf8(JSON.stringify(parsed.data))
  const parts = [u32(header.length), header, body]
  const attached = draft.attachments.reduce((sum, { bytes }) => sum + bytes, 0)
  const length = 4 + header.length + body.length + attached
  if (header.length > letterLimits.headerBytes || length > letterLimits.letterBytes) {
    return failed('letter-too-large')
  }
  return value({ header: parsed.data, parts, length })
}

/** What stands before and behind the content when it is sealed. */
export interface Wrapping {
  /** `magic | u32 length | note`. */
  readonly before: readonly Uint8Array[]
  /** Zeroes up to the padded length. */
  readonly zeroes: Uint8Array
  /** Of the whole plain text. */
  readonly length: number
}

/** How content of a length is wrapped: `magic | u32 length | note | content | zeroes`. */
export function wrappingOf(note: string, contentBytes: number): Wrapping {
  const signed = utf8(note)
  const bytes = letterMagic.length + 4 + signed.length + contentBytes
  const length = paddedLength(bytes)
  const before = [letterMagic, u32(signed.length), signed]
  return { before, zeroes: new Uint8Array(length - bytes), length }
}
