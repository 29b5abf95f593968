import { z } from 'zod'
import { both } from './problem.ts'
import { channelSchema } from './words.ts'

const none = z.strictObject({})
const obligations = ['obligation', 'governance'] as const

/** Fields of a service card that a clause can ask for, named as in the fact `card.published`. */
export const cardFields = [
  'promisedTime',
  'visitsMax',
  'feeRial',
  'documents',
  'channels',
  'steps',
  'form',
  'approver',
  'legalBases',
  'responsibility'
] as const

/** Measures of how a service is delivered and announced. */
export const serviceMeasures = {
  turnaround: {
    title: both('پایبندی به زمان اعلام‌شده', 'Promised time kept'),
    how: both(
      'سهم درخواست‌هایی که تا سررسید تحویل شده‌اند؛ ساعت با کامل‌شدن مدارک آغاز می‌شود و هنگام انتظار برای متقاضی می‌ایستد.',
      'Share of cases delivered by their due instant; the clock starts when documents are complete and stops while waiting for the applicant.'
    ),
    kinds: obligations,
    // card: each case against its card's promised time; annex: the share against the annex's level.
    parameters: z.strictObject({ target: z.enum(['card', 'annex']) })
  },
  availability: {
    title: both('در دسترس بودن', 'Availability'),
    how: both(
      'یک منهای قطعی تقسیم بر پنجره ۴۳٬۲۰۰ دقیقه‌ای ماه قرارداد، از پایش بیرونی و در همه ساعت‌ها.',
      'One minus downtime over the contract month of 43,200 minutes, from outside probes, all hours counting.'
    ),
    kinds: ['definition', 'obligation', 'right'] as const,
    parameters: z.strictObject({
      // services: the form and submission of each; service-system: the same, as the text names it.
      of: z.enum(['desk', 'service-system', 'services', 'failure-report-form']),
      hours: z.literal('24x7').optional()
    })
  },
  'advance-notice': {
    title: both('اطلاع‌رسانی پیش از قطعی', 'Advance notice'),
    how: both(
      'سهم قطعی‌های برنامه‌ریزی‌شده‌ای که اطلاعیه آن‌ها به‌هنگام روی پرتال دیده شده است.',
      'Share of planned interruptions whose notice was seen on the portal in time.'
    ),
    kinds: ['obligation'] as const,
    parameters: z.strictObject({
      of: z.enum(['planned-outage', 'planned-suspension', 'portal']),
      hours: z.number().int().positive().max(8760)
    })
  },
  'incident-notice': {
    title: both('اطلاع‌رسانی رخداد', 'Incident notice'),
    how: both(
      'قطعی‌هایی که اطلاعیه شفاف دارند و فاصله آغاز قطعی تا اطلاعیه.',
      'Outages that have a transparent notice, and the delay from outage to notice.'
    ),
    kinds: ['obligation'] as const,
    // Minutes from the beginning of an outage within which its notice is due; absent: 15.
    parameters: z.strictObject({ minutes: z.number().int().positive().max(1440).optional() })
  },
  'receipt-latency': {
    title: both('صدور رسید خرابی', 'Failure receipt'),
    how: both(
      'گزارش‌های خرابی که رسید دارند و فاصله ثبت گزارش تا صدور رسید.',
      'Failure reports that have a receipt, and the delay from report to receipt.'
    ),
    kinds: ['definition', 'obligation'] as const,
    parameters: none
  },
  'declared-documents-only': {
    title: both('تنها مدارک اعلام‌شده', 'Declared documents only'),
    how: both(
      'درخواست‌های مدرک بیرون از شناسنامه خدمت؛ هدف صفر است.',
      'Requests for a document that is not on the card; the target is none.'
    ),
    kinds: ['obligation'] as const,
    parameters: none
  },
  'declared-process': {
    title: both('پایبندی به فرایند اعلام‌شده', 'Declared process'),
    how: both(
      'درخواست‌هایی که گام‌های آن‌ها همان گام‌های منتشرشده و به همان ترتیب است.',
      'Cases whose steps are the published ones in the published order.'
    ),
    kinds: ['obligation'] as const,
    parameters: none
  },
  'visits-at-most': {
    title: both('شمار مراجعه حضوری', 'Visits at most'),
    how: both(
      'درخواست‌هایی که مراجعه خواسته‌شده از سوی دستگاه در آن‌ها از شمار اعلام‌شده بیشتر نیست.',
      'Cases in which visits caused by the authority do not exceed the announced number.'
    ),
    kinds: ['obligation'] as const,
    parameters: none
  },
  'declared-channels-only': {
    title: both('تنها راه‌های اعلام‌شده', 'Declared channels only'),
    how: both(
      'آنچه از هر راه رسیده است، و شمار آنچه از راه دیگر آمده و پذیرفته نشده است.',
      'What arrived by each channel, and how much came another way and was refused.'
    ),
    kinds: ['obligation'] as const,
    // only: these and no other; one-of: this is one of the allowed ones, its share is shown.
    parameters: z.strictObject({
      of: z.enum(['documents', 'complaints']),
      rule: z.enum(['only', 'one-of']),
      channels: z.array(channelSchema).min(1)
    })
  },
  'approver-holds-post': {
    title: both('مسئول تأییدکننده اعلام‌شده', 'Named approver'),
    how: both(
      'خدماتی که مسئول تأییدکننده آن‌ها اعلام شده، و تصمیم‌هایی که دارنده همان سمت گرفته است.',
      'Services whose approver is published, and decisions made by the holder of that post.'
    ),
    kinds: ['obligation'] as const,
    parameters: none
  },
  'card-complete': {
    title: both('کامل بودن شناسنامه خدمت', 'Service card complete'),
    how: both(
      'سهم خدماتی که شناسنامه منتشرشده آن‌ها بخش‌های خواسته‌شده در این بند، یا همه بخش‌های الزامی، را دارد.',
      'Share of services whose published card has the fields that the clause asks for, or every mandatory field.'
    ),
    kinds: obligations,
    parameters: z.strictObject({
      fields: z.array(z.enum(cardFields)).min(1).optional(),
      // Channels that a check found dead are none that the card can name.
      channels: z.literal('alive').optional()
    })
  },
  'card-reachable': {
    title: both('دسترسی از منو', 'Reachable from the menu'),
    how: both(
      'شناسنامه‌ها، فرایندها، فرم‌ها و مسئولانی که از منوی نام‌برده به آن‌ها می‌توان رسید.',
      'Cards, processes, forms and approvers that can be reached from the named menu.'
    ),
    kinds: ['obligation'] as const,
    parameters: z.strictObject({ menu: z.string().min(1) })
  },
  'change-announced-before-effect': {
    title: both('اطلاع‌رسانی تغییر', 'Changes announced'),
    how: both(
      'تغییرهایی که پیش از اجرا اعلام شده‌اند؛ تغییر بی‌اعلام باید صفر باشد.',
      'Changes announced before they take effect; silent changes must be none.'
    ),
    kinds: ['obligation'] as const,
    parameters: z.strictObject({
      of: z.array(z.enum(['process', 'system', 'documents', 'rules'])).min(1),
      seenOn: z.literal('desk').optional()
    })
  },
  'legal-basis-present': {
    title: both('مستندات قانونی', 'Legal basis present'),
    how: both(
      'سهم خدماتی که دست‌کم یک مستند قانونی دارند.',
      'Share of services with at least one legal basis on the card.'
    ),
    kinds: ['governance'] as const,
    parameters: none
  },
  'electronic-share': {
    title: both('سهم الکترونیکی', 'Electronic share'),
    how: both(
      'سهم خدمات یا گام‌های الکترونیکی در همه آن‌ها.',
      'Share of services, or of steps, that are electronic.'
    ),
    kinds: ['obligation', 'validity'] as const,
    parameters: z.strictObject({
      of: z.enum(['services', 'processes-and-services']),
      // Readings of a deadline that the text does not date; Jalali.
      readings: z
        .array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/))
        .min(1)
        .optional()
    })
  },
  'fee-equals-published': {
    title: both('برابری هزینه با اعلام', 'Fee equals published'),
    how: both(
      'صورت‌حساب‌هایی که مبلغ آن‌ها برابر مبلغ اعلام‌شده و دارای مصوبه است.',
      'Invoices whose amount is the published one and rests on a decree.'
    ),
    kinds: ['fee'] as const,
    parameters: z.strictObject({ basis: z.enum(['decree', 'publication']) })
  },
  'free-of-charge': {
    title: both('رایگان بودن', 'Free of charge'),
    how: both(
      'صورت‌حساب یا تعرفه‌ای برای این خدمت نباید باشد.',
      'There must be no invoice and no tariff for this service.'
    ),
    kinds: ['fee'] as const,
    parameters: z.strictObject({ of: z.enum(['invoices', 'tariffs']) })
  }
}
