import { resolve } from 'node:path'
import {
  type Drilled,
  type MadeBackup,
  NoIdentityGivenError,
  backUp,
  backupKey,
  runDrill
} from '../backup/index.ts'
import { readConfig } from '../config.ts'
import { Refusal } from '../platform/index.ts'
import { openInstallation } from './open-installation.ts'
import { refusalJson, report } from './output.ts'
import { progressLine, readableBytes } from './progress-line.ts'

/** `peyman backup FILE`: the whole state as it is now, sealed to the recovery key. */
export async function backupCommand(
  file: string,
  options: { to: readonly string[]; anew: boolean; json: boolean }
): Promise<void> {
  await inWords(options.json, async () => {
    const installation = await openInstallation()
    const line = progressLine('backup', options.json)
    try {
      const { to, anew } = options
      const input = { file: resolve(file), to, anew, onProgress: line.tell }
      const made = await backUp(installation.context, input, 'command')
      line.end()
      const { at, rows, tables, facts, sizeBytes } = made
      report({
        exitCode: 0,
        stdout: options.json
          ? `${JSON.stringify({ ok: true, ...made, at: at.toString() })}\n`
          : `${file}: the state of ${at.toString()}, ${String(rows)} rows in ${String(tables)} tables, ${String(facts)} facts; ${readableBytes(sizeBytes)}\n${keptText(made)}`,
        stderr: ''
      })
    } finally {
      line.end()
      await installation.close()
    }
  })
}

function keptText({ parts, partsKept }: MadeBackup): string {
  if (partsKept === 0) return ''
  return `gone on with what was cut off: ${String(partsKept)} of ${String(parts)} parts were made already\n`
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

/** `peyman backup drill [FILE]`: brings a backup back into a scratch database, and measures it. */
export async function backupDrillCommand(
  file: string | undefined,
  options: { identity?: string; json: boolean }
): Promise<void> {
  await inWords(options.json, async () => {
    const installation = await openInstallation()
    const line = progressLine('drill', options.json)
    try {
      const identity = options.identity ?? installation.context.config.backups.drillIdentity
      if (identity === null) throw new NoIdentityGivenError()
      const given = file === undefined ? {} : { file: resolve(file) }
      const drilled = await runDrill(installation.context, {
        ...given,
        ...{ identity, isByHand: true },
        onProgress: line.tell
      })
      line.end()
      report({
        exitCode: drilled.ok === true ? 0 : 1,
        stdout: options.json ? `${JSON.stringify(drilled)}\n` : drillText(drilled),
        stderr: ''
      })
    } finally {
      line.end()
      await installation.close()
    }
  })
}

function drillText({ file, ok, rpoSeconds, rtoSeconds, facts, entries, trouble }: Drilled): string {
  if (ok !== true) return `${file}: not brought back as it should be (${trouble ?? 'fault'})\n`
  return [
    `${file}: brought back and held against the log: ${String(facts)} facts, ${String(entries)} entries`,
    `work lost, had it been needed now (RPO): ${String(rpoSeconds)} s`,
    `from nothing to a checked database (RTO): ${String(rtoSeconds)} s`,
    ''
  ].join('\n')
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
