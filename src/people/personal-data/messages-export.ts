import { toPersianDigits } from '../../kernel/persian/index.ts'
import { type Bilingual, defineMessages } from '../../platform/index.ts'

/** Words inside the copy that a person takes home. */
export const exportMessages = defineMessages({
  title: { fa: 'داده‌های من', en: 'My data' },
  made: {
    fa: (at: string) => `همه آنچه سامانه درباره شما نگه می‌دارد، در ${at}.`,
    en: (at: string) => `Everything that the system keeps about you, as of ${at}.`
  },
  rows: {
    fa: (count: number) => `${toPersianDigits(String(count))} سطر`,
    en: (count: number) => (count === 1 ? '1 row' : `${String(count)} rows`)
  },
  files: { fa: 'مدارک و رسیدها', en: 'Documents and receipts' },
  receiptsHow: {
    fa: 'رسیدهای پوشه receipts را هر کس با صفحه «راستی‌آزمایی رسید» یا بدون شبکه می‌سنجد. همین داده‌ها برای برنامه‌ها در پوشه json است.',
    en: 'Anybody can check the receipts in the folder “receipts”, on the page “Check a receipt” or offline. The same data, for programs, is in the folder “json”.'
  },
  otherLanguage: { fa: 'In English', en: 'به فارسی' },
  yes: { fa: 'بله', en: 'Yes' },
  no: { fa: 'نه', en: 'No' }
})

/** Names of columns, for people; one that is not here keeps its own. */
export const columnWords: Readonly<Record<string, Bilingual>> = {
  id: { fa: 'شماره', en: 'Number' },
  name: { fa: 'نام', en: 'Name' },
  kind: { fa: 'گونه', en: 'Kind' },
  national_id: { fa: 'کد ملی', en: 'National id' },
  legal_id: { fa: 'شناسه ملی', en: 'Legal id' },
  foreigner_code: { fa: 'کد فراگیر', en: 'Foreigner’s code' },
  mobile: { fa: 'تلفن همراه', en: 'Mobile' },
  email: { fa: 'رایانامه', en: 'E-mail' },
  created_at: { fa: 'ساخته‌شده در', en: 'Made at' },
  code: { fa: 'کد رهگیری', en: 'Tracking code' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  service: { fa: 'خدمت', en: 'Service' },
  services: { fa: 'خدمات', en: 'Services' },
  stage: { fa: 'وضع', en: 'State' },
  state: { fa: 'وضع', en: 'State' },
  step: { fa: 'گام', en: 'Step' },
  filed_at: { fa: 'ثبت‌شده در', en: 'Filed at' },
  card_version: { fa: 'نسخه شناسنامه', en: 'Version of the card' },
  agreement_version: { fa: 'نسخه توافق‌نامه', en: 'Version of the agreement' },
  label_fa: { fa: 'پرسش', en: 'Question' },
  label_en: { fa: 'پرسش', en: 'Question' },
  field: { fa: 'نام فیلد', en: 'Field' },
  answer: { fa: 'پاسخ', en: 'Answer' },
  text: { fa: 'متن', en: 'Text' },
  words: { fa: 'متن', en: 'Text' },
  place: { fa: 'محل', en: 'Place' },
  contact: { fa: 'راه تماس', en: 'Contact' },
  address: { fa: 'نشانی', en: 'Address' },
  channel: { fa: 'کانال', en: 'Channel' },
  lang: { fa: 'زبان', en: 'Language' },
  written_at: { fa: 'نوشته‌شده در', en: 'Written at' },
  saved_at: { fa: 'نگه‌داشته‌شده در', en: 'Saved at' },
  started_at: { fa: 'آغاز', en: 'Started at' },
  seen_at: { fa: 'آخرین استفاده', en: 'Last used' },
  expires_at: { fa: 'پایان', en: 'Ends at' },
  ended_at: { fa: 'پایان‌یافته در', en: 'Ended at' },
  device: { fa: 'دستگاه', en: 'Device' },
  first_seen_at: { fa: 'نخستین بار', en: 'First seen' },
  last_seen_at: { fa: 'آخرین بار', en: 'Last seen' },
  used_at: { fa: 'آخرین ورود', en: 'Last used' },
  proven_at: { fa: 'اثبات‌شده در', en: 'Proven at' },
  told_at: { fa: 'فرستاده‌شده در', en: 'Told at' },
  read_at: { fa: 'خوانده‌شده در', en: 'Read at' },
  subject: { fa: 'موضوع', en: 'About' },
  body: { fa: 'متن', en: 'Content' },
  at: { fa: 'زمان', en: 'When' },
  actor: { fa: 'چه کسی', en: 'Who' },
  role: { fa: 'نقش', en: 'Role' },
  unit: { fa: 'واحد', en: 'Unit' },
  post: { fa: 'سمت', en: 'Post' },
  reason: { fa: 'سبب', en: 'Reason' },
  placed_at: { fa: 'گذاشته‌شده در', en: 'Placed at' },
  lifted_at: { fa: 'برداشته‌شده در', en: 'Lifted at' },
  asked_at: { fa: 'درخواست‌شده در', en: 'Asked at' },
  confirmed_at: { fa: 'تأییدشده در', en: 'Confirmed at' },
  valid_from: { fa: 'از', en: 'From' },
  valid_to: { fa: 'تا', en: 'Until' },
  grantor: { fa: 'دهنده', en: 'Given by' },
  delegate: { fa: 'نماینده', en: 'Delegate' },
  scope: { fa: 'دامنه', en: 'Scope' },
  acts: { fa: 'کارها', en: 'Acts' }
}
