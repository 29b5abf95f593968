import { hash } from 'node:crypto'
import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../../platform/index.ts'

function listFile(dataFolder: string): string {
  return join(dataFolder, 'erased-people')
}

/** How the list outside the database names a person. */
export function markOfPerson(person: string): string {
  return hash('sha256', `person/${person}`)
}

/**
 * Writes down that a person is being erased, before the first row goes: a backup that is brought back
 * brings the rows back too, and they are then erased again.
 */
export async function listErasedPerson(dataFolder: string, person: string): Promise<void> {
  const mark = markOfPerson(person)
  if ((await readErasedPeople(dataFolder)).has(mark)) return
  await makeFolder(dataFolder)
  await appendFile(listFile(dataFolder), `${mark}\n`, { mode: 0o600, flush: true })
}

/** The persons who were erased, by {@link markOfPerson}. */
export async function readErasedPeople(dataFolder: string): Promise<ReadonlySet<string>> {
  const text = await readFile(listFile(dataFolder), 'utf8').catch(() => '')
  return new Set(text.split('\n').filter((line) => line !== ''))
}
