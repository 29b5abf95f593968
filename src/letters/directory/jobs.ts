import type { SliceJobs } from '../../platform/index.ts'
import { integrateEntries } from './integrate-entries.ts'

/** Puts what waits into the map. Ten seconds: whoever enrols can be written to soon after. */
export const directoryJobs: SliceJobs = {
  schedule: [
    {
      name: 'letters.directory',
      everySeconds: 10,
      run: async (context) => {
        if ((await integrateEntries(context)) !== null) context.nudge()
      }
    }
  ]
}
