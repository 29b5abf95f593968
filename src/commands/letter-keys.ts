import { generateMailboxIdentity, recipientOf } from '../kernel/seal/index.ts'
import { keyFiles } from '../ledger/index.ts'
import { nativePrimitives } from '../letters/native/index.ts'
import { letterKeyTypes, writeNewFile } from './letter-files.ts'
import { report } from './output.ts'

/** `peyman letter identity --out FILE [--classic]`: a mailbox's own key; prints its recipient. */
export async function letterIdentity(options: { out: string; classic: boolean }): Promise<void> {
  const identity = await generateMailboxIdentity(options.classic ? 'classic' : 'hybrid')
  const recipient = (await recipientOf(identity, nativePrimitives)) ?? ''
  await writeNewFile(options.out, `# recipient: ${recipient}\n${identity}\n`, 0o600)
  const stderr = `peyman: the identity is in ${options.out}; whoever has it opens every letter to it, and without it nobody does\n`
  report({ exitCode: 0, stdout: `${recipient}\n`, stderr })
}

/** `peyman letter key --name NAME --out FILE`: keys with which a unit signs; prints what readers need. */
export async function letterKey(options: { name: string; out: string }): Promise<void> {
  const vkeys = await keyFiles.makeSigningKeys(options.out, {
    name: options.name,
    types: letterKeyTypes
  })
  const stderr = `peyman: the keys are in ${options.out}; give both lines to whoever reads letters of ${options.name}\n`
  report({ exitCode: 0, stdout: vkeys.map((vkey) => `${vkey}\n`).join(''), stderr })
}
