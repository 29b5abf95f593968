import type { personalData } from '../people/index.ts'
import { messages } from './messages-personal-data.ts'
import { subscriptionsOf, deleteSubscription } from './subscription-store.ts'

const { entries: t } = messages

/** What a person asked to be told of, with the address that is written to. */
export const holder: personalData.PersonalDataHolder = {
  slice: 'notices',
  tables: ['notice_subscriptions', 'notice_tokens', 'notice_deliveries'],
  async *collect({ db }, person) {
    const rows = (await subscriptionsOf(db, person)).map((one) => ({
      address: one.address,
      authority: one.authority,
      services: one.services.join(' '),
      kinds: one.kinds.join(' '),
      lang: one.lang,
      askedAt: one.askedAt.toString(),
      confirmedAt: one.confirmedAt?.toString() ?? null
    }))
    if (rows.length > 0) yield { name: 'notice-subscriptions', title: t.subscriptions, rows }
  },
  async foresee(db, person) {
    const count = (await subscriptionsOf(db, person)).length
    return { erased: count === 0 ? [] : [{ what: t.subscriptions, count }], kept: [], refused: [] }
  },
  evidence: () => Promise.resolve([]),
  async erase(tx, person) {
    const all = await subscriptionsOf(tx, person)
    for (const one of all) await deleteSubscription(tx, one)
    return { erased: all.length === 0 ? {} : { subscriptions: all.length }, kept: [] }
  }
}
