import { backupKey, makeBackup } from '../backup/index.ts'
import { readConfig } from '../config.ts'
import { Refusal } from '../platform/index.ts'
import { openInstallation } from './open-installation.ts'
import { refusalJson, report } from './output.ts'
import { progressLine, readableBytes } from './progress-line.ts'

/** `peyman backup FILE`: the whole state as it is now, sealed to the recovery key. */
export async function backupCommand(
  file: string,
  options: { to: readonly string[]; json: boolean }
): Promise<void> {
  await inWords(options.json, async () => {
    const installation = await openInstallation()
    const line = progressLine('backup')
    try {
      const made = await makeBackup(installation.context, {
        file,
        to: options.to,
        onProgress: line.tell
      })
      line.end()
      const { at, rows, tables, facts, sizeBytes } = made
      report({
        exitCode: 0,
        stdout: options.json
          ? `${JSON.stringify({ ok: true, ...made, at: at.toString() })}\n`
          : `${file}: the state of ${at.toString()}, ${String(rows)} rows in ${String(tables)} tables, ${String(facts)} facts; ${readableBytes(sizeBytes)}\n`,
        stderr: ''
      })
    } finally {
      line.end()
      await installation.close()
    }
  })
}

/** `peyman backup key`: a recovery key whose secret part is printed once. */
export async function backupKeyCommand(options: {
  kind: 'hybrid' | 'classic'
  replace: boolean
  json: boolean
}): Promise<void> {
  await inWords(options.json, async () => {
    const { identity, recipient } = await backupKey.makeRecoveryKey(
      readConfig().dataFolder,
      options
    )
    report({
      exitCode: 0,
      stdout: options.json
        ? `${JSON.stringify({ ok: true, identity, recipient })}\n`
        : `# recovery key of Peyman\n# recipient: ${recipient}\n${identity}\n`,
      stderr:
        'peyman: this is shown once and kept nowhere. Whoever has it reads every backup; without it nobody does.\n' +
        '  Keep it off this machine: on paper in a safe, and a second copy in another building.\n'
    })
  })
}

/** Runs a verb; what it refuses is told on standard error, or as JSON where that was asked for. */
export async function inWords(json: boolean, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!json || !(error instanceof Refusal)) throw error
    report({ exitCode: 2, stdout: refusalJson(error), stderr: '' })
  }
}
