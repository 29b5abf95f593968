import type { Context, SliceJobs } from '../../platform/index.ts'
import { applyRetention } from './apply-retention.ts'
import { eraseAgain } from './erase-again.ts'
import type { PersonalDataHolder } from './holder.ts'
import { makeExports } from './make-exports.ts'
import { runErasures } from './run-erasures.ts'

/** The background work on data of persons, over the holders of all slices. */
export function personalDataJobs(holders: readonly PersonalDataHolder[]): SliceJobs {
  return {
    schedule: [
      { name: 'personal-data.erase', everySeconds: 10, run: erasing(holders) },
      {
        name: 'personal-data.export',
        everySeconds: 5,
        run: (context) => makeExports(context, holders)
      },
      {
        name: 'personal-data.retention',
        everySeconds: 3600,
        run: (context) => applyRetention(context, holders)
      }
    ]
  }
}

/** First of all, whom a restored backup brought back: once for each start. */
function erasing(holders: readonly PersonalDataHolder[]): (context: Context) => Promise<void> {
  let isChecked = false
  return async (context) => {
    if (!isChecked) await eraseAgain(context)
    isChecked = true
    await runErasures(context, holders)
  }
}
