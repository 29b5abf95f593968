import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  title: { fa: 'پذیرش توافق‌نامه', en: 'Accepting the agreement' },
  lead: {
    fa: 'این توافق‌نامه به منزله قراردادی میان دستگاه و هر متقاضی است. پیش از نخستین استفاده، و برای هر نسخه تازه یک بار، آن را می‌پذیرید.',
    en: 'This agreement is a contract between the authority and each applicant. You accept it before the first use, and each new version once.'
  },
  version: { fa: 'نسخه', en: 'Version' },
  standing: { fa: 'وضع', en: 'State' },
  'in-force': { fa: 'معتبر', en: 'in force' },
  draft: {
    fa: 'پیش‌نویس؛ هنوز امضا نشده است و تا امضا تنها نشان می‌دهد که خوانده‌اید',
    en: 'a draft; not signed yet, and until then it shows only that you read it'
  },
  expired: { fa: 'پایان‌یافته؛ نسخه تازه‌ای نیست', en: 'expired; there is no newer one' },
  read: { fa: 'خواندن متن کامل', en: 'Read the whole text' },
  changes: {
    fa: 'آنچه از نسخه‌ای که پذیرفته بودید عوض شده است',
    en: 'What changed since the version that you accepted'
  },
  forWhom: { fa: 'برای', en: 'For' },
  agree: { fa: 'این نسخه را خوانده‌ام و می‌پذیرم.', en: 'I have read this version and accept it.' },
  agreeNeeded: { fa: 'برای پذیرفتن این خانه را علامت بزنید.', en: 'Tick this box to accept.' },
  accept: { fa: 'پذیرفتن', en: 'Accept' },
  done: { fa: 'پذیرش شما ثبت شد.', en: 'Your acceptance is recorded.' },
  accepted: { fa: 'پذیرفته‌شده در', en: 'Accepted on' },
  notYet: { fa: 'هنوز پذیرفته نشده است', en: 'not accepted yet' },
  nothing: {
    fa: 'این توافق‌نامه پذیرش جداگانه نمی‌خواهد.',
    en: 'This agreement asks for no acceptance of its own.'
  },
  onPaper: { fa: 'روی کاغذ', en: 'on paper' }
})
