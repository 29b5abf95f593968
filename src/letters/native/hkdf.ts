import { createHmac } from 'node:crypto'

/** HMAC-SHA-256, 32 bytes. */
export function hmac(key: Uint8Array, message: Uint8Array): Buffer {
  return createHmac('sha256', key).update(message).digest()
}

const one = Buffer.of(1)

/** HKDF-SHA-256 (RFC 5869) of 32 bytes, so of one block; written out, since a call of its own costs more. */
export function hkdf(
  secret: Uint8Array,
  { salt, info }: { readonly salt: Uint8Array; readonly info: Uint8Array }
): Buffer {
  return hmac(hmac(salt, secret), Buffer.concat([info, one]))
}
