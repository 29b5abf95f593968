import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  title: { fa: 'سیاست داده', en: 'Data policy' },
  lead: {
    fa: 'هر چیزی که در این سامانه نگهداری می‌شود نوع داده‌ای دارد و هر نوع، ردیفی از این جدول. پیش از هر دیدن، گرفتن، ارجاع و کار خودکار، برنامه از روی همین ردیف تصمیم می‌گیرد و کار انجام‌شده یا ردشده ثبت می‌شود.',
    en: 'Whatever this system keeps has a kind of data, and each kind has a row of this table. Before every look, copy, hand-over and job the program decides by that row, and what was done or refused is recorded.'
  },
  looks: { fa: 'چه کسی داده‌های مرا دید', en: 'Who looked at my file' },
  dataType: { fa: 'نوع داده', en: 'Kind of data' },
  source: { fa: 'از کجا', en: 'Where from' },
  own: {
    fa: 'ردیف خود این نصب، که از جدول پیام ایران آسان‌گیرتر نیست',
    en: 'This installation’s own row, no more lenient than the table of Payam Iran'
  },
  ofAgreement: { fa: (ref: string) => `جدول ${ref}`, en: (ref: string) => `Table of ${ref}` },
  ended: {
    fa: 'این نسخه دیگر معتبر نیست؛ جدول آن برای آنچه داده شده است می‌ماند',
    en: 'This version has no force any more; its table holds on for what was given'
  },
  partly: {
    fa: 'برخی خانه‌ها به واژه‌هایی نوشته شده‌اند که برنامه نمی‌شناسد؛ آن‌ها از ردیف خود نصب گرفته شده‌اند',
    en: 'Some cells are in words that the program does not know; they are taken from the installation’s own row'
  },
  gapTitle: { fa: 'آنچه در متن نیامده است', en: 'What the text does not say' },
  gap: {
    fa: 'جدول پیام ایران نامه‌های متقاضی به دستگاه را ردیفی نداده است؛ محدوده‌های نامه‌های دستگاه برای آن‌ها نیز به کار می‌رود. مدت نگهداری نیز در متن نیامده است و در تنظیم‌های هر دستگاه گفته می‌شود.',
    en: 'The table of Payam Iran has no row for letters from the applicant to a body; the limits of letters from bodies are applied to them. Nor does the text give a period of retention; each body sets it.'
  }
})
