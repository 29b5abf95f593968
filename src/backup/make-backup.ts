import { resolve } from 'node:path'
import { type Context, databaseAddress, newId } from '../platform/index.ts'
import { demandFree, writeSealed } from './archive/sealed-file.ts'
import { type Draft, withDraft } from './draft.ts'
import type { OnProgress } from './progress.ts'
import { recipientsOf } from './recovery-key.ts'
import { openSnapshot } from './snapshot-store.ts'
import { Writing } from './write-archive.ts'

/** A backup that was made. */
export interface MadeBackup {
  readonly id: string
  readonly file: string
  /** The moment whose state it holds. */
  readonly at: Temporal.Instant
  readonly sizeBytes: number
  readonly rows: number
  readonly facts: number
  readonly tables: number
  readonly parts: number
  /** Parts that an earlier run, which was cut off, had made already. */
  readonly partsKept: number
}

/** What is to be backed up, and for whom. */
export interface BackupInput {
  /** Where the backup comes to stand; there is nothing yet. */
  readonly file: string
  /** Recipients or files of them; the recovery key of the data folder where empty. */
  readonly to: readonly string[]
  /** Throws away what a run left that was cut off; else it goes on with it. */
  readonly anew?: boolean
  readonly onProgress?: OnProgress
}

/**
 * Writes the whole state of the installation, as it is at one moment, into a file that only the recovery
 * key opens. The desk may run meanwhile. Cut off, the next call for the same file goes on: it holds the
 * state of its own moment, and makes no part again that is as it was.
 * @throws {BackupExistsError} If there is a file of that name.
 * @throws {NoRecoveryKeyError} If nobody is named who could open it.
 * @throws {BackupUnderWayError} If another process makes it.
 */
export async function makeBackup(context: Context, input: BackupInput): Promise<MadeBackup> {
  await demandFree(input.file)
  const place = { place: resolve(input.file), anew: input.anew === true }
  return withDraft(context, place, (draft) => writeBackup(context, input, draft))
}

/** Writes a backup of now, with what its draft holds already. */
export async function writeBackup(
  context: Context,
  input: BackupInput,
  draft: Draft
): Promise<MadeBackup> {
  const recipients = await recipientsOf(context.config.dataFolder, input.to)
  const snapshot = await openSnapshot(databaseAddress(context.db), context.clock)
  try {
    const { config } = context
    const id = newId(snapshot.at)
    const writing = new Writing({ id, config, snapshot, draft }, input.onProgress ?? (() => {}))
    const { sizeBytes } = await writeSealed(input.file, writing.frames(), {
      recipients,
      draft: draft.sealedFile
    })
    const { at, facts } = snapshot
    return { id, file: input.file, at, sizeBytes, facts, ...writing.counts }
  } finally {
    await snapshot.close()
  }
}
