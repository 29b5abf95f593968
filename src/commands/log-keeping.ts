import { publicLog } from '../ledger/index.ts'
import { openInstallation } from './open-installation.ts'
import { report } from './output.ts'

/** `peyman log rotate-key [--withdraw]`: new keys for the newest shard of the log. */
export async function logRotateKey(options: { withdraw: boolean }): Promise<void> {
  await withLog((context) => publicLog.rotateLogKey(context, options), {
    done: (log) =>
      options.withdraw
        ? `log ${log} has new keys, and those before are withdrawn: whoever believed them refuses the log\nuntil given /log/policy anew (readers, and each witness in its file \`logs\`)\n`
        : `log ${log} has new keys; readers follow by themselves, give new ones /log/policy anew\n`
  })
}

/** `peyman log freeze --reason TEXT [--moved]`: closes the newest shard for ever and opens the next. */
export async function logFreeze(options: { reason: string; moved: boolean }): Promise<void> {
  await withLog((context) => publicLog.freezeLog(context, options), {
    done: (log) => `the log is closed; what is new goes to ${log}\n`
  })
}

/** `peyman log repair`: makes rows and published files agree again with what was signed. */
export async function logRepair(options: { json: boolean }): Promise<void> {
  const installation = await openInstallation()
  try {
    const repairs = await publicLog.repairLog(installation.context)
    const isWhole = repairs.every(({ from }) => from === 'files' || from === 'rows')
    report({
      exitCode: isWhole ? 0 : 1,
      stdout: options.json ? `${JSON.stringify({ repairs })}\n` : repairs.map(readable).join(''),
      stderr: ''
    })
  } finally {
    await installation.close()
  }
}

/** `peyman log erase-evidence --case ID`: nobody can prove any more what the log says of a case. */
export async function logEraseEvidence(options: { case: string }): Promise<void> {
  const installation = await openInstallation()
  try {
    const isErased = await publicLog.eraseEvidenceOf(installation.context, options.case)
    report({
      exitCode: isErased ? 0 : 1,
      stdout: isErased ? `the evidence of ${options.case} is erased for ever\n` : '',
      stderr: isErased ? '' : `peyman: there is no evidence of ${options.case} to erase\n`
    })
  } finally {
    await installation.close()
  }
}

const words: Readonly<Record<publicLog.Repair['from'], string>> = {
  files: 'rows brought back from the published files',
  rows: 'published files and tiles made anew from the rows',
  lost: 'neither rows nor files hold the tree that was signed; see `peyman log freeze`',
  unknown: 'no signer answers, and its state is not here; nothing was done'
}

function readable({ log, from, entries, facts, lost }: publicLog.Repair): string {
  const gone = lost === 0 ? '' : `, at most ${String(lost)} facts are lost`
  const counted = `${String(entries)} entries brought back, ${String(facts)} facts wait again${gone}`
  return `${log}: ${words[from]} (${counted})\n`
}

type Context = Awaited<ReturnType<typeof openInstallation>>['context']

async function withLog(
  work: (context: Context) => Promise<string | null>,
  { done }: { done: (log: string) => string }
): Promise<void> {
  const installation = await openInstallation()
  try {
    const log = await work(installation.context)
    if (log === null) report({ exitCode: 1, stdout: '', stderr: 'peyman: there is no log yet\n' })
    else report({ exitCode: 0, stdout: done(log), stderr: '' })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    report({ exitCode: 2, stdout: '', stderr: `peyman: ${message}\n` })
  } finally {
    await installation.close()
  }
}
