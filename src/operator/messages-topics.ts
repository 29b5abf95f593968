import { defineMessages } from '../platform/index.ts'

/** What waits in the queues, by the topic of its entries. */
export const topicMessages = defineMessages({
  'agreement.announced': { fa: 'اعلام توافق‌نامه', en: 'Announced agreements' },
  'broadcasts.told': { fa: 'پیام‌های همگانی', en: 'Broadcasts to tell' },
  'card.effect-due': { fa: 'اجرای شناسنامه خدمت', en: 'Cards that take effect' },
  'case-changed': { fa: 'تغییر پرونده‌ها برای کارتابل', en: 'Changes of cases for the queue' },
  'delegation.offered': { fa: 'پیشنهاد نمایندگی', en: 'Offers of delegations' },
  'failure-report.filed': { fa: 'پیوند گزارش خرابی با قطعی', en: 'Failure reports to match' },
  'letter.arrived': { fa: 'خبر نامه رسیده', en: 'Word of letters that arrived' },
  'letters.disclosed': { fa: 'بررسی افشای نامه‌ها', en: 'Checks for disclosed letters' },
  'notice.published': { fa: 'فرستادن اطلاعیه‌ها', en: 'Notices to send' },
  'notice.seen.card': { fa: 'دیده شدن اطلاعیه شناسنامه', en: 'Notices of cards that were seen' },
  'notice.seen.agreement': {
    fa: 'دیده شدن اطلاعیه توافق‌نامه',
    en: 'Notices of agreements that were seen'
  },
  'notice.seen.planned-outage': {
    fa: 'دیده شدن اطلاعیه قطعی',
    en: 'Notices of outages that were seen'
  },
  'people.code': { fa: 'کدهای یک‌بارمصرف', en: 'One-time codes' },
  'people.consent-code': { fa: 'کدهای رضایت', en: 'Consent codes' },
  'people.sight': { fa: 'نشانه‌های استفاده مشترک', en: 'Signs of shared accounts' },
  'people.told': { fa: 'پیام به اشخاص', en: 'News for people' },
  'planned.tell': { fa: 'خبر قطعی برنامه‌ریزی‌شده', en: 'Word of planned outages' }
})
