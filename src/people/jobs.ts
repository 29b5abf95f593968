import type { SliceJobs } from '../platform/index.ts'
import { deleteCeremoniesBefore } from './challenge-store.ts'
import { deliverMessages } from './contact/deliver-message.ts'
import { deleteSessionsBefore } from './session-store.ts'

// Ended and run-out sessions stay this long, so that their owner can still be told of them.
const sessionsKeptDays = 90

/** Forgets what is over: ceremonies that nobody finished, sessions that ran out long ago. */
export const jobs: SliceJobs = {
  outbox: { 'people.told': deliverMessages },
  schedule: [
    {
      name: 'people.forget',
      everySeconds: 3600,
      run: async (context) => {
        const now = context.clock.now()
        await deleteCeremoniesBefore(context.db, now)
        await deleteSessionsBefore(context.db, now.subtract({ hours: 24 * sessionsKeptDays }))
      }
    }
  ]
}
