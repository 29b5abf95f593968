import { concat, fromBase64, toBase64, toHex, utf8 } from './bytes.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'

/** Signature types of C2SP signed-note and tlog-cosignature that this kernel speaks. */
export const signatureTypes = {
  /** Ed25519 over the text of a note. */
  note: 0x01,
  /** Ed25519 over a time and a checkpoint. */
  cosignature: 0x04,
  /** ML-DSA-44 over a time and a tree head. */
  postQuantum: 0x06
} as const

/** One of {@link signatureTypes}. */
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes]

/** A public key with the name that stands on its signature lines. */
export interface VerifierKey {
  readonly name: string
  /** Key id, 4 bytes. */
  readonly id: Uint8Array
  readonly type: SignatureType
  /** 32 bytes for Ed25519, 1,312 for ML-DSA-44. */
  readonly publicKey: Uint8Array
}

/** Why a text is no verifier key. */
export type KeyFault =
  'key-form' | 'key-name-invalid' | 'key-type-unknown' | 'key-length' | 'key-id-mismatch'

const publicKeyBytes: Readonly<Record<SignatureType, number>> = { 1: 32, 4: 32, 6: 1312 }

/** Whether a name may stand on a signature line: not empty, no spaces, no plus, no control characters. */
export function isKeyName(name: string): boolean {
  return name.length <= 255 && name.isWellFormed() && /^[^\s\p{Cc}\p{Z}+]+$/u.test(name)
}

/** Key id of a public key: SHA-256(name | 0x0A | type | key), the first four bytes. */
export function verifierKey(
  parts: { name: string; type: SignatureType; publicKey: Uint8Array },
  primitives: Primitives = portablePrimitives
): Result<VerifierKey, KeyFault> {
  const { name, type, publicKey } = parts
  if (!isKeyName(name)) return failed('key-name-invalid')
  if (publicKey.length !== publicKeyBytes[type]) return failed('key-length')
  const hashed = concat(utf8(name), Uint8Array.of(0x0a, type), publicKey)
  return value({ name, type, publicKey, id: primitives.sha256(hashed).slice(0, 4) })
}

/** Reads a verifier key: `name+keyid+base64(type | key)`. */
export function parseVerifierKey(
  text: string,
  primitives: Primitives = portablePrimitives
): Result<VerifierKey, KeyFault> {
  // A name holds no plus, but base64 may: the third part is all that follows the second plus.
  const parts = text.length > 4096 ? null : /^([^+]*)\+([0-9a-f]{8})\+(.*)$/su.exec(text)
  const [, name = '', id = '', encoded = ''] = parts ?? []
  const bytes = fromBase64(encoded)
  if (parts === null || bytes === null) return failed('key-form')
  const type = Object.values(signatureTypes).find((known) => known === bytes[0])
  if (type === undefined) return failed('key-type-unknown')
  const key = verifierKey({ name, type, publicKey: bytes.slice(1) }, primitives)
  return key.ok && toHex(key.value.id) !== id ? failed('key-id-mismatch') : key
}

/** The text form of a verifier key. */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${toHex(key.id)}+${toBase64(concat(Uint8Array.of(key.type), key.publicKey))}`
}
