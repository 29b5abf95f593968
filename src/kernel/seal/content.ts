import {
  type ByteReader,
  type Primitives,
  type Result,
  byteReader,
  concat,
  failed,
  fromUtf8,
  portablePrimitives,
  sameBytes,
  toBase64,
  u32,
  utf8,
  value
} from '../tlog/index.ts'
import {
  type Attachment,
  type Letter,
  type LetterDraft,
  type LetterHeader,
  letterHeaderSchema,
  letterLimits
} from './letter.ts'
import { paddedLength } from './padding.ts'

const magic = utf8('peyman-letter/1\n')

/** Why bytes are no letter of ours. */
export type ContentFault =
  | 'not-a-letter'
  | 'letter-too-large'
  | 'letter-truncated'
  | 'letter-header-invalid'
  | 'letter-part-altered'
  | 'letter-body-not-utf-8'
  | 'letter-padding-invalid'

/** A letter as bytes, before its sender signs and it is sealed. */
export interface LetterContent {
  readonly header: LetterHeader
  /** Header, body and attachments, as they are hashed. */
  readonly bytes: Uint8Array
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
  primitives: Primitives = portablePrimitives
): Result<LetterContent, 'letter-header-invalid' | 'letter-too-large'> {
  const body = utf8(draft.body)
  const hashOf = (bytes: Uint8Array) => toBase64(primitives.sha256(bytes))
  const parsed = letterHeaderSchema.safeParse({
    v: 1,
    letter: draft.letter,
    sender: draft.sender,
    keys: of.keys,
    subject: draft.subject,
    sentAt: draft.sentAt,
    case: draft.case,
    body: { type: 'text/markdown', bytes: body.length, sha256: hashOf(body) },
    attachments: draft.attachments.map(({ name, type, content }) => ({
      name,
      type,
      bytes: content.length,
      sha256: hashOf(content)
    })),
    token: toBase64(of.token)
  })
  if (!parsed.success) return failed('letter-header-invalid')
  const header = utf8(JSON.stringify(parsed.data))
  const parts = [u32(header.length), header, body, ...draft.attachments.map((each) => each.content)]
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  if (header.length > letterLimits.headerBytes || length > letterLimits.letterBytes) {
    return failed('letter-too-large')
  }
  const bytes = concat(...parts)
  return value({ header: parsed.data, bytes, hash: primitives.sha256(bytes) })
}

/** What is sealed: `magic | u32 length | note | content | zeroes` up to the padded length. */
export function wrapContent(note: string, { bytes }: LetterContent): Uint8Array {
  const signed = utf8(note)
  const length = magic.length + 4 + signed.length + bytes.length
  const zeroes = new Uint8Array(paddedLength(length) - length)
  return concat(magic, u32(signed.length), signed, bytes, zeroes)
}

/** What was sealed, read again; the note is not judged yet. */
export interface UnwrappedLetter extends Letter {
  /** The signed note; empty where nobody signed. */
  readonly note: string
  readonly contentHash: Uint8Array
}

/** Reads what was sealed, strictly: every byte is accounted for. */
export function unwrapContent(
  plain: Uint8Array,
  primitives: Primitives = portablePrimitives
): Result<UnwrappedLetter, ContentFault> {
  const head = headOf(plain)
  if (!head.ok) return head
  const { note, header, from, reader } = head.value
  const parts = partsOf(header, reader, primitives)
  if (!parts.ok) return parts
  const padding = reader.rest()
  const end = plain.length - padding.length
  if (plain.length !== paddedLength(end) || padding.some((byte) => byte !== 0)) {
    return failed('letter-padding-invalid')
  }
  const contentHash = primitives.sha256(plain.subarray(from, end))
  return value({ header, ...parts.value, note, contentHash })
}

interface LetterHead {
  readonly note: string
  readonly header: LetterHeader
  /** Where the content begins. */
  readonly from: number
  /** Stands behind the header. */
  readonly reader: ByteReader
}

function headOf(plain: Uint8Array): Result<LetterHead, ContentFault> {
  const reader = byteReader(plain)
  const start = reader.take(magic.length)
  if (start === null || !sameBytes(start, magic)) return failed('not-a-letter')
  const noteBytes = takeSized(reader)
  const headerBytes = noteBytes && takeSized(reader)
  if (noteBytes === null || headerBytes === null) return failed('letter-truncated')
  const note = fromUtf8(noteBytes)
  const header = headerOf(headerBytes)
  if (note === null || header === null) return failed('letter-header-invalid')
  return value({ note, header, from: magic.length + 4 + noteBytes.length, reader })
}

/** A part that its length stands before. */
function takeSized(reader: ByteReader): Uint8Array | null {
  const length = reader.number(4)
  return length === null ? null : reader.take(length)
}

function headerOf(bytes: Uint8Array): LetterHeader | null {
  const text = bytes.length > letterLimits.headerBytes ? null : fromUtf8(bytes)
  try {
    const parsed = text === null ? null : letterHeaderSchema.safeParse(JSON.parse(text))
    return parsed?.data ?? null
  } catch {
    return null
  }
}

function partsOf(
  { body, attachments }: LetterHeader,
  reader: ByteReader,
  primitives: Primitives
): Result<Pick<Letter, 'body' | 'attachments'>, ContentFault> {
  const taken = [body, ...attachments].map((part) => ({
    ...part,
    content: reader.take(part.bytes)
  }))
  const found: Uint8Array[] = []
  for (const { content, sha256 } of taken) {
    if (content === null) return failed('letter-truncated')
    if (toBase64(primitives.sha256(content)) !== sha256) return failed('letter-part-altered')
    found.push(content)
  }
  const [bodyBytes = new Uint8Array(), ...files] = found
  const text = fromUtf8(bodyBytes)
  if (text === null) return failed('letter-body-not-utf-8')
  const named = attachments.map(({ name, type }, i): Attachment => {
    return { name, type, content: files[i] ?? new Uint8Array() }
  })
  return value({ body: text, attachments: named })
}
