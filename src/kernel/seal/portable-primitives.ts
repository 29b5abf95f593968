import { sha256 } from '@noble/hashes/sha2.js'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { concat, failed, portablePrimitives, portableSigningKey, value } from '../tlog/index.ts'
import {
  type AgeFault,
  DamagedFileError,
  type Pieces,
  type SealPrimitives
} from './seal-primitives.ts'
import { decodeBech32 } from './bech32.ts'
import { piecesOf } from '../files/index.ts'
import { streamOf } from './pieces.ts'

/** WebCrypto where a browser has it, else JavaScript alone: `age-encryption` and the `@noble` packages. */
export const portableSealPrimitives: SealPrimitives = {
  ...portablePrimitives,
  runningHash: () => {
    const running = sha256.create()
    return { update: (bytes) => void running.update(bytes), digest: () => running.digest() }
  },
  encrypt: async (recipient, parts) => {
    try {
      const [only] = parts
      const plain = parts.length === 1 && only !== undefined ? only : concat(...parts)
      return value(await encrypterTo(recipient).encrypt(plain))
    } catch {
      return failed('recipient-invalid')
    }
  },
  encryptStream: async (recipient, plain) => {
    try {
      return value(piecesOf(await encrypterTo(recipient).encrypt(streamOf(plain))))
    } catch {
      return failed('recipient-invalid')
    }
  },
  decrypt: async (file, identity) => {
    const decrypter = decrypterOf(identity)
    if (decrypter === null) return failed('identity-invalid')
    try {
      return value(await decrypter.decrypt(file))
    } catch (error) {
      return failed(faultOf(error))
    }
  },
  decryptStream: async (file, identity) => {
    const decrypter = decrypterOf(identity)
    if (decrypter === null) return failed('identity-invalid')
    try {
      return value(undamaged(piecesOf(await decrypter.decrypt(streamOf(file)))))
    } catch (error) {
      return failed(faultOf(error))
    }
  },
  recipientOf: async (identity) => {
    try {
      return await identityToRecipient(identity)
    } catch {
      return null
    }
  },
  signingKey: portableSigningKey
}

/**
 * Encrypts to a recipient. A key of X25519 of small order shows itself only when it is used.
 * @throws If the recipient is none.
 */
function encrypterTo(recipient: string): Encrypter {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const read = decodeBech32(recipient)
  if (read?.prefix === 'age1pq' && !isReduced(read.bytes)) throw new RangeError('no key of ML-KEM')
  return encrypter
}

const modulus = 3329
const coefficientBytes = 1152

/** The check of FIPS 203 §7.2, which the library leaves out: every coefficient of the key is below the modulus. */
function isReduced(key: Uint8Array): boolean {
  for (let i = 0; i + 2 < coefficientBytes; i += 3) {
    const [a, b, c] = [key[i] ?? 0, key[i + 1] ?? 0, key[i + 2] ?? 0]
    if ((a | ((b & 15) << 8)) >= modulus || ((b >> 4) | (c << 4)) >= modulus) return false
  }
  return true
}

function decrypterOf(identity: string): Decrypter | null {
  const decrypter = new Decrypter()
  try {
    decrypter.addIdentity(identity)
    return decrypter
  } catch {
    return null
  }
}

/** The library tells its reasons in words alone; what is no other key's is damage. */
function faultOf(error: unknown): AgeFault {
  const message = error instanceof Error ? error.message : ''
  return message.startsWith('no identity matched') ? 'age-other-recipient' : 'age-damaged'
}

async function* undamaged(pieces: Pieces): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
  } catch (cause) {
    throw new DamagedFileError('the file is cut off or changed', { cause })
  }
}
