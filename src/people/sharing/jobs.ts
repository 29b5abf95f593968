import type { SliceJobs } from '../../platform/index.ts'
import { lookForSharing } from './look-for-sharing.ts'
import { sightTopic } from './note-sight.ts'
import { deleteSightsBefore } from './sharing-store.ts'

// As long as ended sessions are kept.
const sightsKeptDays = 90

/** Looks at the use of sessions, and forgets what is long past. */
export const sharingJobs: SliceJobs & Required<Pick<SliceJobs, 'outbox' | 'schedule'>> = {
  outbox: { [sightTopic]: lookForSharing },
  schedule: [
    {
      name: 'people.forget-sights',
      everySeconds: 3600,
      run: async (context) => {
        const before = context.clock.now().subtract({ hours: 24 * sightsKeptDays })
        await deleteSightsBefore(context.db, before)
      }
    }
  ]
}
