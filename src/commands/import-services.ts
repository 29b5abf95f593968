import { importServices } from '../catalogue/index.ts'
import { type Actor, importAuthorities, systemActor } from '../people/index.ts'
import { Refusal } from '../platform/index.ts'
import { openInstallation } from './open-installation.ts'
import { readNamedFile, refusalJson, report } from './output.ts'

/** Whoever runs commands on the machine of an installation may change all of its catalogue. */
const operator: Actor = {
  ...systemActor('import.services'),
  grants: [{ authority: '*', unit: null, role: 'authority-admin', post: null }]
}

/**
 * `peyman import services FILE`: publishes the cards of a CSV or XLSX file, all or none. The versions
 * that were published go to standard output, one a line or as JSON; what is wrong goes to standard error, by row
 * and column, with exit 2.
 */
export async function importServicesCommand(
  file: string,
  options: { readonly authority?: string; readonly json?: boolean }
): Promise<void> {
  const bytes = await readNamedFile(file)
  if (bytes === null) return
  const installation = await openInstallation()
  try {
    await importAuthorities(installation.context)
    const { published, announced, unchanged } = await importServices(
      installation.context,
      operator,
      {
        name: file,
        bytes,
        authority: options.authority
      }
    )
    report({
      exitCode: 0,
      stdout: options.json
        ? `${JSON.stringify({ ok: true, published, announced, unchanged })}\n`
        : published.map((name) => `${name}\n`).join(''),
      stderr: `peyman: ${String(published.length)} published, ${String(unchanged.length)} unchanged\n${
        announced.length === 0 ? '' : waiting(announced)
      }`
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const lines = error.fields.map(({ text }) => `peyman: ${file}: ${text.en}\n`)
    report({
      exitCode: 2,
      stdout: options.json ? refusalJson(error) : '',
      stderr: lines.join('') || `peyman: ${error.text.en}\n`
    })
  } finally {
    await installation.close()
  }
}

function waiting(announced: readonly string[]): string {
  return `peyman: in force once a probe outside has read their notices: ${announced.join(', ')}\n`
}
