import type { SliceJobs } from '../platform/index.ts'
import { noteExpiry } from './note-expiry.ts'

/** Looks every hour for versions that end soon or have ended, and notes each milestone once. */
export const jobs: SliceJobs = {
  schedule: [
    {
      name: 'agreements.expiry',
      everySeconds: 3600,
      run: async (context) => {
        const noted = await noteExpiry(context)
        if (noted.length > 0) context.log.warn({ noted }, 'agreements end or have ended')
      }
    }
  ]
}
