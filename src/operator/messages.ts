import { defineMessages } from '../platform/index.ts'

export const messages = defineMessages({
  console: { fa: 'گرداندن سامانه', en: 'Operator’s console' },
  lead: {
    fa: 'وضع سامانه، دستگاه‌ها و صف‌ها. از اینجا هیچ درخواست، نامه، مدرک یا نامی دیده نمی‌شود.',
    en: 'How the platform stands: authorities, channels, queues. No case, letter, document or name is seen from here.'
  },
  authorities: { fa: 'دستگاه‌ها', en: 'Authorities' },
  health: { fa: 'سلامت', en: 'Health' },
  database: { fa: 'پایگاه داده', en: 'Database' },
  answers: { fa: 'پاسخ می‌دهد', en: 'Answers' },
  silent: { fa: 'پاسخ نمی‌دهد', en: 'Does not answer' },
  log: { fa: 'دفتر عمومی', en: 'Public log' },
  logKept: { fa: 'به‌هنگام منتشر می‌شود', en: 'Published in time' },
  logReasons: { fa: 'انتشار دیر شده است', en: 'Publishing is late' },
  signerAway: { fa: 'امضاکننده در دسترس نیست', en: 'The signer is away' },
  signerRefused: { fa: 'امضاکننده امضا نمی‌کند', en: 'The signer refuses' },
  quorumMissing: { fa: 'گواهان کافی پاسخ نداده‌اند', en: 'Too few witnesses answered' },
  neverPublished: { fa: 'هنوز چیزی منتشر نشده است', en: 'Nothing has been published yet' },
  publishedAt: { fa: 'آخرین انتشار', en: 'Last published' },
  waitingLeaf: { fa: 'رویدادهای در صف دفتر', en: 'Facts that wait for their leaf' },
  workers: { fa: 'پردازه‌های کار پس‌زمینه', en: 'Background workers' },
  machine: { fa: 'رایانه', en: 'Machine' },
  workerLate: {
    fa: 'هیچ پردازه‌ای در دو دقیقه گذشته خبر نداده است.',
    en: 'No worker has said anything in the last two minutes.'
  },
  lastHeard: { fa: 'آخرین خبر', en: 'Last heard' },
  startedAt: { fa: 'آغاز به کار', en: 'Started' },
  channels: { fa: 'کانال‌ها', en: 'Channels' },
  mail: { fa: 'رایانامه (SMTP)', en: 'E-mail (SMTP)' },
  sms: { fa: 'پیامک', en: 'SMS' },
  unset: { fa: 'تنظیم نشده', en: 'Not configured' },
  configured: { fa: 'تنظیم شده', en: 'Configured' },
  alive: { fa: 'پاسخ می‌دهد', en: 'Answers' },
  refused: { fa: 'نپذیرفت', en: 'Refused' },
  'no-answer': { fa: 'پاسخ نداد', en: 'No answer' },
  askMail: { fa: 'پرسیدن از سرور رایانامه', en: 'Ask the mail server' },
  queues: { fa: 'صف‌ها', en: 'Queues' },
  noQueue: { fa: 'هیچ کاری در صف نیست.', en: 'Nothing waits.' },
  topic: { fa: 'موضوع', en: 'Topic' },
  waiting: { fa: 'در صف', en: 'Waiting' },
  failed: { fa: 'ناموفق', en: 'Failed' },
  attempts: { fa: 'بیشترین تلاش', en: 'Most tries' },
  oldest: { fa: 'سن کهنه‌ترین', en: 'Age of the oldest' },
  replay: { fa: 'تلاش دوباره', en: 'Try again now' },
  replayed: {
    fa: (n: string) => `${n} مورد دوباره در نوبت است.`,
    en: (n: string) => `${n} put back in line.`
  },
  backups: { fa: 'پشتیبان‌ها', en: 'Backups' },
  noBackup: {
    fa: 'هنوز پشتیبانی گرفته نشده است. با ‎peyman backup‎ بگیرید.',
    en: 'No backup has been made yet. Make one with peyman backup.'
  },
  size: { fa: 'اندازه', en: 'Size' },
  state: { fa: 'وضع', en: 'State' },
  allBackups: { fa: 'همه پشتیبان‌ها و تمرین‌ها', en: 'All backups and drills' },
  drills: { fa: 'تمرین بازگرداندن', en: 'Restore drills' },
  noDrill: { fa: 'هنوز تمرینی انجام نشده است.', en: 'No restore has been drilled yet.' },
  rpo: { fa: 'داده‌های ازدست‌رفته (RPO)', en: 'Data lost (RPO)' },
  rto: { fa: 'زمان بازگرداندن (RTO)', en: 'Time to restore (RTO)' },
  passed: { fa: 'درست', en: 'Passed' },
  notPassed: { fa: 'نادرست', en: 'Failed' },
  running: { fa: 'در جریان', en: 'Running' }
})
