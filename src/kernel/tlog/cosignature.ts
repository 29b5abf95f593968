import { byteReader, concat, latestSecond, u64, utf8 } from './bytes.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { NoteSignature } from './note.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import type { VerifierKey } from './vkey.ts'
import { signatureTypes } from './vkey.ts'

/** A signature on a checkpoint that was checked. */
export interface CheckedSignature {
  readonly key: VerifierKey
  /** POSIX seconds at which it was made; `null` where it states no time (a log's own signature). */
  readonly at: number | null
}

/** Why a signature by a known key is none. */
export type SignatureFault = 'signature-invalid' | 'signature-length' | 'signature-time-invalid'

/** What is signed: a checkpoint, and the time if the type of signature states one. */
export type SignedHead = Pick<Checkpoint, 'origin' | 'size' | 'root'> & {
  /** Text of the checkpoint's note. */
  readonly text: string
}

const signatureBytes = { 1: 64, 4: 8 + 64, 6: 8 + 2420 } as const

/**
 * The bytes that a signature covers: for type 0x01 the note text; for 0x04 `cosignature/v1`, the time
 * and the text; for 0x06 the `cosigned_message` of C2SP tlog-cosignature for the whole tree.
 */
export function signedMessage(
  key: Pick<VerifierKey, 'name' | 'type'>,
  head: SignedHead,
  at: number
): Uint8Array {
  const text = utf8(head.text)
  if (key.type === signatureTypes.note) return text
  if (key.type === signatureTypes.cosignature) {
    return concat(utf8(`cosignature/v1\ntime ${String(at)}\n`), text)
  }
  return concat(
    utf8('subtree/v1\n\0'),
    lengthPrefixed(key.name),
    u64(at),
    lengthPrefixed(head.origin),
    u64(0),
    u64(head.size),
    head.root
  )
}

function lengthPrefixed(text: string): Uint8Array {
  const bytes = utf8(text)
  return concat(Uint8Array.of(bytes.length), bytes)
}

/** Checks one signature line against the key that it names. Never throws. */
export function verifySignature(
  signed: { head: SignedHead; signature: NoteSignature; key: VerifierKey },
  primitives: Primitives = portablePrimitives
): Result<CheckedSignature, SignatureFault> {
  const { head, key } = signed
  const bytes = signed.signature.signature
  if (bytes.length !== signatureBytes[key.type]) return failed('signature-length')
  if (key.type === signatureTypes.note) {
    const right = primitives.ed25519Verify(bytes, signedMessage(key, head, 0), key.publicKey)
    return right ? value({ key, at: null }) : failed('signature-invalid')
  }
  // Names whose length does not fit the one byte it is written in cannot have been signed.
  if (utf8(key.name).length > 255 || utf8(head.origin).length > 255)
    return failed('signature-invalid')
  const at = byteReader(bytes).number(8)
  if (at === null || at > latestSecond) return failed('signature-time-invalid')
  const message = signedMessage(key, head, at)
  const right =
    key.type === signatureTypes.cosignature
      ? primitives.ed25519Verify(bytes.subarray(8), message, key.publicKey)
      : primitives.mldsa44Verify(bytes.subarray(8), message, key.publicKey)
  // Zero is how ML-DSA says that it speaks of no time; Ed25519 always speaks of one.
  if (!right) return failed('signature-invalid')
  return value({ key, at: at === 0 ? null : at })
}
