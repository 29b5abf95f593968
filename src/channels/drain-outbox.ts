import { type Context, type OutboxHandlers, type Tx, inTransaction } from '../platform/index.ts'
import { type OutboxRow, claimRows, postponeRow, readyBuckets, removeRows } from './outbox-store.ts'

const bucketsPerRound = 64
const rowsPerClaim = 200
const retrySecondsMax = 3600

/**
 * Does everything that waits, bucket by bucket, until nothing is ready. A handler that fails puts its
 * rows off (2, 4, 8 … seconds, at most an hour) and leaves the others alone.
 * @returns How many rows were done.
 */
export async function drainOutbox(context: Context, handlers: OutboxHandlers): Promise<number> {
  let done = 0
  for (;;) {
    const now = context.clock.now()
    const buckets = await readyBuckets(context.db, now, bucketsPerRound)
    let round = 0
    for (const bucket of buckets) round += await drainBucket(context, handlers, bucket)
    done += round
    if (round === 0) return done
  }
}

async function drainBucket(
  context: Context,
  handlers: OutboxHandlers,
  bucket: number
): Promise<number> {
  const now = context.clock.now()
  try {
    return await inTransaction(context.db, async (tx) => {
      const rows = await claimRows(tx, { bucket, now }, rowsPerClaim)
      for (const [topic, group] of Map.groupBy(rows, (row) => row.topic)) {
        const handle = handlers[topic]
        if (handle === undefined) throw new Error(`no handler for the outbox topic ${topic}`)
        await handle({ ...context, db: tx }, tx, group)
      }
      if (rows.length > 0) {
        await removeRows(
          tx,
          bucket,
          rows.map((row) => row.id)
        )
      }
      return rows.length
    })
  } catch (error) {
    context.log.error({ error, bucket }, 'outbox bucket failed; its rows are put off')
    await inTransaction(context.db, async (tx) => {
      for (const row of await claimRows(tx, { bucket, now }, rowsPerClaim))
        await putOff(tx, row, now)
    })
    return 0
  }
}

function putOff(tx: Tx, row: OutboxRow, now: Temporal.Instant): Promise<void> {
  const seconds = Math.min(retrySecondsMax, 2 ** (row.attempts + 1))
  return postponeRow(tx, row, now.add({ seconds }))
}
