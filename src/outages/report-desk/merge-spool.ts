import {
  type Clock,
  type Db,
  type Log,
  inTransaction,
  isDatabaseAway
} from '../../platform/index.ts'
import { writeFiling } from '../reports/file-report.ts'
import type { Spool, Waiting } from './spool-store.ts'

const atOnce = 100
const retryMinutesMax = 60
const lateSeconds = 5

/** What reports join by. */
export interface Merging {
  readonly spool: Spool
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
}

/**
 * Brings what waits into the database, each report once: its own id is its key there, and one that a
 * killed process had written before it could say so is found again.
 * @returns How many joined.
 * @throws The error of a database that is away; all that had not joined waits on.
 */
export async function mergeSpool(merging: Merging): Promise<number> {
  const { spool, clock } = merging
  let joined = 0
  for (;;) {
    const waiting = spool.waiting(clock.now(), atOnce)
    if (waiting.length === 0) return joined
    const done: string[] = []
    try {
      // One at a time in memory: each may have a photo.
      for (const id of waiting) {
        const each = spool.waitingReport(id)
        if (each !== null && (await mergeOne(merging, each))) done.push(id)
      }
    } finally {
      spool.merged(done, clock.now())
    }
    joined += done.length
  }
}

/** @returns Whether it joined; one that fails for a reason of its own holds no other back. */
async function mergeOne({ spool, db, clock, log }: Merging, waiting: Waiting): Promise<boolean> {
  const { filing, tries } = waiting
  const own = { ...filing, key: `report:${filing.id}` }
  const knownAt = clock.now()
  // The desk may learn only from this report that the database had gone.
  const isLate = knownAt.since(filing.filedAt).total('seconds') > lateSeconds
  const how = { knownAt, spooled: waiting.isSpooled || isLate }
  try {
    await inTransaction(db, (tx) => writeFiling(tx, own, how))
    return true
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    log.error({ error, report: filing.id }, 'a report of the spool could not join the desk yet')
    const message = error instanceof Error ? error.message : String(error)
    const minutes = Math.min(2 ** tries, retryMinutesMax)
    spool.failed(filing.id, message, clock.now().add({ minutes }))
    return false
  }
}
