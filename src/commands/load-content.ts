import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { importAgreements, importCalendars } from '../agreements/index.ts'
import { importCards } from '../catalogue/index.ts'
import { importAuthorities, keys, personalData, seedDemonstration } from '../people/index.ts'
import { mailboxes } from '../letters/index.ts'
import { type Context, databaseIdentity, fileMark } from '../platform/index.ts'

const root = resolve(import.meta.dirname, '../..')

/**
 * Brings the files of `agreements/` into the installation: authorities with their posts, calendars,
 * agreements, service cards, and the invented people of a demonstration. What is there already and
 * unchanged is left alone, so every start may call it.
 */
export async function loadContent(context: Context): Promise<void> {
  await loadFiles(context)
  await mailboxes.seedMailboxes(context)
}

/** As much of it as is the same whatever the address of the installation. */
export async function loadFiles(context: Context): Promise<void> {
  await importAuthorities(context)
  await keys.seedSandbox(context)
  if (context.config.demo) await seedDemonstration(context)
  await importCalendars(context)
  await importAgreements(context)
  await importCards(context)
  await personalData.importRetention(context)
}

/**
 * {@link loadContent}, unless the same program brought the same files into the same database before:
 * then there is nothing to find out, and a start takes a third of a second less.
 */
export async function loadNewContent(context: Context): Promise<void> {
  const file = join(context.config.dataFolder, 'content-mark')
  const mark = await contentMark(context)
  const before = await readFile(file, 'utf8').catch(() => null)
  if (mark !== null && mark === before) return
  await loadContent(context)
  if (mark !== null) await writeFile(file, mark)
}

/** What was brought in, by which program, into which database; `null` where the last is not known. */
async function contentMark({ db, config }: Context): Promise<string | null> {
  const database = await databaseIdentity(db)
  if (database === null) return null
  const content = fileMark(join(root, 'agreements'), /\.ya?ml$/)
  const program = fileMark(join(root, 'src'), /(?<!\.test)\.ts$/)
  return [database, content, program, config.demo ? 'demonstration' : 'plain'].join(' ')
}
