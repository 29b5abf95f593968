import { resolve } from 'node:path'

/** Where and how often the installation backs itself up, and proves that it can be brought back. */
export interface BackupConfig {
  /** Folder of the backups; `null`: none is made by itself. */
  readonly folder: string | null
  readonly everyHours: number
  /** How many files are kept in the folder. */
  readonly keep: number
  /** Recipients or files of them; the recovery key of the data folder where empty. */
  readonly to: readonly string[]
  /** File of a secret key with which drills open backups; `null`: no drill runs by itself. */
  readonly drillIdentity: string | null
  readonly drillHours: number
  /** A server on which a scratch database may be made; `null`: an embedded one is started. */
  readonly drillDatabaseUrl: string | null
}

type Given = (name: string) => string | undefined
type Count = (name: string, usual: string, bounds: { least: number; most: number }) => number

/** Reads the settings of backups. @param count - Reads a whole number within bounds. */
export function backupsOf(given: Given, count: Count): BackupConfig {
  const folder = given('PEYMAN_BACKUP_FOLDER')
  const identity = given('PEYMAN_DRILL_IDENTITY')
  return {
    folder: folder === undefined ? null : resolve(folder),
    everyHours: count('PEYMAN_BACKUP_HOURS', '24', { least: 1, most: 8760 }),
    keep: count('PEYMAN_BACKUP_KEEP', '7', { least: 1, most: 10_000 }),
    to: (given('PEYMAN_BACKUP_TO') ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    drillIdentity: identity === undefined ? null : resolve(identity),
    drillHours: count('PEYMAN_DRILL_HOURS', '168', { least: 1, most: 8760 }),
    drillDatabaseUrl: given('PEYMAN_DRILL_DATABASE_URL') ?? null
  }
}
