import { concat, fromBase64, readText, sameBytes, toBase64 } from './bytes.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import type { VerifierKey } from './vkey.ts'
import { isKeyName } from './vkey.ts'

/** Longest signed note that is read, bytes. Room for 64 post-quantum signatures. */
export const noteBytesMax = 262_144

/** Most signature lines that are read; the standard demands at least 16. */
export const noteSignaturesMax = 64

/** One signature line, not yet checked. */
export interface NoteSignature {
  readonly name: string
  /** Key id, 4 bytes. */
  readonly id: Uint8Array
  /** What follows the key id. */
  readonly signature: Uint8Array
}

/** A signed note as it was written; nothing in it is to be believed before a signature is checked. */
export interface Note {
  /** Text that is signed, with its final newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** Why bytes are no signed note. */
export type NoteFault =
  | 'too-large'
  | 'not-utf-8'
  | 'control-character'
  | 'note-form'
  | 'note-signature-form'
  | 'note-too-many-signatures'

const dash = '\u2014'

/** Reads a signed note strictly (C2SP signed-note). */
export function parseNote(input: Uint8Array | string): Result<Note, NoteFault> {
  const read = readText(input, noteBytesMax)
  if (!read.ok) return read
  const whole = read.value
  if (hasControlCharacter(whole)) return failed('control-character')
  const gap = whole.lastIndexOf('\n\n')
  if (gap <= 0 || !whole.endsWith('\n')) return failed('note-form')
  const signatures = parseSignatureLines(whole.slice(gap + 2))
  return signatures.ok
    ? value({ text: whole.slice(0, gap + 1), signatures: signatures.value })
    : signatures
}

/** Reads signature lines alone, each ending in a newline, as a witness answers with. */
export function parseSignatureLines(
  text: string
): Result<NoteSignature[], 'note-form' | 'note-signature-form' | 'note-too-many-signatures'> {
  if (text === '' || !text.endsWith('\n')) return failed('note-form')
  const lines = text.slice(0, -1).split('\n', noteSignaturesMax + 1)
  if (lines.length > noteSignaturesMax) return failed('note-too-many-signatures')
  const signatures = lines.map(parseSignatureLine)
  if (signatures.some((line) => line === null)) return failed('note-signature-form')
  return value(signatures.filter((line) => line !== null))
}

function parseSignatureLine(line: string): NoteSignature | null {
  const [mark, name, encoded, ...more] = line.split(' ')
  if (mark !== dash || name === undefined || encoded === undefined || more.length > 0) return null
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || bytes === null || bytes.length < 5) return null
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) }
}

/** A signature line with its newline: em dash, name, base64 of key id and signature. */
export function formatSignatureLine({ name, id, signature }: NoteSignature): string {
  return `${dash} ${name} ${toBase64(concat(id, signature))}\n`
}

/** A signed note: the text, an empty line, the signature lines. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignatureLine).join('')}`
}

/** Whether a signature line names this key: both the name and the key id. */
export function isSignedBy(signature: NoteSignature, key: VerifierKey): boolean {
  return signature.name === key.name && sameBytes(signature.id, key.id)
}

/** Whether a text holds an ASCII control character other than newline. */
export function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 && code !== 0x0a) return true
  }
  return false
}
