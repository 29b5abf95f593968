import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  hash,
  sign,
  verify
} from 'node:crypto'
import type { RunningHash } from '../../kernel/seal/index.ts'
import {
  type Primitives,
  type SignatureType,
  type SigningKey,
  sha256 as sha256OfShort,
  signatureTypes,
  verifierKey
} from '../../kernel/tlog/index.ts'
import { boundedCache } from './bounded-cache.ts'
import { hmac } from './hkdf.ts'

// A call into node:crypto costs more than two blocks hashed in JavaScript (docs/specs/log.md §11).
const shortBytesMax = 119

function sha256(data: Uint8Array): Uint8Array {
  return data.length <= shortBytesMax ? sha256OfShort(data) : hash('sha256', data, 'buffer')
}

type Algorithm = 'ed25519' | 'ml-dsa-44'

const publicKeys = boundedCache(1000, (named): KeyObject | null => {
  const [type = '', encoded = ''] = named.split(' ')
  try {
    return createPublicKey({
      key: Buffer.from(encoded, 'base64'),
      format: 'raw-public',
      asymmetricKeyType: type as Algorithm
    })
  } catch {
    // Bytes that are no key have signed nothing.
    return null
  }
})

function verifierOf(algorithm: Algorithm): Primitives['ed25519Verify'] {
  return (signature, message, publicKey) => {
    const encoded = Buffer.from(publicKey).toString('base64')
    const key = publicKeys(`${algorithm} ${encoded}`)
    return key !== null && verify(null, message, key, signature)
  }
}

/** Hashes and signatures of `node:crypto`, key objects remembered. */
export const nativeHashes: Primitives & { runningHash(): RunningHash } = {
  sha256,
  hmacSha256: hmac,
  ed25519Verify: verifierOf('ed25519'),
  mldsa44Verify: verifierOf('ml-dsa-44'),
  runningHash: () => {
    const running = createHash('sha256')
    return { update: (bytes) => void running.update(bytes), digest: () => running.digest() }
  }
}

/**
 * As `portableSigningKey`: the same keys of the same seeds.
 * @throws {RangeError} If the name or the seed is of the wrong form: a fault of the caller.
 */
export function nativeSigningKey(parts: {
  name: string
  type: SignatureType
  seed: Uint8Array
}): SigningKey {
  const { name, type, seed } = parts
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes')
  const isPostQuantum = type === signatureTypes.postQuantum
  const own = createPrivateKey({
    key: Buffer.from(seed),
    format: isPostQuantum ? 'raw-seed' : 'raw-private',
    asymmetricKeyType: isPostQuantum ? 'ml-dsa-44' : 'ed25519'
  })
  const publicKey = createPublicKey(own).export({ format: 'raw-public' })
  const key = verifierKey({ name, type, publicKey: Uint8Array.from(publicKey) })
  if (!key.ok) throw new RangeError(`"${name}" is no key name`)
  return { key: key.value, sign: (message) => sign(null, message, own) }
}
