import {
  type ByteReader,
  type Primitives,
  type Result,
  byteReader,
  failed,
  fromUtf8,
  sameBytes,
  toBase64,
  value
} from '../tlog/index.ts'
import { letterMagic, letterNoteBytesMax } from './content.ts'
import {
  type Attachment,
  type Letter,
  type LetterHeader,
  letterHeaderSchema,
  letterLimits
} from './letter.ts'
import { paddedLength } from './padding.ts'

/** Why bytes are no letter of ours. */
export type ContentFault =
  | 'not-a-letter'
  | 'letter-too-large'
  | 'letter-truncated'
  | 'letter-header-invalid'
  | 'letter-part-altered'
  | 'letter-body-not-utf-8'
  | 'letter-padding-invalid'

/** What was sealed, read again; the note is not judged yet. */
export interface UnwrappedLetter extends Letter {
  /** The signed note; empty where nobody signed. */
  readonly note: string
  readonly contentHash: Uint8Array
}

/** Reads what was sealed, strictly: every byte is accounted for. */
export function unwrapContent(
  plain: Uint8Array,
  primitives: Primitives
): Result<UnwrappedLetter, ContentFault> {
  const head = headOf(plain)
  if (!head.ok) return head
  const { note, header, from, reader } = head.value
  const parts = partsOf(header, reader, primitives)
  if (!parts.ok) return parts
  const padding = reader.rest()
  const end = plain.length - padding.length
  if (plain.length !== paddedLength(end) || !isZero(padding)) {
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
  const start = reader.take(letterMagic.length)
  if (start === null || !sameBytes(start, letterMagic)) return failed('not-a-letter')
  const noteBytes = takeSized(reader)
  const headerBytes = noteBytes && takeSized(reader)
  if (noteBytes === null || headerBytes === null) return failed('letter-truncated')
  const note = noteBytes.length > letterNoteBytesMax ? null : fromUtf8(noteBytes)
  const header = parseHeader(headerBytes)
  if (note === null || header === null) return failed('letter-header-invalid')
  return value({ note, header, from: letterMagic.length + 4 + noteBytes.length, reader })
}

/** A part that its length stands before. */
function takeSized(reader: ByteReader): Uint8Array | null {
  const length = reader.number(4)
  return length === null ? null : reader.take(length)
}

/** The header of a letter, or `null` for bytes that are none. */
export function parseHeader(bytes: Uint8Array): LetterHeader | null {
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

/** Whether all bytes are zero; a loop, since there may be millions. */
export function isZero(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0) return false
  return true
}
