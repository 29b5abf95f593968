import { personalData } from '../people/index.ts'

/** Which agreements a person accepted, and when. */
export const holder: personalData.PersonalDataHolder = personalData.tableHolder('agreements', [
  {
    table: 'agreement_acceptances',
    person: 'person',
    rooted: true,
    title: { fa: 'پذیرش توافق‌نامه‌ها', en: 'Agreements that you accepted' }
  }
])
