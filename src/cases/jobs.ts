import type { SliceJobs } from '../platform/index.ts'
import { forgetLinks } from './open-link.ts'
import { checkPolicy } from './policy-check/check-policy.ts'
import { projectQueue } from './project-queue.ts'
import { refreshClocks } from './refresh-clocks.ts'
import { sweepUploads } from './sweep-uploads.ts'
import { wakeTimers } from './wake-timers.ts'

const timersAtOnce = 1000

/** The desk's background work: the officers' queue, the due clocks, new calendars, old uploads. */
export const jobs: SliceJobs = {
  outbox: { 'case-changed': projectQueue },
  schedule: [
    {
      name: 'cases.due',
      everySeconds: 5,
      run: async (context) => {
        while ((await wakeTimers(context, timersAtOnce)) === timersAtOnce);
      }
    },
    {
      name: 'cases.calendar',
      everySeconds: 60,
      run: async (context) => {
        await refreshClocks(context)
      }
    },
    { name: 'cases.policy', everySeconds: 3600, run: checkPolicy },
    { name: 'cases.links', everySeconds: 86_400, run: forgetLinks },
    {
      name: 'cases.uploads',
      everySeconds: 3600,
      run: async (context) => {
        await sweepUploads(context)
      }
    }
  ]
}
