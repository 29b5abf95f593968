import { type KeyObject, createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { decodeBech32, encodeBech32 } from '../../kernel/seal/index.ts'
import { boundedCache } from './bounded-cache.ts'

/** Bytes of an ML-KEM-768 public key; that of X25519 follows it in a hybrid recipient. */
const mlkemBytes = 1184
const mlkemSeedBytes = 64
const curveBytes = 32

/** An X25519 public key, as bytes and as an object. */
export interface CurveKey {
  readonly bytes: Uint8Array
  readonly key: KeyObject
}

/** A public key to encrypt to; without `mlkem` it is of X25519 alone. */
export interface AgeRecipient {
  readonly mlkem: KeyObject | null
  readonly curve: CurveKey
}

/** A private key with its recipient. */
export interface AgeIdentity extends AgeRecipient {
  /** In bech32. */
  readonly recipient: string
  readonly mlkemPrivate: KeyObject | null
  readonly curvePrivate: KeyObject
}

/** The keys that a recipient's text holds, or `null`. */
export const readRecipient = boundedCache(1000, (text): AgeRecipient | null => {
  const read = text === text.toLowerCase() ? decodeBech32(text) : null
  if (read?.prefix === 'age' && read.bytes.length === curveBytes) {
    return { mlkem: null, curve: curveKey(read.bytes) }
  }
  const isHybrid = read?.prefix === 'age1pq' && read.bytes.length === mlkemBytes + curveBytes
  if (!isHybrid) return null
  const mlkem = mlkemKey(read.bytes.subarray(0, mlkemBytes))
  return mlkem && { mlkem, curve: curveKey(read.bytes.subarray(mlkemBytes)) }
})

/** The keys that an identity's text holds, or `null`. */
export const readIdentity = boundedCache(100, (text): AgeIdentity | null => {
  const read = text === text.toUpperCase() ? decodeBech32(text) : null
  if (read?.bytes.length !== 32) return null
  if (read.prefix === 'age-secret-key-') return classicIdentity(read.bytes)
  return read.prefix === 'age-secret-key-pq-' ? hybridIdentity(read.bytes) : null
})

function classicIdentity(scalar: Uint8Array): AgeIdentity {
  const curvePrivate = curvePrivateKey(scalar)
  const curve = publicOf(curvePrivate)
  const recipient = encodeBech32('age', curve.bytes)
  return { recipient, mlkem: null, mlkemPrivate: null, curve, curvePrivate }
}

/** SHAKE-256 makes both seeds of the one (X-Wing): 64 bytes for ML-KEM, 32 for X25519. */
function hybridIdentity(seed: Uint8Array): AgeIdentity {
  const outputLength = mlkemSeedBytes + curveBytes
  const seeds = createHash('shake256', { outputLength }).update(seed).digest()
  const mlkemPrivate = createPrivateKey({
    key: seeds.subarray(0, mlkemSeedBytes),
    format: 'raw-seed',
    asymmetricKeyType: 'ml-kem-768'
  })
  const mlkem = createPublicKey(mlkemPrivate)
  const curvePrivate = curvePrivateKey(seeds.subarray(mlkemSeedBytes))
  const curve = publicOf(curvePrivate)
  const bytes = Buffer.concat([mlkem.export({ format: 'raw-public' }), curve.bytes])
  return { recipient: encodeBech32('age1pq', bytes), mlkem, mlkemPrivate, curve, curvePrivate }
}

/** An X25519 public key; every 32 bytes are one, and those of small order show themselves when used. */
export function curveKey(bytes: Uint8Array): CurveKey {
  const key = createPublicKey({
    key: Buffer.from(bytes),
    format: 'raw-public',
    asymmetricKeyType: 'x25519'
  })
  return { bytes: Uint8Array.from(bytes), key }
}

function publicOf(key: KeyObject): CurveKey {
  const own = createPublicKey(key)
  return { bytes: own.export({ format: 'raw-public' }), key: own }
}

function curvePrivateKey(scalar: Uint8Array): KeyObject {
  return createPrivateKey({
    key: Buffer.from(scalar),
    format: 'raw-private',
    asymmetricKeyType: 'x25519'
  })
}

/** An ML-KEM-768 public key, or `null` for bytes that are none (FIPS 203 §7.2). */
function mlkemKey(bytes: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({
      key: Buffer.from(bytes),
      format: 'raw-public',
      asymmetricKeyType: 'ml-kem-768'
    })
  } catch {
    return null
  }
}
