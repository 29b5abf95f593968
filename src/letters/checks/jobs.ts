import type { SliceJobs } from '../../platform/index.ts'
import { checkLetters } from './check-letters.ts'

/** The daily count of letters, and what is held against the data policy. */
export const letterCheckJobs: SliceJobs = {
  schedule: [{ name: 'letters.policy', everySeconds: 3600, run: checkLetters }]
}
