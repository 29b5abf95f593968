import type { SliceJobs } from '../../platform/index.ts'
import { emptyPages } from './paper/claim-letter.ts'

/** Takes away what lay for pages whose time is over, or whose letter went another way. */
export const claimJobs: SliceJobs = {
  schedule: [{ name: 'letters.claims', everySeconds: 300, run: emptyPages }]
}
