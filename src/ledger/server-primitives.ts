import { type KeyObject, createHmac, createPublicKey, hash, verify } from 'node:crypto'
import { type Primitives, sha256 } from '../kernel/tlog/index.ts'

// A call into node:crypto costs more than two blocks hashed here (docs/specs/log.md §11).
const shortBytesMax = 119

const known = new Map<string, KeyObject | null>()
const knownMax = 200

function keyOf(bytes: Uint8Array, form: Record<string, string>, member: 'x' | 'pub') {
  const encoded = Buffer.from(bytes).toString('base64url')
  const before = known.get(encoded)
  if (before !== undefined) return before
  if (known.size >= knownMax) known.clear()
  let key: KeyObject | null = null
  try {
    key = createPublicKey({ key: { ...form, [member]: encoded }, format: 'jwk' })
  } catch {
    // Bytes that are no key have signed nothing.
  }
  known.set(encoded, key)
  return key
}

function holds(key: KeyObject | null, message: Uint8Array, signature: Uint8Array): boolean {
  return key !== null && verify(null, message, key, signature)
}

const blockBytes = 64
const messageBytesMax = 4096
const innerInput = new Uint8Array(blockBytes + messageBytesMax)
const outerInput = new Uint8Array(blockBytes + 32)

/** HMAC of RFC 2104 written out: two hashes cost half of what an object of `node:crypto` does. */
function hmacOfTwoHashes(key: Uint8Array, message: Uint8Array): Uint8Array {
  for (let i = 0; i < blockBytes; i += 1) {
    const byte = key[i] ?? 0
    innerInput[i] = byte ^ 0x36
    outerInput[i] = byte ^ 0x5c
  }
  innerInput.set(message, blockBytes)
  outerInput.set(hashed(innerInput.subarray(0, blockBytes + message.length)), blockBytes)
  return sha256(outerInput)
}

function hashed(data: Uint8Array): Uint8Array {
  return data.length <= shortBytesMax ? sha256(data) : hash('sha256', data, 'buffer')
}

/** The hash and signature functions of a server: those of `node:crypto`, the kernel's for short inputs. */
export const serverPrimitives: Primitives = {
  sha256: hashed,
  hmacSha256: (key, message) =>
    key.length <= blockBytes && message.length <= messageBytesMax
      ? hmacOfTwoHashes(key, message)
      : createHmac('sha256', key).update(message).digest(),
  ed25519Verify: (signature, message, publicKey) =>
    holds(keyOf(publicKey, { kty: 'OKP', crv: 'Ed25519' }, 'x'), message, signature),
  mldsa44Verify: (signature, message, publicKey) =>
    holds(keyOf(publicKey, { kty: 'AKP', alg: 'ML-DSA-44' }, 'pub'), message, signature)
}
