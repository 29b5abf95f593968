import type { SliceJobs } from '../../platform/index.ts'
import { recordDrills } from './record-drills.ts'
import { deliverTellings, tellPeople, tellingTopic } from './tell-people.ts'

/** Tells everybody of alerts, and records what exercises reached. */
export const broadcastJobs: SliceJobs = {
  outbox: { [tellingTopic]: deliverTellings },
  schedule: [
    {
      name: 'letters.broadcasts',
      everySeconds: 2,
      run: async (context) => {
        while (await tellPeople(context));
      }
    },
    { name: 'letters.drills', everySeconds: 10, run: recordDrills }
  ]
}
