import { generateMailboxIdentity, mailboxIdentity, recipientOf } from '../kernel/seal/index.ts'
import { keyFiles } from '../ledger/index.ts'
import { nativePrimitives } from '../letters/native/index.ts'
import { LetterFileError, letterKeyTypes, writeNewFile } from './letter-files.ts'
import { report } from './output.ts'

/**
 * `peyman letter identity --out FILE [--classic | --demonstration UNIT]`: a mailbox's own key; prints its recipient.
 * That of a unit of a demonstration is the one that its mailbox has: to try the agent on.
 */
export async function letterIdentity(options: {
  readonly out: string
  readonly classic: boolean
  readonly demonstration?: string
}): Promise<void> {
  const { demonstration: unit } = options
  const identity =
    unit === undefined
      ? await generateMailboxIdentity(options.classic ? 'classic' : 'hybrid')
      : await demonstrationIdentity(unit)
  const recipient = (await recipientOf(identity, nativePrimitives)) ?? ''
  await writeNewFile(options.out, `# recipient: ${recipient}\n${identity}\n`, 0o600)
  const stderr = `peyman: the identity is in ${options.out}; whoever has it opens every letter to it, and without it nobody does\n`
  report({ exitCode: 0, stdout: `${recipient}\n`, stderr })
}

async function demonstrationIdentity(of: string): Promise<string> {
  const [authority = '', unit = '', ...more] = of.split('/')
  if (authority === '' || unit === '' || more.length > 0) {
    throw new LetterFileError(`${of} is no unit; write body/unit, such as sko/citizen-services`)
  }
  const { mailboxes } = await import('../letters/index.ts')
  return mailboxIdentity(mailboxes.demonstrationSeed(authority, unit))
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
