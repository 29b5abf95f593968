import { defineMessages } from '../platform/index.ts'

/** Who gave a document, and the page of all documents of a person. */
export const documentMessages = defineMessages({
  title: { fa: 'مدارک من', en: 'My documents' },
  lead: {
    fa: 'همه مدارکی که با درخواست‌های شما رسیده است، با دهنده هر یک، نوع داده و زمانی که بایت‌های آن آخرین بار با آنچه رسیده بود سنجیده شده است.',
    en: 'Every document that came with your applications: who gave it, what kind of data it is, and when its bytes were last compared with what was received.'
  },
  empty: { fa: 'هنوز مدرکی نداده‌اید.', en: 'You have not given any document yet.' },
  document: { fa: 'مدرک', en: 'Document' },
  application: { fa: 'درخواست', en: 'Application' },
  given: { fa: 'دهنده', en: 'Given by' },
  kind: { fa: 'نوع داده', en: 'Kind of data' },
  received: { fa: 'زمان دریافت', en: 'Received' },
  whole: { fa: 'بازخوانی', en: 'Read back' },
  notYet: { fa: 'هنوز بازخوانی نشده است', en: 'Not yet' },
  isWhole: { fa: (at: string) => `بی‌کم‌وکاست، ${at}`, en: (at: string) => `Whole, ${at}` },
  notWhole: { fa: 'با آنچه رسیده بود یکی نیست', en: 'Not what was received' },
  applicant: { fa: 'خود متقاضی', en: 'The applicant' },
  delegate: { fa: 'نماینده', en: 'A delegate' },
  counter: { fa: 'باجه پذیرش', en: 'The counter' },
  by: {
    fa: (who: string, name: string) => `${who}: ${name}`,
    en: (who: string, name: string) => `${who}: ${name}`
  },
  looks: { fa: 'چه کسی داده‌های مرا دید', en: 'Who looked at my file' },
  allLooks: {
    fa: 'همه دیدن‌های این درخواست، با تلاش‌های ردشده',
    en: 'Every look at this application, refused attempts too'
  },
  policy: { fa: 'سیاست داده', en: 'Data policy' }
})
