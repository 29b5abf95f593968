import type { SliceJobs } from '../../platform/index.ts'
import { expireDrafts } from './keep-draft.ts'

/** Background work of writing: drafts that nobody goes on with end. */
export const writerJobs: SliceJobs = {
  schedule: [
    {
      name: 'letters.drafts',
      everySeconds: 3600,
      run: async (context) => {
        await expireDrafts(context)
      }
    }
  ]
}
