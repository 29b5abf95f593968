import { systemActor } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { probeSettings } from '../probes/settings-store.ts'
import { changeOutageIn } from './change-outage.ts'
import { openOutages } from './outage-store.ts'
import { OutageChangedMeanwhileError } from './refusals.ts'

const actor = systemActor('outages.news').id

// A promise of news every few minutes for days would bury what is new: the longer, the rarer.
const shareOfLength = 0.25

/**
 * Keeps the promise of news: an open outage whose next update is due and that nobody updated is told to
 * go on, with a new time for the next one.
 */
export async function tellNews(context: Context): Promise<void> {
  const { db, clock } = context
  const at = clock.now()
  for (const outage of await openOutages(db)) {
    const { nextUpdateAt, expectedReturnAt } = outage
    if (nextUpdateAt === null || Temporal.Instant.compare(nextUpdateAt, at) > 0) continue
    const { nextUpdateMinutes } = await probeSettings(db, outage.authority)
    const length = at.since(outage.from).total('minutes')
    const minutes = Math.round(Math.max(nextUpdateMinutes, length * shareOfLength))
    const isStale = expectedReturnAt !== null && Temporal.Instant.compare(expectedReturnAt, at) <= 0
    try {
      await inTransaction(db, (tx) =>
        changeOutageIn(
          tx,
          {
            ...outage,
            nextUpdateAt: at.add({ minutes: Math.min(minutes, 24 * 60) }),
            expectedReturnAt: isStale ? null : expectedReturnAt
          },
          { act: { kind: 'updated' }, change: { actor, at } }
        )
      )
    } catch (error) {
      // Somebody, or another worker, told news just now.
      if (!(error instanceof OutageChangedMeanwhileError)) throw error
    }
  }
}
