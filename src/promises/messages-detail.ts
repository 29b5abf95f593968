import { defineMessages } from '../platform/index.ts'

/** Figures beside a number of outages, notices and receipts. */
export const detailMessages = defineMessages({
  noLevel: { fa: 'حدی در متن نیست', en: 'No level in the text' },
  down: {
    fa: (time: string) => `${time} قطعی`,
    en: (time: string) => `${time} of downtime`
  },
  noDown: { fa: 'بدون قطعی', en: 'no downtime' },
  planned: {
    fa: (time: string) => `${time} قطعی برنامه‌ریزی‌شده با اطلاعیه به‌هنگام`,
    en: (time: string) => `${time} planned, with notice in time`
  },
  unknown: {
    fa: (time: string) => `${time} بی‌پایش`,
    en: (time: string) => `${time} without monitoring`
  },
  budget: {
    fa: (time: string) => `قطعی مجاز: ${time}`,
    en: (time: string) => `downtime allowed: ${time}`
  },
  real: {
    fa: (percent: string) => `ماه واقعی: ${percent}`,
    en: (percent: string) => `real month: ${percent}`
  },
  ofText: {
    fa: (percent: string) => `متن: ۲۴*۷، یعنی ${percent}`,
    en: (percent: string) => `the text: 24*7, which is ${percent}`
  },
  unwatched: {
    fa: (n: string) => `${n} خدمت هیچ پایشی نداشت`,
    en: (n: string) => `${n} without any monitoring`
  },
  delays: {
    fa: (p50: string, p90: string, longest: string) =>
      `فاصله تا پاسخ: نیمی حداکثر ${p50}، ۹۰٪ حداکثر ${p90}، بیشترین ${longest}`,
    en: (p50: string, p90: string, longest: string) =>
      `delay: half at most ${p50}, 90% at most ${p90}, longest ${longest}`
  },
  delay: {
    fa: (time: string) => `فاصله تا پاسخ: ${time}`,
    en: (time: string) => `delay: ${time}`
  },
  atOnce: { fa: 'کمتر از یک ثانیه', en: 'less than a second' },
  limit: {
    fa: (time: string) => `حد، که در متن نیست: ${time}`,
    en: (time: string) => `limit, not in the text: ${time}`
  },
  emergencies: {
    fa: (n: string) => `${n} مورد اضطراری بی اطلاعیه پیشین`,
    en: (n: string) => `${n} in an emergency, without notice before`
  },
  withoutNote: {
    fa: (n: string) => `${n} قطعی بی یادداشت پایان`,
    en: (n: string) => `${n} without a closing note`
  },
  notKnown: {
    fa: (n: string) => `${n} کنترل از اینجا دانسته نیست`,
    en: (n: string) => `${n} cannot be known from here`
  },
  forgeries: {
    fa: (n: string) => `${n} گزارش جعل از گیرندگان`,
    en: (n: string) => `${n} reported as forged by recipients`
  },
  frauds: {
    fa: (n: string) => `${n} گزارش کلاه‌برداری از گیرندگان`,
    en: (n: string) => `${n} reported as fraud by recipients`
  },
  privacyBreaches: {
    fa: (n: string) => `${n} گزارش نقض حریم خصوصی از گیرندگان`,
    en: (n: string) => `${n} reported as a breach of privacy by recipients`
  },
  rpo: {
    fa: (time: string) => `کار ازدست‌رفته در آخرین تمرین بازگرداندن (RPO): ${time}`,
    en: (time: string) => `work lost in the last restore drill (RPO): ${time}`
  },
  rto: {
    fa: (time: string) => `زمان بازگشت در آخرین تمرین (RTO): ${time}`,
    en: (time: string) => `time to be back in the last drill (RTO): ${time}`
  },
  seenInside: {
    fa: 'دیده‌شده از درون همین سامانه، نه از بیرون آن',
    en: 'seen from inside this system, not from outside'
  },
  waiting: {
    fa: (n: string) => `${n} مورد پیش رو که اطلاعیه‌اش هنوز به‌هنگام نیست`,
    en: (n: string) => `${n} ahead, not announced in time as it stands`
  },
  lasted: { fa: 'درازا', en: 'Length' }
})
