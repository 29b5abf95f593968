import { sha256 } from '../tlog/index.ts'

/** What a solver needs of an ALTCHA challenge (version 2) whose algorithm is `SHA-256`. */
export interface ProofParameters {
  readonly algorithm: string
  /** Hexadecimal. */
  readonly nonce: string
  /** Hexadecimal. */
  readonly salt: string
  /** Hashes for one try. */
  readonly cost: number
  /** Hexadecimal; the key of the right counter begins with it. */
  readonly keyPrefix: string
}

/** The counter that was looked for, and the key that shows it. */
export interface Solution {
  readonly counter: number
  /** Hexadecimal. */
  readonly derivedKey: string
}

const counterBytes = 4

/**
 * The key of one try: SHA-256 of salt, nonce and counter (big-endian, 32 bits), hashed again until it
 * was hashed `cost` times.
 */
export function deriveProofKey(salt: Uint8Array, password: Uint8Array, cost: number): Uint8Array {
  const first = new Uint8Array(salt.length + password.length)
  first.set(salt, 0)
  first.set(password, salt.length)
  let key = sha256(first)
  for (let i = 1; i < cost; i += 1) key = sha256(key)
  return key
}

/**
 * Looks for the counter of a challenge, from 0 on. It works without Web Crypto, which pages of plain
 * http do not have.
 * @param most - Counters to try.
 * @returns `null` if none of them is right, or the challenge is of another kind.
 * @see docs/specs/failure-reports.md (proof of work)
 */
export function solveProof(parameters: ProofParameters, most: number): Solution | null {
  const [nonce, salt] = [bytesOf(parameters.nonce), bytesOf(parameters.salt)]
  const prefix = parameters.keyPrefix.toLowerCase()
  if (parameters.algorithm !== 'SHA-256' || !/^[0-9a-f]+$/.test(prefix)) return null
  const password = new Uint8Array(nonce.length + counterBytes)
  password.set(nonce)
  const counterPlace = new DataView(password.buffer, nonce.length, counterBytes)
  for (let counter = 0; counter < most; counter += 1) {
    counterPlace.setUint32(0, counter)
    const derivedKey = hexOf(deriveProofKey(salt, password, parameters.cost))
    if (derivedKey.startsWith(prefix)) return { counter, derivedKey }
  }
  return null
}

function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1)
  for (let i = 0; i < bytes.length; i += 1)
    bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

function hexOf(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return hex
}
