import type { SliceJobs } from '../platform/index.ts'
import { logKeeper } from './keep-log.ts'

/** Gives facts their leaves and publishes the log. */
export const jobs: SliceJobs = {
  schedule: [{ name: 'ledger.log', everySeconds: 1, run: logKeeper() }]
}
