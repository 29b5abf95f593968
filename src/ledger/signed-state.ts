import type { Context } from '../platform/index.ts'
import { logOfOrigin } from './log-name.ts'
import { SignerAwayError, SignerClient, SignerRefusedError } from './signer-client.ts'
import { signerFolder } from './signer/address.ts'
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
