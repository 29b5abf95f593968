import type { SliceJobs } from '../../platform/index.ts'
import { filedTopic } from './file-report.ts'
import { matchOutages, matchReport } from './match-reports.ts'
import { removeKeys } from './report-store.ts'
import { syncChoices } from './sync-choices.ts'

/** A used key is kept for longer than anything that comes with it is taken. */
const keptHours = 48

/** The background work of failure reports. */
export const reportJobs: SliceJobs = {
  outbox: {
    [filedTopic]: async (context, tx, messages) => {
      for (const { payload } of messages) {
        if (typeof payload.report === 'string') await matchReport(context, tx, payload.report)
      }
    }
  },
  schedule: [
    { name: 'failure-reports.choices', everySeconds: 60, run: syncChoices },
    { name: 'failure-reports.match', everySeconds: 20, run: matchOutages },
    {
      name: 'failure-reports.keys',
      everySeconds: 3600,
      run: ({ db, clock }) => removeKeys(db, clock.now().subtract({ hours: keptHours }))
    }
  ]
}
