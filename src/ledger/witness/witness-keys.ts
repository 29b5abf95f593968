import { type SigningKey, signatureTypes } from '../../kernel/tlog/index.ts'
import { makeSigningKeys, readSigningKeys } from '../signing-keys.ts'

const { cosignature, postQuantum } = signatureTypes

/**
 * Keys of a witness from its file, of type 0x04 (Ed25519) or 0x06 (ML-DSA-44).
 * @throws {KeyFileError} If there is none, or others than the owner may read it.
 */
export function readWitnessKeys(file: string): Promise<SigningKey[]> {
  return readSigningKeys(file, { types: [cosignature, postQuantum], madeBy: 'peyman witness key' })
}

/**
 * Makes the key of a witness, and returns its verifier keys when the disk has it.
 * @throws {KeyFileError} If the file is there, or the name is none.
 */
export function makeWitnessKey(
  file: string,
  options: { name: string; postQuantum: boolean }
): Promise<string[]> {
  const types = options.postQuantum ? [cosignature, postQuantum] : [cosignature]
  return makeSigningKeys(file, { name: options.name, types })
}
