import type { SliceJobs } from '../platform/index.ts'
import { countEvents } from './counters/count-events.ts'
import { logKeeper } from './keep-log.ts'

/** Gives facts their leaves and publishes the log. */
export const jobs: SliceJobs = {
  schedule: [
    { name: 'ledger.log', everySeconds: 1, run: logKeeper() },
    { name: 'ledger.count', everySeconds: 600, run: countEvents }
  ]
}
