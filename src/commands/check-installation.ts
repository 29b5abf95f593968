import { checkCases } from '../cases/index.ts'
import { checkPromises } from '../promises/index.ts'
import { openInstallation } from './open-installation.ts'
import { report } from './output.ts'

/**
 * `peyman check`: rebuilds every cache from the facts and lists the differences. Exit code 0 where
 * there are none, 1 where there are. Reads only; the server may run beside it.
 */
export async function checkInstallation(options: { json: boolean }): Promise<void> {
  const installation = await openInstallation()
  try {
    const cases = await checkCases(installation.context.db, installation.context.clock.now())
    const promises = await checkPromises(installation.context)
    const differences = [...cases.differences, ...promises.differences]
    const result = { cases: cases.checked, clauseStates: promises.checked, differences }
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
  differences: readonly object[]
}): string {
  const head = `checked ${String(result.cases)} cases and ${String(result.clauseStates)} clause states: ${String(result.differences.length)} differences\n`
  return head + result.differences.map((difference) => `  ${JSON.stringify(difference)}\n`).join('')
}
