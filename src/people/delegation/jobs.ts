import type { SliceJobs } from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { personsOfIdentifiers } from '../person-store.ts'
import { newsOfOffer } from './messages-news.ts'
import { deleteOfferKeysBefore } from './offer-store.ts'

/** Tells whom an offer names, if it names anybody; forgets what was never answered. */
export const delegationJobs: SliceJobs & Required<Pick<SliceJobs, 'outbox' | 'schedule'>> = {
  outbox: {
    'delegation.offered': async (context, tx, messages) => {
      const at = context.clock.now()
      for (const { payload } of messages) {
        const [person] = await personsOfIdentifiers(tx, [payload['key'] as string])
        if (person === undefined || person === payload['grantor']) continue
        await tellPerson(tx, { person, kind: 'delegation', ...newsOfOffer }, at)
      }
    }
  },
  schedule: [
    {
      name: 'people.forget-offers',
      everySeconds: 3600,
      run: (context) => deleteOfferKeysBefore(context.db, context.clock.now())
    }
  ]
}
