import { type Context, type OutboxHandlers, type Tx, inTransaction } from '../platform/index.ts'
import {
  type OutboxRow,
  type ReadyRows,
  claimRows,
  postponeRow,
  readyBuckets,
  readyIds,
  removeRows
} from './outbox-store.ts'

const bucketsPerRound = 64
const rowsPerClaim = 200
const retrySecondsMax = 3600

/**
 * Does everything that waits, bucket by bucket, until nothing is ready. A row whose handler fails is put
 * off (2, 4, 8 … seconds, at most an hour) and holds back no other, not even of its bucket or topic.
 * @returns How many rows were done.
 */
export async function drainOutbox(context: Context, handlers: OutboxHandlers): Promise<number> {
  let done = 0
  for (;;) {
    const now = context.clock.now()
    const buckets = await readyBuckets(context.db, now, bucketsPerRound)
    let round = 0
    for (const bucket of buckets) round += await drainBucket(context, handlers, { bucket, now })
    done += round
    if (round === 0) return done
  }
}

async function drainBucket(
  context: Context,
  handlers: OutboxHandlers,
  rows: ReadyRows
): Promise<number> {
  try {
    return await drainRows(context, handlers, rows)
  } catch {
    // Something among them cannot be done: one by one it is found, and the others are done.
    let done = 0
    for (const id of await readyIds(context.db, rows, rowsPerClaim)) {
      done += await drainRow(context, handlers, { ...rows, id })
    }
    return done
  }
}

async function drainRow(
  context: Context,
  handlers: OutboxHandlers,
  row: ReadyRows
): Promise<number> {
  try {
    return await drainRows(context, handlers, row)
  } catch (error) {
    context.log.error({ error, bucket: row.bucket, id: row.id }, 'outbox row failed; it is put off')
    await inTransaction(context.db, async (tx) => {
      for (const claimed of await claimRows(tx, row, 1)) await putOff(tx, claimed, row.now)
    })
    return 0
  }
}

function drainRows(context: Context, handlers: OutboxHandlers, rows: ReadyRows): Promise<number> {
  return inTransaction(context.db, async (tx) => {
    const claimed = await claimRows(tx, rows, rowsPerClaim)
    for (const [topic, group] of Map.groupBy(claimed, (row) => row.topic)) {
      const handle = handlers[topic]
      if (handle === undefined) throw new Error(`no handler for the outbox topic ${topic}`)
      await handle({ ...context, db: tx }, tx, group)
    }
    const ids = claimed.map((row) => row.id)
    if (ids.length > 0) await removeRows(tx, rows.bucket, ids)
    return ids.length
  })
}

function putOff(tx: Tx, row: OutboxRow, now: Temporal.Instant): Promise<void> {
  const seconds = Math.min(retrySecondsMax, 2 ** (row.attempts + 1))
  return postponeRow(tx, row, now.add({ seconds }))
}
