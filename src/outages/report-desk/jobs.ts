import type { SliceJobs } from '../../platform/index.ts'
import { mergeSpool } from './merge-spool.ts'
import { hasSpool, openSpool } from './spool.ts'

/**
 * Brings in what a report desk of this data folder left when it ended: while one runs, it does so itself
 * and leaves little to find.
 */
export const spoolJobs: SliceJobs = {
  schedule: [
    {
      name: 'report-desk.spool',
      everySeconds: 30,
      run: async ({ config, db, clock, log }) => {
        if (!hasSpool(config.dataFolder)) return
        const spool = await openSpool(config.dataFolder)
        try {
          if (spool.waitingCount() > 0) await mergeSpool({ spool, db, clock, log })
        } finally {
          spool.close()
        }
      }
    }
  ]
}
