import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  NotThereError,
  type Restored,
  type Verification,
  backupKey,
  restoreBackup,
  verifyRestored
} from '../backup/index.ts'
import { readConfig } from '../config.ts'
import {
  type Context,
  demandDatabase,
  lineLog,
  makeFolder,
  openDatabase,
  startEmbeddedPostgres,
  systemClock
} from '../platform/index.ts'
import { languageOf } from './agreement-language.ts'
import { inWords } from './backup.ts'
import { missingErasureLists, missingListsText } from './erasure-lists.ts'
import { differenceText } from './check-installation.ts'
import { missingShareKeyText } from './missing-share-key.ts'
import { report } from './output.ts'
import { progressLine } from './progress-line.ts'

interface RestoreOptions {
  readonly identity: string
  readonly into?: string
  readonly checkpoint?: readonly string[]
  readonly anew?: boolean
  readonly lang: string
  readonly json?: boolean
}

/**
 * `peyman restore FILE --identity KEYFILE`: brings a backup back and holds it against the public log.
 * Exit code 0 where it is sound, 1 where something in it is not what the log says, 2 where nothing was
 * restored.
 */
export async function restoreCommand(file: string, options: RestoreOptions): Promise<void> {
  const lang = languageOf(options.lang)
  if (lang === null) return
  await inWords(options.json === true, async () => {
    const config = readConfig()
    const identities = await backupKey.readIdentities(options.identity)
    const checkpoints = await Promise.all(
      (options.checkpoint ?? []).map((name) =>
        readFile(name, 'utf8').catch(() => {
          throw new NotThereError(name)
        })
      )
    )
    const isOwn = options.into === undefined
    const { url, close } = await openTarget(options.into ?? config.databaseUrl, config.dataFolder)
    const line = progressLine('restore', options.json === true)
    try {
      const own = isOwn ? { dataFolder: config.dataFolder } : {}
      const anew = options.anew === true
      const restored = await restoreBackup({
        file,
        identities,
        url,
        anew,
        ...own,
        onProgress: line.tell
      })
      line.end()
      const verified = await withContext(url, (context) =>
        verifyRestored(context, { repair: isOwn, checkpoints })
      )
      const { manifest, ...counts } = restored
      // Another database has no data folder here, and no worker that would read its lists.
      const missingLists = isOwn ? await missingErasureLists(config.dataFolder) : []
      const shareKey = isOwn ? await missingShareKeyText(config.dataFolder) : []
      const { ok } = verified
      const result = { ok, id: manifest.id, at: manifest.at, ...counts, missingLists, verified }
      const missing = [...missingListsText(missingLists), ...shareKey]
      const words = `${told(restored, verified)}${missing.join('\n')}\n`
      report({
        exitCode: verified.ok ? 0 : 1,
        stdout: options.json === true ? `${JSON.stringify(result)}\n` : `${words.trimEnd()}\n`,
        stderr: options.json === true ? '' : listed(verified, lang)
      })
    } finally {
      line.end()
      await close()
    }
  })
}

async function openTarget(
  given: string | null,
  dataFolder: string
): Promise<{ url: string; close: () => Promise<void> }> {
  if (given !== null) {
    await demandDatabase(given)
    return { url: given, close: () => Promise.resolve() }
  }
  await makeFolder(dataFolder)
  const embedded = await startEmbeddedPostgres({ folder: join(dataFolder, 'database') })
  return { url: embedded.url, close: embedded.stop }
}

async function withContext<T>(url: string, work: (context: Context) => Promise<T>): Promise<T> {
  const opened = openDatabase(url)
  const log = lineLog(() => systemClock.now())
  try {
    return await work({
      db: opened.db,
      clock: systemClock,
      config: readConfig(),
      log,
      nudge: () => {}
    })
  } finally {
    await opened.close()
  }
}

function told(restored: Restored, verified: Verification): string {
  const { manifest, rows, tables, migrated, parts, partsKept } = restored
  const { facts, entries, behind, factsLost, repairs } = verified
  const lines = [
    `restored: the state of ${manifest.at}, ${String(rows)} rows in ${String(tables)} tables`,
    `checked: ${String(facts)} facts against ${String(entries)} entries of the public log`
  ]
  if (partsKept > 0) {
    lines.push(
      `gone on with what was cut off: ${String(partsKept)} of ${String(parts)} parts were loaded already`
    )
  }
  if (migrated.length > 0) lines.push(`brought up to this version: ${migrated.join(', ')}`)
  for (const { log, rows: has, signed, by } of behind) {
    lines.push(
      `${log}: ${String(signed - has)} entries were signed after the backup (${String(by)}: ${String(signed)}, backup: ${String(has)})`
    )
  }
  for (const { log, from } of repairs) lines.push(`${log}: ${repairWords[from]}`)
  if (factsLost === null) {
    lines.push('how many facts were acknowledged after the backup, only the signed log can tell')
  } else if (factsLost > 0) {
    lines.push(
      `${String(factsLost)} facts were acknowledged after the backup and are lost; what they ended (keys,`,
      'delegations, roles) is to be ended again: the log and your papers say what it was'
    )
  }
  lines.push('everybody signs in anew: sessions are not brought back')
  return `${lines.join('\n')}\n`
}

const repairWords: Readonly<Record<Verification['repairs'][number]['from'], string>> = {
  files: 'the log goes on from what was signed, brought back from the published files',
  rows: 'the log goes on from what was signed',
  lost: 'neither the backup nor files hold the tree that was signed; see `peyman log freeze`',
  unknown: 'the signer knows nothing of it'
}

function listed({ faults, todo, ok }: Verification, lang: 'fa' | 'en'): string {
  const lines = faults.map((each) => `  ${differenceText(each, lang)}\n`).join('')
  const rest = todo.length === 0 ? '' : 'still to be done here (docs/operating.md):\n'
  return [
    ok ? '' : `what was restored is not what the log says:\n${lines}`,
    rest,
    ...todo.map((each) => `  ${differenceText(each, lang)}\n`)
  ].join('')
}
