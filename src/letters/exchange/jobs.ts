import type { SliceJobs } from '../../platform/index.ts'
import { expireLetters, sweepBrokenArrivals } from './expire-letters.ts'
import { purgeCanaries } from './purge-canaries.ts'
import { publishLane } from './publish-letters.ts'
import { tellArrivals } from './tell-arrival.ts'
import { lanes } from './letter.ts'

/** The background work of the exchange: a loop for each lane, the clock of expiry, telling people. */
export const exchangeJobs: SliceJobs = {
  outbox: { 'letter.arrived': tellArrivals },
  schedule: [
    ...lanes.map((lane) => ({
      name: `letters.${lane}`,
      everySeconds: 1,
      run: async (context: Parameters<typeof publishLane>[0]) => {
        await publishLane(context, lane)
      }
    })),
    {
      name: 'letters.expire',
      everySeconds: 30,
      run: async (context) => {
        await expireLetters(context)
      }
    },
    {
      name: 'letters.canaries',
      everySeconds: 600,
      run: async (context) => {
        await purgeCanaries(context)
      }
    },
    {
      name: 'letters.arrivals',
      everySeconds: 3600,
      run: async (context) => {
        await sweepBrokenArrivals(context)
      }
    }
  ]
}
