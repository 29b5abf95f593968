import {
  createCipheriv,
  createDecipheriv,
  decapsulate,
  diffieHellman,
  encapsulate,
  generateKeyPairSync,
  hash
} from 'node:crypto'
import { type AgeStanza, fromBareBase64, toBareBase64 } from '../../kernel/seal/index.ts'
import { type AgeIdentity, type AgeRecipient, type CurveKey, curveKey } from './age-keys.ts'
import { hkdf, hmac } from './hkdf.ts'

/** Bytes of a file key. */
export const fileKeyBytes = 16

const tagBytes = 16
const wrappedBytes = fileKeyBytes + tagBytes
const mlkemCipherBytes = 1088
const curveBytes = 32
const noNonce = Buffer.alloc(12)
const classicInfo = Buffer.from('age-encryption.org/v1/X25519')
const combinerLabel = Buffer.from('\\.//^\\')

// HPKE (RFC 9180) in base mode with KEM 0x647a (X-Wing), HKDF-SHA-256 and ChaCha20-Poly1305: all that does not
// depend on the shared secret is made once.
const suite = Buffer.from([...Buffer.from('HPKE'), 0x64, 0x7a, 0x00, 0x01, 0x00, 0x03])
const labeled = (label: string, rest: Uint8Array) =>
  Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), rest])
const hpkeInfo = Buffer.from('age-encryption.org/mlkem768x25519')
const noSalt = Buffer.alloc(32)
const context = Buffer.concat([
  Buffer.of(0),
  hmac(noSalt, labeled('psk_id_hash', Buffer.alloc(0))),
  hmac(noSalt, labeled('info_hash', hpkeInfo))
])
const expanded = (label: string, length: number) =>
  Buffer.concat([Buffer.of(0, length), labeled(label, context), Buffer.of(1)])
const secretInput = labeled('secret', Buffer.alloc(0))
const keyInput = expanded('key', 32)
const nonceInput = expanded('base_nonce', 12)

/**
 * The stanza that gives a file key to one recipient.
 * @throws If a part of the recipient's key is of small order or otherwise none.
 */
export function wrapFileKey(fileKey: Uint8Array, to: AgeRecipient): AgeStanza {
  const own = generateKeyPairSync('x25519')
  const share = own.publicKey.export({ format: 'raw-public' })
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: to.curve.key })
  if (to.mlkem === null) {
    const key = classicKey(secret, { share, curve: to.curve })
    return { args: ['X25519', toBareBase64(share)], body: sealed(fileKey, key, noNonce) }
  }
  const { sharedKey, ciphertext } = encapsulate(to.mlkem)
  const { key, nonce } = hybridKey([sharedKey, secret], { share, curve: to.curve })
  const args = ['mlkem768x25519', toBareBase64(Buffer.concat([ciphertext, share]))]
  return { args, body: sealed(fileKey, key, nonce) }
}

/**
 * The file key in a stanza.
 * @returns `null` where the stanza is another's; `malformed` where it is of our kind and no true stanza.
 */
export function unwrapFileKey(
  { args, body }: AgeStanza,
  own: AgeIdentity
): Uint8Array | 'malformed' | null {
  const isHybrid = own.mlkemPrivate !== null
  if (args[0] !== (isHybrid ? 'mlkem768x25519' : 'X25519')) return null
  const share = args.length === 2 ? fromBareBase64(args[1] ?? '') : null
  const shareBytes = isHybrid ? mlkemCipherBytes + curveBytes : curveBytes
  if (share?.length !== shareBytes || body.length !== wrappedBytes) return 'malformed'
  try {
    const { key, nonce } = isHybrid ? hybridOf(share, own) : classicOf(share, own)
    return opened(body, key, nonce)
  } catch {
    return 'malformed'
  }
}

interface WrappingKey {
  readonly key: Uint8Array
  readonly nonce: Uint8Array
}

/** @throws If the share is of small order: its secret would be zero. */
function classicOf(share: Uint8Array, own: AgeIdentity): WrappingKey {
  const secret = diffieHellman({
    privateKey: own.curvePrivate,
    publicKey: curveKey(share).key
  })
  return { key: classicKey(secret, { share, curve: own.curve }), nonce: noNonce }
}

function hybridOf(share: Uint8Array, own: AgeIdentity): WrappingKey {
  if (own.mlkemPrivate === null) throw new TypeError('the identity is of X25519 alone')
  const curveShare = share.subarray(mlkemCipherBytes)
  const secret = diffieHellman({
    privateKey: own.curvePrivate,
    publicKey: curveKey(curveShare).key
  })
  const sharedKey = decapsulate(own.mlkemPrivate, share.subarray(0, mlkemCipherBytes))
  return hybridKey([sharedKey, secret], { share: curveShare, curve: own.curve })
}

function classicKey(
  secret: Uint8Array,
  { share, curve }: { share: Uint8Array; curve: CurveKey }
): Uint8Array {
  return hkdf(secret, { salt: Buffer.concat([share, curve.bytes]), info: classicInfo })
}

/** X-Wing's combiner, then HPKE's key schedule. */
function hybridKey(
  [mlkemSecret, curveSecret]: readonly [Uint8Array, Uint8Array],
  { share, curve }: { share: Uint8Array; curve: CurveKey }
): WrappingKey {
  const combined = Buffer.concat([mlkemSecret, curveSecret, share, curve.bytes, combinerLabel])
  const secret = hmac(hash('sha3-256', combined, 'buffer'), secretInput)
  return { key: hmac(secret, keyInput), nonce: hmac(secret, nonceInput).subarray(0, 12) }
}

function sealed(fileKey: Uint8Array, key: Uint8Array, nonce: Uint8Array): Uint8Array {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes })
  const body = cipher.update(fileKey)
  cipher.final()
  return Buffer.concat([body, cipher.getAuthTag()])
}

/** `null` where the tag does not hold: the stanza is another's. */
function opened(body: Uint8Array, key: Uint8Array, nonce: Uint8Array): Uint8Array | null {
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes })
  cipher.setAuthTag(body.subarray(fileKeyBytes))
  const fileKey = cipher.update(body.subarray(0, fileKeyBytes))
  try {
    cipher.final()
    return fileKey
  } catch {
    return null
  }
}
