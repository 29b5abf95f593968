import { type Context, inTransaction, newId } from '../../platform/index.ts'
import {
  countedThrough,
  daysWithNews,
  nextAuthority,
  noteCounted,
  recountDay
} from './counter-store.ts'

// A fact can be committed behind a newer one, by the clock of another host: both are over in seconds.
const lateMinutes = 15

/**
 * Brings the counters of events to the facts: each day that got news since the last time is counted
 * anew, whenever its facts came to light. What is counted is kinds and services, never whose they were.
 */
export async function countEvents(context: Context): Promise<void> {
  const { db, clock } = context
  for (let authority = await nextAuthority(db, ''); authority !== null;) {
    const now = clock.now()
    const through = await countedThrough(db, authority)
    const since = through && firstIdOf(through.subtract({ minutes: lateMinutes }))
    for (const day of await daysWithNews(db, authority, since)) {
      await inTransaction(db, (tx) => recountDay(tx, authority ?? '', day))
    }
    await inTransaction(db, (tx) => noteCounted(tx, authority ?? '', now))
    authority = await nextAuthority(db, authority)
  }
}

/** The first possible id of an instant: ids take their time from when a fact was written down. */
function firstIdOf(at: Temporal.Instant): string {
  return `${newId(at).slice(0, 13)}-0000-0000-000000000000`
}
