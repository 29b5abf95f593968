import { systemActor } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { fileOf } from './case-file.ts'
import { casesByIds } from './case-store.ts'
import { type DueTimer, dueTimers, takeTimers } from './clock-store.ts'
import { refreshCases } from './refresh-case.ts'

// Buckets that are worked on at once: enough to hide the wait for the disk, few enough for the pool.
const bucketsAtOnce = 6

/**
 * Wakes the cases whose due instant has passed: each is read again, and a promise that is broken is
 * recorded as a fact. Timers are found by a plain read over all buckets and taken by compare-and-swap,
 * one bucket in one transaction, so that any number of workers may do this at once.
 * @param limit - Most timers to look at in this turn.
 * @returns How many this call woke.
 */
export async function wakeTimers(context: Context, limit = 1000): Promise<number> {
  const due = await dueTimers(context.db, context.clock.now(), limit)
  const byBucket = [...Map.groupBy(due, (timer) => timer.bucket).entries()]
  let woken = 0
  const work = async () => {
    for (let next = byBucket.pop(); next !== undefined; next = byBucket.pop()) {
      const count = await wakeBucket(context, next[0], next[1])
      woken += count
    }
  }
  await Promise.all(Array.from({ length: bucketsAtOnce }, work))
  if (woken > 0) context.nudge()
  return woken
}

async function wakeBucket(
  context: Context,
  bucket: number,
  timers: readonly DueTimer[]
): Promise<number> {
  const at = context.clock.now()
  const actor = systemActor('cases.due').id
  try {
    return await inTransaction(context.db, async (tx) => {
      const taken = await takeTimers(tx, bucket, timers)
      if (taken.length === 0) return 0
      const records = await casesByIds(tx, taken)
      const files = []
      for (const record of records) {
        files.push(await fileOf(tx, record, { at, published: context.db }))
      }
      return refreshCases(tx, files, { at, actor })
    })
  } catch (error) {
    // One case that cannot be read must not keep the others from being woken.
    if (timers.length > 1) return wakeOneByOne(context, bucket, timers)
    const [timer] = timers
    context.log.error({ error, case: timer?.case }, 'timer failed; it stays for the next turn')
    return 0
  }
}

async function wakeOneByOne(
  context: Context,
  bucket: number,
  timers: readonly DueTimer[]
): Promise<number> {
  let woken = 0
  for (const timer of timers) woken += await wakeBucket(context, bucket, [timer])
  return woken
}
