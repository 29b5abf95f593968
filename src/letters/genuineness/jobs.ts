import type { SliceJobs } from '../../platform/index.ts'
import { enterLetters } from './enter-letters.ts'

/** Enters in the public log what whoever holds a letter may ask about. */
export const genuinenessJobs: SliceJobs = {
  schedule: [
    {
      name: 'letters.genuineness',
      everySeconds: 10,
      run: async (context) => {
        await enterLetters(context)
      }
    }
  ]
}
