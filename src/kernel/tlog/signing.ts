import { ed25519 } from '@noble/curves/ed25519.js'
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js'
import { concat, isCount, latestSecond, u64, utf8 } from './bytes.ts'
import type { TreeHead } from './checkpoint.ts'
import { formatTreeHead } from './checkpoint.ts'
import type { SignedHead } from './cosignature.ts'
import { signedMessage } from './cosignature.ts'
import type { NoteSignature } from './note.ts'
import { formatSignatureLine } from './note.ts'
import type { SignatureType, VerifierKey } from './vkey.ts'
import { signatureTypes, verifierKey } from './vkey.ts'

/** A key that can sign. The secret stays behind the function: it may live in another process. */
export interface SigningKey {
  readonly key: VerifierKey
  /** Ed25519 or ML-DSA-44 signature of the key's type over the message, nothing around it. */
  sign(message: Uint8Array): Uint8Array
}

/**
 * A signing key from its seed of 32 bytes, in JavaScript alone. Ed25519 for types 0x01 and 0x04,
 * ML-DSA-44 (FIPS 204 key generation from a seed) for 0x06.
 * @throws {RangeError} If the name or the seed is of the wrong form: a fault of the caller.
 */
export function portableSigningKey(parts: {
  name: string
  type: SignatureType
  seed: Uint8Array
}): SigningKey {
  const { name, type, seed } = parts
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes')
  const secret = seed.slice()
  const made =
    type === signatureTypes.postQuantum
      ? postQuantumPair(secret)
      : {
          publicKey: ed25519.getPublicKey(secret),
          sign: (message: Uint8Array) => ed25519.sign(message, secret)
        }
  const key = verifierKey({ name, type, publicKey: made.publicKey })
  if (!key.ok) throw new RangeError(`"${name}" is no key name`)
  return { key: key.value, sign: made.sign }
}

function postQuantumPair(seed: Uint8Array) {
  const pair = ml_dsa44.keygen(seed)
  return {
    publicKey: pair.publicKey,
    sign: (message: Uint8Array) => ml_dsa44.sign(message, pair.secretKey)
  }
}

/**
 * A signature on a tree head.
 * @param at - POSIX seconds that a cosignature (0x04, 0x06) states; 0 with ML-DSA: no time is
 *   stated. Type 0x01 states none and takes no notice of it.
 */
export function signTreeHead(head: TreeHead, by: SigningKey, at: number): NoteSignature {
  return signHead({ ...head, text: formatTreeHead(head) }, by, at)
}

/** As {@link signTreeHead}, for a checkpoint of someone else: its text is kept as it is. */
export function signHead(head: SignedHead, by: SigningKey, at: number): NoteSignature {
  if (!isCount(at) || at > latestSecond) throw new RangeError(`no time: ${String(at)}`)
  const raw = by.sign(signedMessage(by.key, head, at))
  const signature = by.key.type === signatureTypes.note ? raw : concat(u64(at), raw)
  return { name: by.key.name, id: by.key.id, signature }
}

/** A signed checkpoint, its log's signatures in the order of `by`. */
export function signCheckpoint(head: TreeHead, by: readonly SigningKey[], at: number): string {
  const lines = by.map((key) => formatSignatureLine(signTreeHead(head, key, at)))
  return `${formatTreeHead(head)}\n${lines.join('')}`
}

/** A signature of type 0x01 on any note text (ending in a newline). */
export function signText(text: string, by: SigningKey): NoteSignature {
  if (by.key.type !== signatureTypes.note) throw new RangeError('only type 0x01 signs any text')
  return { name: by.key.name, id: by.key.id, signature: by.sign(utf8(text)) }
}
