import type { Context } from '../platform/index.ts'
import { logOfOrigin } from './log-name.ts'
import { sameKeys } from './note-keys.ts'
import { SignerAwayError, SignerClient, SignerRefusedError } from './signer-client.ts'
import type { LogRow } from './log-store.ts'
import { signerFolder } from './signer/address.ts'
import { readKeysFile } from './signer/keys-file.ts'
import { type SignedState, readState } from './signer/state-file.ts'

/** What was signed of a log: as the signer says, or, where it is not running, as its file says. */
export async function signedState(context: Context, origin: string): Promise<SignedState | null> {
  const { dataFolder } = context.config
  try {
    return (await new SignerClient(dataFolder).state(origin)).signed
  } catch (error) {
    if (error instanceof SignerRefusedError) return null
    if (!(error instanceof SignerAwayError)) throw error
  }
  const log = logOfOrigin(origin)
  return log === null ? null : readState(signerFolder(dataFolder), log).catch(() => null)
}

/**
 * Whether the key file of a shard is not the one of its keys. A signer that runs has them in memory, and
 * would find out at its next start. `false` where this account or host does not see the folder.
 */
export async function keysFileDiffers(context: Context, { log, keys }: LogRow): Promise<boolean> {
  const folder = signerFolder(context.config.dataFolder)
  const found = await readKeysFile(folder, log)
  if (found === 'not-here') return false
  if (found === 'damaged') return true
  return !sameKeys(found, keys)
}
