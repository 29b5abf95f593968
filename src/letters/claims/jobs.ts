import type { SliceJobs } from '../../platform/index.ts'
import { emptyClaimsBefore } from './paper/claim-store.ts'

/** Takes away what lay for pages whose time is over. */
export const claimJobs: SliceJobs = {
  schedule: [
    {
      name: 'letters.claims',
      everySeconds: 3600,
      run: ({ db, clock }) => emptyClaimsBefore(db, clock.now())
    }
  ]
}
