import { personalData } from '../../people/index.ts'

/** Where broadcasts keep a row about a person: that they were told, by which channel. */
export const broadcastHolder: personalData.PersonalDataHolder = personalData.tableHolder(
  'broadcasts',
  [
    {
      rooted: true,
      table: 'broadcast_tellings',
      person: 'person',
      title: {
        fa: 'هشدارهای همگانی که به شما خبر داده شد',
        en: 'Public alerts that you were told of'
      }
    }
  ]
)
