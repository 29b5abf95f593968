import { join } from 'node:path'

/** The signer's own folder: keys, what it signed, where it listens. */
export function signerFolder(dataFolder: string): string {
  return join(dataFolder, 'signer')
}

/** The file that says where the signer listens. */
export function addressFile(folder: string): string {
  return join(folder, 'address')
}
