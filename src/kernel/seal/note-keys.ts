import {
  type Note,
  type Primitives,
  type VerifierKey,
  concat,
  isSignedBy,
  signatureTypes,
  utf8
} from '../tlog/index.ts'

/** Whether a note bears the signature of a key. */
export type KeyVerdict = 'signed' | 'absent' | 'wrong'

/**
 * What a key signs of a note's text: Ed25519 the text itself, as notes do; ML-DSA-44
 * `<domain>/ml-dsa-44\n` and the text.
 */
export function messageIn(domain: string, { type }: VerifierKey, text: string): Uint8Array {
  const bytes = utf8(text)
  if (type !== signatureTypes.postQuantum) return bytes
  return concat(utf8(`${domain}/ml-dsa-44\n`), bytes)
}

/** Looks for the signature of one key on a note. */
export function judgeKeyIn(
  domain: string,
  { note, key }: { readonly note: Note; readonly key: VerifierKey },
  primitives: Primitives
): KeyVerdict {
  const line = note.signatures.find((signature) => isSignedBy(signature, key))
  if (line === undefined) return 'absent'
  const message = messageIn(domain, key, note.text)
  const holds =
    key.type === signatureTypes.postQuantum
      ? primitives.mldsa44Verify(line.signature, message, key.publicKey)
      : primitives.ed25519Verify(line.signature, message, key.publicKey)
  return holds ? 'signed' : 'wrong'
}
