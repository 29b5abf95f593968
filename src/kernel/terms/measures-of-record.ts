import { z } from 'zod'
import { both } from './problem.ts'

const none = z.strictObject({})

/** Kinds of data that PI-5 gives a row to. */
export const dataTypes = ['forms-documents', 'letters'] as const
/** Attributes of a row of the data-policy table, in the document's column order. */
export const dataAttributes = [
  'provided-by',
  'received-by',
  'storage',
  'analysis',
  'public-display',
  'publication'
] as const

/** Measures of the agreement itself, of data, and of the system's reach. */
export const recordMeasures = {
  confidentiality: {
    title: both('محرمانگی', 'Confidentiality'),
    how: both(
      'آزمون خودکاری که در پایگاه داده، فایل‌ها و پیام‌ها متن آشکار نامه نمی‌یابد، و شمار تلاش‌های ردشده.',
      'An automated test that finds no plain text of letters anywhere, and the count of refused attempts.'
    ),
    kinds: ['data-policy', 'prohibition', 'governance'] as const,
    parameters: z.strictObject({ of: z.enum(['content', 'operator-access', 'genuine-senders']) })
  },
  'protection-controls': {
    title: both('حفاظت از داده‌ها', 'Protection controls'),
    how: both(
      'کنترل‌های حفاظتی با تاریخ آخرین آزمون موفق هر یک.',
      'Protection controls with the date on which each was last proven.'
    ),
    kinds: ['data-policy'] as const,
    parameters: none
  },
  'data-policy-row': {
    title: both('سیاست داده', 'Data policy'),
    how: both(
      'داده‌هایی که با این خانه جدول سیاست داده نگهداری و خوانده شده‌اند، و موارد خلاف آن.',
      'Data kept and read under this cell of the table, and departures from it.'
    ),
    kinds: ['data-policy', 'prohibition'] as const,
    parameters: z.strictObject({
      row: z.enum(dataTypes).optional(),
      attribute: z.enum(dataAttributes).optional()
    })
  },
  'channel-growth': {
    title: both('افزایش کانال‌ها', 'Channel growth'),
    how: both(
      'شمار کانال‌های زنده در هر فصل و تاریخ افزودن آخرین کانال.',
      'Number of live channels by quarter and the date of the last one added.'
    ),
    kinds: ['obligation'] as const,
    parameters: none
  },
  'reach-and-drill': {
    title: both('فراگیری و آمادگی', 'Reach and drill'),
    how: both(
      'شمار دستگاه‌های پیوسته به سامانه، و نتیجه آخرین رزمایش بحران.',
      'Number of bodies connected, and the result of the last crisis drill.'
    ),
    kinds: ['governance'] as const,
    parameters: z.strictObject({ of: z.enum(['agencies', 'crisis']) })
  },
  'cost-saved': {
    title: both('صرفه‌جویی', 'Cost saved'),
    how: both(
      'برآورد صرفه‌جویی از شمار نامه‌های الکترونیکی و بهای واحد با منبع؛ برآورد است، نه سنجش.',
      'An estimate from letters sent electronically and sourced unit costs; labelled as an estimate.'
    ),
    kinds: ['governance'] as const,
    parameters: none
  },
  'agreement-valid': {
    title: both('اعتبار توافق‌نامه', 'Agreement valid'),
    how: both(
      'آیا این نسخه اکنون، به وقت تهران، در بازه اعتبار خود است.',
      'Whether this version is within its validity now, in Tehran time.'
    ),
    kinds: ['validity'] as const,
    parameters: none
  },
  'agreement-signed': {
    title: both('امضای توافق‌نامه', 'Agreement signed'),
    how: both(
      'آیا دارنده سمت نام‌برده این نسخه را امضا کرده است.',
      'Whether the holder of the named post has signed this version.'
    ),
    kinds: ['validity'] as const,
    parameters: z.strictObject({ post: z.literal('deputy') })
  },
  'agreement-accepted': {
    title: both('پذیرش توافق‌نامه', 'Agreement accepted'),
    how: both(
      'درخواست‌هایی که متقاضی آن‌ها پیش از ثبت، نسخه‌ای را که در آن روز نشان داده می‌شد پذیرفته بود.',
      'Cases whose applicant had accepted the version of the day before they were filed.'
    ),
    kinds: ['definition'] as const,
    parameters: none
  },
  'renewal-gap': {
    title: both('فاصله تا تمدید', 'Renewal gap'),
    how: both(
      'روزهای میان پایان این نسخه و آغاز نسخه امضاشده بعدی، و خدماتی که به این سبب متوقف شده‌اند.',
      'Days between the end of this version and the start of the next signed one, and services stopped by it.'
    ),
    kinds: ['obligation'] as const,
    parameters: z.strictObject({ of: z.enum(['gap-days', 'services-stopped']) })
  },
  'addendum-no-lower': {
    title: both('توافق اضافه', 'Addenda'),
    how: both(
      'الحاقیه‌هایی که سطحی را پایین نمی‌آورند و منتشر شده‌اند.',
      'Addenda that lower no level and are published.'
    ),
    kinds: ['right', 'governance'] as const,
    parameters: z.strictObject({ of: z.enum(['levels', 'publication']) })
  },
  'article-count': {
    title: both('شمار ماده‌ها', 'Number of articles'),
    how: both(
      'شمار ماده‌های نسخه ثبت‌شده در برابر شمار گفته‌شده در متن.',
      'Articles of the stored version against the number that the text states.'
    ),
    kinds: ['definition'] as const,
    parameters: z.strictObject({ articles: z.number().int().positive().max(200) })
  }
}
