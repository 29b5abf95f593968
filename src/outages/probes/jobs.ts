import type { SliceJobs } from '../../platform/index.ts'
import { detectOutages } from '../outages/detect-outages.ts'
import { tellNews } from '../outages/tell-news.ts'
import { forgetBatches } from './batch-store.ts'
import { checkChannels } from './check-channels.ts'
import { syncWatching } from './sync-watching.ts'

const batchesKeptDays = 40

/** The background work of probes: what there is to watch, and what results say. */
export const probeJobs: SliceJobs = {
  schedule: [
    { name: 'probes.sync', everySeconds: 20, run: syncWatching },
    {
      name: 'outages.detect',
      everySeconds: 1,
      run: async (context) => {
        await detectOutages(context)
      }
    },
    { name: 'probes.channels', everySeconds: 60, run: checkChannels },
    { name: 'outages.news', everySeconds: 10, run: tellNews },
    {
      name: 'probes.batches',
      everySeconds: 3600,
      run: ({ db, clock }) =>
        forgetBatches(db, clock.now().subtract({ hours: 24 * batchesKeptDays }))
    }
  ]
}
