import {
  type NoteSignature,
  type Primitives,
  type SigningKey,
  type VerifierKey,
  formatSignatureLine,
  isSignedBy,
  parseSignatureLines,
  parseVerifierKey,
  portablePrimitives,
  signatureTypes,
  utf8
} from '../tlog/index.ts'
import { type DirectoryEntry, type UnsignedEntry, entryText, postQuantumText } from './entry.ts'

/** Who signs: every key of the entry itself, and for `rotated` and `closed` those of before. */
export interface EntrySigners {
  readonly own: readonly SigningKey[]
  readonly before?: readonly SigningKey[]
}

/** The entry, signed by its own keys and, where given, by those of before. */
export function signEntry(unsigned: UnsignedEntry, by: EntrySigners): DirectoryEntry {
  const { v, owner, sequence, at, recipient, keys, reason, previous } = unsigned
  const clean: UnsignedEntry = { v, owner, sequence, at, recipient, keys, reason, previous }
  const text = entryText(clean)
  const signatures = [...by.own, ...(by.before ?? [])].map((signer) => {
    const { name, id } = signer.key
    return formatSignatureLine({ name, id, signature: signer.sign(messageOf(signer.key, text)) })
  })
  return { ...clean, signatures: signatures.map((line) => line.trimEnd()) }
}

function messageOf({ type }: VerifierKey, text: string): Uint8Array {
  return utf8(type === signatureTypes.postQuantum ? postQuantumText(text) : text)
}

/**
 * Whether an entry bears a true signature of each of these keys and no other line. One key of Ed25519
 * must be among them.
 * @param keys - As text; a key that stands twice signs once.
 */
export function isSignedByAll(
  entry: DirectoryEntry,
  keys: readonly string[],
  primitives: Primitives = portablePrimitives
): boolean {
  const wanted = [...new Set(keys)].map((key) => parseVerifierKey(key, primitives))
  const known = wanted.flatMap((key) => (key.ok ? [key.value] : []))
  if (known.length !== wanted.length || !known.some(({ type }) => type === 1)) return false
  const lines = parseSignatureLines(entry.signatures.map((line) => `${line}\n`).join(''))
  if (!lines.ok || lines.value.length !== known.length) return false
  const text = entryText(entry)
  return known.every((key) => {
    const line = lines.value.find((signature) => isSignedBy(signature, key))
    return line !== undefined && holds(line, { key, text, primitives })
  })
}

function holds(
  { signature }: NoteSignature,
  { key, text, primitives }: { key: VerifierKey; text: string; primitives: Primitives }
): boolean {
  const message = messageOf(key, text)
  if (key.type === signatureTypes.note) {
    return primitives.ed25519Verify(signature, message, key.publicKey)
  }
  const isPostQuantum = key.type === signatureTypes.postQuantum
  return isPostQuantum && primitives.mldsa44Verify(signature, message, key.publicKey)
}
