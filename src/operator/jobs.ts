import type { SliceJobs } from '../platform/index.ts'
import { beat } from './beat-store.ts'

/** Tells the operator that background work is being done. */
export const jobs: SliceJobs = {
  schedule: [{ name: 'operator.beat', everySeconds: 30, run: beat }]
}
