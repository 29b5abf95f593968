import { type Context, inTransaction, newId, openDatabase } from '../platform/index.ts'
import { demandOpens } from './archive/sealed-file.ts'
import { keptBackups } from './backup-store.ts'
import {
  type DrillRow,
  endDrill,
  endForgottenDrills,
  insertDrill,
  newestDrills
} from './drill-store.ts'
import { inTurn } from './in-turn.ts'
import type { OnProgress } from './progress.ts'
import { recordForAll } from './record-for-all.ts'
import { readIdentities } from './recovery-key.ts'
import { NoBackupError } from './refusals.ts'
import { restoreBackup } from './restore-backup.ts'
import { troubleOf } from './scheduled-backup.ts'
import { openScratch } from './scratch.ts'
import { type Verification, verifyRestored } from './verify-restored.ts'

const turn = 'drill'
// After one that could not run at all.
const retryHours = 6

/** What a drill measured. */
export interface Drilled extends Pick<
  DrillRow,
  'id' | 'ok' | 'rpoSeconds' | 'rtoSeconds' | 'facts' | 'entries' | 'trouble'
> {
  readonly file: string
  readonly verified: Verification | null
}

/** Which backup a drill tries, and by which key. */
export interface DrillInput {
  /** The backup to try; the newest one of the installation where absent. */
  readonly file?: string
  /** File of a secret key that opens it. */
  readonly identity: string
  /** Somebody typed this: a slip of theirs is refused, and is no drill that failed. */
  readonly isByHand?: boolean
  readonly onProgress?: OnProgress
}

/** Runs the drill that is due, if one is. */
export async function drillWhenDue(context: Context): Promise<void> {
  const identity = context.config.backups.drillIdentity
  if (identity === null || !(await isDue(context))) return
  await inTurn(context, turn, async () => {
    if (!(await isDue(context))) return
    await endForgottenDrills(context.db, context.clock.now())
    const { ok, trouble } = await runDrill(context, { identity })
    if (ok !== true) context.log.error({ trouble }, 'the drill of a restore failed')
  })
}

/**
 * Brings a backup back into a scratch database, holds it against the public log, takes it away, and
 * records what it took. A backup that cannot be brought back is an answer, not an error.
 * @throws {NoBackupError} If there is no backup to try.
 * @throws {NotThereError} {@link RecoveryKeyError} {@link WrongIdentityError} By hand alone, if the file or the key
 *   that was typed is not there, or is the wrong one.
 */
export async function runDrill(context: Context, input: DrillInput): Promise<Drilled> {
  const { db, clock } = context
  const [newest] = await keptBackups(db)
  const file = input.file ?? newest?.file
  if (file === undefined) throw new NoBackupError()
  if (input.isByHand === true) await refuseSlips(input)
  const id = newId(clock.now())
  const startedAt = clock.now()
  await insertDrill(db, { id, backup: newest?.file === file ? newest.id : null, startedAt })
  const tried = await attempt(context, { ...input, file, startedAt })
  const drilled = { id, file, ...tried }
  await inTransaction(db, async (tx) => {
    const endedAt = clock.now()
    await endDrill(tx, { ...drilled, endedAt })
    const { ok, rpoSeconds, rtoSeconds, facts, entries, trouble } = drilled
    const body = { drill: id, ok, rpoSeconds, rtoSeconds, facts, entries, reason: trouble }
    await recordForAll(tx, { kind: 'restore.drilled', subject: id, body }, endedAt)
  })
  return drilled
}

/** That the newest backup of the installation is gone is no slip: a drill is there to find that. */
async function refuseSlips({ file, identity }: DrillInput): Promise<void> {
  const identities = await readIdentities(identity)
  if (file !== undefined) await demandOpens(file, identities)
}

async function attempt(
  context: Context,
  input: DrillInput & { readonly file: string; readonly startedAt: Temporal.Instant }
): Promise<Omit<Drilled, 'id' | 'file'>> {
  const began = performance.now()
  try {
    const identities = await readIdentities(input.identity)
    const scratch = await openScratch(context)
    try {
      const { file, onProgress } = input
      const restored = await restoreBackup({
        file,
        identities,
        url: scratch.url,
        ...(onProgress === undefined ? {} : { onProgress })
      })
      const at = Temporal.Instant.from(restored.manifest.at)
      const verified = await verifyAt(context, scratch.url, at)
      const { ok, facts, entries } = verified
      return {
        ok,
        verified,
        facts,
        entries,
        trouble: ok ? null : 'not-as-the-log',
        rpoSeconds: Math.max(0, Math.round(input.startedAt.since(at).total('seconds'))),
        rtoSeconds: Math.ceil((performance.now() - began) / 1000)
      }
    } finally {
      await scratch.remove()
    }
  } catch (error) {
    context.log.warn({ error }, 'a backup was not brought back')
    const nothing = { rpoSeconds: null, rtoSeconds: null, facts: null, entries: null }
    return { ok: false, ...nothing, verified: null, trouble: troubleOf(error) }
  }
}

/** Deadlines and delays are judged by the moment whose state it is. */
async function verifyAt(
  context: Context,
  url: string,
  at: Temporal.Instant
): Promise<Verification> {
  const opened = openDatabase(url, 4)
  try {
    const then: Context = { ...context, db: opened.db, clock: { now: () => at }, nudge: () => {} }
    return await verifyRestored(then, { repair: false })
  } finally {
    await opened.close()
  }
}

async function isDue(context: Context): Promise<boolean> {
  const [newest] = await newestDrills(context.db, 1)
  const [backup] = await keptBackups(context.db)
  if (backup === undefined) return false
  if (newest === undefined || newest.ok === null) return true
  // A fault is tried again sooner than the next turn: it may have been the server.
  const hours = newest.ok ? context.config.backups.drillHours : retryHours
  return Temporal.Instant.compare(newest.startedAt.add({ hours }), context.clock.now()) <= 0
}
