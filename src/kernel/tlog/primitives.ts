import { ed25519 } from '@noble/curves/ed25519.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js'
import { sha256 } from './sha256.ts'

/**
 * The hash and signature functions that this kernel rests on. A server passes those
 * of `node:crypto` for signatures and long inputs; a browser takes {@link portablePrimitives}. None may throw, and none may keep the
 * bytes that it is given: buffers are used again.
 */
export interface Primitives {
  /** SHA-256, 32 bytes. */
  sha256(data: Uint8Array): Uint8Array
  /** HMAC-SHA-256, 32 bytes. */
  hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array
  /** Ed25519 of RFC 8032; a signature of 64 bytes, a key of 32. */
  ed25519Verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean
  /** ML-DSA-44 of FIPS 204, pure, empty context; a signature of 2,420 bytes, a key of 1,312. */
  mldsa44Verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean
}

/** JavaScript alone, the same in every browser and server: audited `@noble` packages and {@link sha256}. */
export const portablePrimitives: Primitives = {
  sha256,
  hmacSha256: (key, message) => hmac(nobleSha256, key, message),
  ed25519Verify: (signature, message, publicKey) =>
    holds(() => ed25519.verify(signature, message, publicKey, { zip215: false })),
  mldsa44Verify: (signature, message, publicKey) =>
    holds(() => ml_dsa44.verify(signature, message, publicKey))
}

// The libraries throw on keys and signatures of a wrong form; to us both are just not signatures.
function holds(check: () => boolean): boolean {
  try {
    return check()
  } catch {
    return false
  }
}
