import type { Bilingual } from '../persian/index.ts'

const factWords: Readonly<Record<string, Bilingual>> = {
  'agreement.imported': { fa: 'توافق‌نامه وارد شد', en: 'Agreement imported' },
  'card.published': { fa: 'شناسنامه منتشر شد', en: 'Card published' },
  'card.publication-refused': {
    fa: 'انتشار شناسنامه ناقص پذیرفته نشد',
    en: 'Publishing an incomplete card refused'
  },
  'case.submitted': { fa: 'درخواست ثبت شد', en: 'Case filed' },
  'case.documents-complete': { fa: 'مدارک کامل شد', en: 'Documents complete' },
  'case.returned': { fa: 'برای تکمیل برگشت داده شد', en: 'Returned for completion' },
  'case.resubmitted': { fa: 'دوباره فرستاده شد', en: 'Resubmitted' },
  'case.step-entered': { fa: 'وارد گامی شد', en: 'Step entered' },
  'case.assigned': { fa: 'به کارشناس سپرده شد', en: 'Assigned to an officer' },
  'case.viewed': { fa: 'یکی از کارکنان آن را دید', en: 'Looked at by staff' },
  'case.decided': { fa: 'تصمیم گرفته شد', en: 'Decided' },
  'case.delivered': { fa: 'نتیجه تحویل شد', en: 'Result delivered' },
  'case.withdrawn': { fa: 'متقاضی انصراف داد', en: 'Withdrawn' },
  'case.reopened': { fa: 'دوباره گشوده شد', en: 'Reopened' },
  'case.breached': { fa: 'از سررسید گذشت', en: 'Past its due instant' },
  'case.breach-retracted': { fa: 'نقض پس گرفته شد', en: 'Breach retracted' },
  'case.deadline-extended': {
    fa: 'سررسید برای قطعی سامانه تمدید شد',
    en: 'Due instant extended for an outage'
  },
  'document.received': { fa: 'مدرک رسید', en: 'Document received' },
  'document.requested': { fa: 'مدرک خواسته شد', en: 'Document asked for' },
  'document.request-refused': {
    fa: 'خواستن مدرک اعلام‌نشده پذیرفته نشد',
    en: 'Asking for an unlisted document refused'
  },
  'intake.refused': {
    fa: 'دریافت از راه دیگر پذیرفته نشد',
    en: 'Intake by another channel refused'
  },
  'invoice.issued': { fa: 'صورت‌حساب صادر شد', en: 'Invoice issued' },
  'visit.recorded': { fa: 'مراجعه ثبت شد', en: 'Visit recorded' },
  'visit.refused': {
    fa: 'مراجعه بیش از شمار اعلام‌شده پذیرفته نشد',
    en: 'A visit too many refused'
  },
  'notice.published': { fa: 'اطلاعیه منتشر شد', en: 'Notice published' },
  'notice.seen': { fa: 'اطلاعیه روی پرتال دیده شد', en: 'Notice seen on the portal' },
  'card.effective': { fa: 'شناسنامه اجرا شد', en: 'Card took effect' },
  'agreement.effective': { fa: 'متن توافق‌نامه اجرا شد', en: 'Text of the agreement took effect' },
  'system.changed': { fa: 'نسخه برنامه عوض شد', en: 'Program changed' },
  'probe-target.registered': { fa: 'هدف پایش ثبت شد', en: 'Probe target registered' },
  'probe-target.retired': { fa: 'هدف پایش کنار گذاشته شد', en: 'Probe target retired' },
  'monitoring.lost': { fa: 'پایش بی‌نتیجه ماند', en: 'Monitoring lost' },
  'monitoring.regained': { fa: 'پایش از سر گرفته شد', en: 'Monitoring regained' },
  'menu.walked': { fa: 'منو پیموده شد', en: 'Menu walked' },
  'channel.checked': { fa: 'راه ارتباطی آزموده شد', en: 'Channel checked' },
  'outage.opened': { fa: 'قطعی آغاز شد', en: 'Outage opened' },
  'outage.updated': { fa: 'قطعی به‌روز شد', en: 'Outage updated' },
  'outage.closed': { fa: 'قطعی پایان یافت', en: 'Outage closed' },
  'outage.corrected': { fa: 'قطعی تصحیح شد', en: 'Outage corrected' },
  'planned-outage.announced': {
    fa: 'قطعی برنامه‌ریزی‌شده اعلام شد',
    en: 'Planned outage announced'
  },
  'planned-outage.moved': { fa: 'قطعی برنامه‌ریزی‌شده جابه‌جا شد', en: 'Planned outage moved' },
  'planned-outage.cancelled': { fa: 'قطعی برنامه‌ریزی‌شده لغو شد', en: 'Planned outage cancelled' },
  'suspension.begun': { fa: 'توقف خدمت آغاز شد', en: 'Suspension begun' },
  'suspension.ended': { fa: 'توقف خدمت پایان یافت', en: 'Suspension ended' },
  'failure-report.filed': { fa: 'گزارش خرابی ثبت شد', en: 'Failure report filed' },
  'failure-receipt.issued': { fa: 'رسید خرابی صادر شد', en: 'Failure receipt issued' }
}

/** What a kind of fact says that happened, as people read it; `null` for a word that is no kind. */
export function factWord(kind: string, lang: 'fa' | 'en'): string | null {
  return Object.hasOwn(factWords, kind) ? (factWords[kind]?.[lang] ?? null) : null
}
