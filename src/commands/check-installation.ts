import { checkCases } from '../cases/index.ts'
import { publicLog } from '../ledger/index.ts'
import { checkPromises } from '../promises/index.ts'
import { openInstallation } from './open-installation.ts'
import { report } from './output.ts'

/**
 * `peyman check`: rebuilds every cache from the facts, holds facts against the public log and the log
 * against its signer, and lists the differences. Exit code 0 where
 * there are none, 1 where there are. Reads only; the server may run beside it.
 */
export async function checkInstallation(options: { json: boolean }): Promise<void> {
  const installation = await openInstallation()
  try {
    const cases = await checkCases(installation.context.db, installation.context.clock.now())
    const promises = await checkPromises(installation.context)
    const log = await publicLog.checkLog(installation.context)
    const differences = [...cases.differences, ...promises.differences, ...log.differences]
    const result = {
      cases: cases.checked,
      clauseStates: promises.checked,
      facts: log.facts,
      logEntries: log.entries,
      differences
    }
    report({
      exitCode: differences.length === 0 ? 0 : 1,
      stdout: options.json ? `${JSON.stringify(result)}\n` : readable(result),
      stderr: ''
    })
  } finally {
    await installation.close()
  }
}

function readable(result: {
  cases: number
  clauseStates: number
  facts: number
  logEntries: number
  differences: readonly object[]
}): string {
  const { cases, clauseStates, facts, logEntries, differences } = result
  const counted = `${String(cases)} cases, ${String(clauseStates)} clause states, ${String(facts)} facts and ${String(logEntries)} entries of the log`
  const head = `checked ${counted}: ${String(differences.length)} differences\n`
  return head + result.differences.map((difference) => `  ${JSON.stringify(difference)}\n`).join('')
}
