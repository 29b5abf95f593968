/**
 * Sealing and opening by `node:crypto`: the same age files as `age-encryption` makes, many times as fast
 * (docs/specs/letter.md §10). Nothing of the desk is needed for it: a program of another body may use it alone.
 */
import type { SealPrimitives } from '../../kernel/seal/index.ts'
import { failed, value } from '../../kernel/tlog/index.ts'
import { type AgeRecipient, readIdentity, readRecipient } from './age-keys.ts'
import { openFile, openFileStream } from './open-file.ts'
import { sealFile, sealFileStream } from './seal-file.ts'
import { nativeHashes, nativeSigningKey } from './signatures.ts'

/** {@link SealPrimitives} of `node:crypto`. */
export const nativePrimitives: SealPrimitives = {
  ...nativeHashes,
  signingKey: nativeSigningKey,
  encrypt: (recipient, parts) => Promise.resolve(to(recipient, (key) => sealFile(key, parts))),
  encryptStream: (recipient, plain) =>
    Promise.resolve(to(recipient, (key) => sealFileStream(key, plain))),
  decrypt: (file, identity) => {
    const own = readIdentity(identity)
    return Promise.resolve(own === null ? failed('identity-invalid') : openFile(file, own))
  },
  decryptStream: (file, identity) => {
    const own = readIdentity(identity)
    return own === null ? Promise.resolve(failed('identity-invalid')) : openFileStream(file, own)
  },
  recipientOf: (identity) => Promise.resolve(readIdentity(identity)?.recipient ?? null)
}

/** A key of small order shows itself only when it is used: it is no recipient. */
function to<T>(recipient: string, work: (key: AgeRecipient) => T) {
  const key = readRecipient(recipient)
  if (key === null) return failed('recipient-invalid')
  try {
    return value(work(key))
  } catch {
    return failed('recipient-invalid')
  }
}
