import type { SliceJobs } from '../platform/index.ts'
import { recomputePromises } from './recompute-promises.ts'

/** Counts the promises again soon after a new fact. */
export const jobs: SliceJobs = {
  schedule: [
    {
      name: 'recompute-promises',
      everySeconds: 15,
      run: async (context) => {
        await recomputePromises(context, { patient: true })
      }
    }
  ]
}
