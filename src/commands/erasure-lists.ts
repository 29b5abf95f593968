import { access } from 'node:fs/promises'
import { join } from 'node:path'

/** What remembers erasures outside the database: in no backup, so that none sets it back. */
const erasureLists = ['erased-people', 'erased-evidence'] as const

/** The lists of erasures that a data folder has not got: what they name comes back with a backup. */
export function missingErasureLists(dataFolder: string): Promise<string[]> {
  return missingFrom(dataFolder, erasureLists)
}

/** Those of some files that a folder has not got. */
export async function missingFrom(folder: string, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    names.map((name) =>
      access(join(folder, name)).then(
        () => [],
        () => [name]
      )
    )
  )
  return found.flat()
}

/** What whoever restored is told of lists that are not there; nothing where all are. */
export function missingListsText(missing: readonly string[]): string[] {
  if (missing.length === 0) return []
  return [
    `not in the data folder: ${missing.join(' and ')}. If anybody was ever erased here, their names, documents`,
    'and evidence are back with this backup: put the list there before you start the desk, and they are erased again'
  ]
}
