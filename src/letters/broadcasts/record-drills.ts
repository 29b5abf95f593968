import { recordFact } from '../../ledger/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { claimDrills, reachOf } from './telling-store.ts'

/**
 * Records what an exercise reached once its time is up (PI-3.1d): the share of its audience to whom it
 * was handed over by at least one channel within the target time.
 */
export async function recordDrills(context: Context): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    for (const { id, authority, publishedAt, percent, seconds } of await claimDrills(tx, at)) {
      const reach = await reachOf(tx, { id, publishedAt }, publishedAt.add({ seconds }))
      const { audience, reached } = reach
      await recordFact(tx, {
        ...{ owner: authority, authority, kind: 'crisis.drilled', subject: id },
        ...{ at, actor: 'system:letters' },
        body: {
          ...{ broadcast: id, audience, reached, targetPercent: percent, targetSeconds: seconds },
          ...(reach.p95Seconds !== null && { seconds: reach.p95Seconds }),
          ok: audience > 0 && reached * 100 >= percent * audience
        }
      })
    }
  })
}
