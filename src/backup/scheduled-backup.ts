import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Context, type Db, inTransaction, newId } from '../platform/index.ts'
import {
  type BackupRow,
  endBackup,
  insertBackup,
  keptBackups,
  newestBackups,
  noteGone
} from './backup-store.ts'
import { demandFree } from './archive/sealed-file.ts'
import { endForgottenBackups, interrupted } from './draft-store.ts'
import { type Draft, forgetOldDrafts, withDraft } from './draft.ts'
import { inTurn } from './in-turn.ts'
import { type BackupInput, type MadeBackup, writeBackup } from './make-backup.ts'
import { recordForAll } from './record-for-all.ts'

const turn = 'backup'
// After one that failed: soon enough to matter, seldom enough not to fill a log.
const retryMinutes = 15
const looked = 20
// The name of the file says when it was begun; what was cut off goes on under the next name.
const draftName = 'by-schedule'

/**
 * Makes the backup that is due, if one is, going on with one that was cut off, and takes away the oldest
 * beyond those to keep.
 */
export async function backUpWhenDue(context: Context): Promise<void> {
  const { folder } = context.config.backups
  await tidy(context)
  if (folder === null || !(await isDue(context))) return
  await inTurn(context, turn, async () => {
    // Another worker may have made it between the look and the turn.
    if (!(await isDue(context))) return
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const at = context.clock.now().round('second').toString()
    const file = join(folder, `peyman-${at.replaceAll(/[-:]/g, '')}.peyman`)
    const place = join(folder, draftName)
    await backUp(context, { file, place, to: context.config.backups.to }, 'schedule')
    await keepNewest(context)
  })
}

/** What was running when its process ended, and what nobody goes on with. */
async function tidy(context: Context): Promise<void> {
  const now = context.clock.now()
  await inTransaction(context.db, (tx) => endForgottenBackups(tx, now))
  await forgetOldDrafts(context, now)
}

/**
 * Makes a backup and remembers it, with the fact that it was made, or the row that says why not. One
 * that was cut off goes on.
 * @param input - `place` tells what is continued: what was begun for the same file where absent.
 * @throws {Refusal} As `makeBackup` does.
 */
export async function backUp(
  context: Context,
  input: BackupInput & { readonly place?: string },
  madeBy: BackupRow['madeBy']
): Promise<MadeBackup> {
  // A slip of whoever typed it is no backup that failed; nor is one that another process makes.
  await demandFree(input.file)
  const row = { id: newId(context.clock.now()), madeBy, file: input.file }
  const attempt = (draft: Draft) =>
    remembered(context, { ...row, draft: draft.id }, () => writeBackup(context, input, draft))
  try {
    const place = { place: input.place ?? resolve(input.file), anew: input.anew === true }
    const made = await withDraft(context, place, attempt)
    await noteMade(context, row, made)
    return made
  } finally {
    await tidy(context)
  }
}

async function remembered(
  { db, clock }: Context,
  row: Pick<BackupRow, 'id' | 'madeBy' | 'file'> & { readonly draft: string },
  make: () => Promise<MadeBackup>
): Promise<MadeBackup> {
  await insertBackup(db, { ...row, startedAt: clock.now() })
  try {
    return await make()
  } catch (error) {
    const trouble = troubleOf(error)
    const nothing = { at: null, sizeBytes: null, rows: null, facts: null }
    const { id } = row
    await endBackup(db, { id, state: 'failed', ...nothing, trouble, endedAt: clock.now() })
    throw error
  }
}

async function noteMade(
  { db, clock }: Context,
  { id, madeBy }: Pick<BackupRow, 'id' | 'madeBy'>,
  made: MadeBackup
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const endedAt = clock.now()
    await endBackup(tx, { ...made, id, state: 'made', trouble: null, endedAt })
    const { at, sizeBytes, rows, facts } = made
    const body = { backup: made.id, stateAt: at.toString(), sizeBytes, rows, facts, by: madeBy }
    await recordForAll(tx, { kind: 'backup.made', subject: made.id, body }, endedAt)
  })
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
  // Whoever runs holds the turn; what was cut off goes on as soon as its turn is over.
  if (newest.state === 'running' || newest.trouble === interrupted) return true
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
