import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromBase64, hashBytes, toBase64 } from '../../kernel/tlog/index.ts'
import { writeDurably } from '../../platform/durable-file.ts'

/** The largest tree of a log that was ever signed. */
export interface SignedState {
  readonly size: number
  readonly root: Uint8Array
}

/** The state file cannot be read: without it nobody knows what was signed, so nothing is. */
export class SignerStateError extends Error {
  readonly code = 'signer/state-unreadable'
}

function fileOf(folder: string, log: string): string {
  return join(folder, `${log}.state`)
}

/**
 * What was signed last; the empty tree at first.
 * @throws {SignerStateError} If the file is not there or says something else: it is made with the keys.
 */
export async function readState(folder: string, log: string): Promise<SignedState> {
  const file = fileOf(folder, log)
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SignerStateError(`${file} cannot be read`, { cause })
  })
  const form = /^(0|[1-9][0-9]{0,15}) (\S{44})\n$/.exec(text)
  const root = fromBase64(form?.[2] ?? '')
  if (form === null || root?.length !== hashBytes) {
    throw new SignerStateError(`${file} is not what this program wrote`)
  }
  return { size: Number(form[1]), root }
}

/** Remembers what is about to be signed; the disk has it before the signature exists. */
export async function writeState(folder: string, log: string, state: SignedState): Promise<void> {
  const text = `${String(state.size)} ${toBase64(state.root)}\n`
  await writeDurably(fileOf(folder, log), text, 0o600)
}
