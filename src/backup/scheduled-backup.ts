import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, type Db, inTransaction, newId } from '../platform/index.ts'
import {
  type BackupRow,
  endBackup,
  endForgotten,
  insertBackup,
  keptBackups,
  newestBackups,
  noteGone
} from './backup-store.ts'
import { demandFree } from './archive/sealed-file.ts'
import { inTurn } from './in-turn.ts'
import { type BackupInput, type MadeBackup, makeBackup } from './make-backup.ts'
import { recordForAll } from './record-for-all.ts'

const turn = 'backup'
// After one that failed: soon enough to matter, seldom enough not to fill a log.
const retryMinutes = 15
const looked = 20

/** Makes the backup that is due, if one is, and takes away the oldest beyond those to keep. */
export async function backUpWhenDue(context: Context): Promise<void> {
  const { folder } = context.config.backups
  if (folder === null || !(await isDue(context))) return
  await inTurn(context, turn, async () => {
    // Another worker may have made it between the look and the turn.
    if (!(await isDue(context))) return
    await endForgotten(context.db, context.clock.now())
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const at = context.clock.now().round('second').toString()
    const file = join(folder, `peyman-${at.replaceAll(/[-:]/g, '')}.peyman`)
    await backUp(context, { file, to: context.config.backups.to }, 'schedule')
    await keepNewest(context)
  })
}

/**
 * Makes a backup and remembers it, with the fact that it was made, or the row that says why not.
 * @throws {Refusal} As `makeBackup` does.
 */
export async function backUp(
  context: Context,
  input: BackupInput,
  madeBy: BackupRow['madeBy']
): Promise<MadeBackup> {
  const { db, clock } = context
  // A slip of whoever typed it is no backup that failed.
  await demandFree(input.file)
  const id = newId(clock.now())
  await insertBackup(db, { id, madeBy, file: input.file, startedAt: clock.now() })
  try {
    const made = await makeBackup(context, input)
    await inTransaction(db, async (tx) => {
      const endedAt = clock.now()
      await endBackup(tx, { ...made, id, state: 'made', trouble: null, endedAt })
      const { at, sizeBytes, rows, facts } = made
      const body = { backup: made.id, stateAt: at.toString(), sizeBytes, rows, facts, by: madeBy }
      await recordForAll(tx, { kind: 'backup.made', subject: made.id, body }, endedAt)
    })
    return made
  } catch (error) {
    const trouble = troubleOf(error)
    const nothing = { at: null, sizeBytes: null, rows: null, facts: null }
    await endBackup(db, { id, state: 'failed', ...nothing, trouble, endedAt: clock.now() })
    throw error
  }
}

/** The stable code of what went wrong; never a path or a name. */
export function troubleOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'fault'
}

async function isDue(context: Context): Promise<boolean> {
  const { everyHours } = context.config.backups
  const newest = await newestScheduled(context.db)
  if (newest === null) return true
  const minutes = newest.state === 'failed' ? retryMinutes : everyHours * 60
  // Whoever runs holds the turn; one whose process is gone does not.
  if (newest.state === 'running') return true
  return Temporal.Instant.compare(newest.startedAt.add({ minutes }), context.clock.now()) <= 0
}

async function newestScheduled(db: Db): Promise<BackupRow | null> {
  const rows = await newestBackups(db, looked)
  return rows.find(({ madeBy }) => madeBy === 'schedule') ?? null
}

/** Only files that the schedule made: what somebody put beside them is theirs. */
async function keepNewest(context: Context): Promise<void> {
  const kept = (await keptBackups(context.db)).filter(({ madeBy }) => madeBy === 'schedule')
  for (const { id, file } of kept.slice(context.config.backups.keep)) {
    await rm(file, { force: true })
    await noteGone(context.db, id, context.clock.now())
  }
}
