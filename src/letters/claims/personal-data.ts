import { personalData } from '../../people/index.ts'

/** Letters that wait for a person's page by post. */
export const claimHolder: personalData.PersonalDataHolder = personalData.tableHolder(
  'letter-claims',
  [
    {
      rooted: false,
      table: 'letter_claims',
      person: 'person',
      title: { fa: 'برگه‌های پستی نامه‌ها', en: 'Pages by post for letters' },
      hidden: ['content', 'handle', 'token_hash', 'recipient_key', 'sha256']
    }
  ]
)
