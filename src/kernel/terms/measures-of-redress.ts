import { z } from 'zod'
import { both } from './problem.ts'

const none = z.strictObject({})

/** Measures of questions, complaints, disputes, credits and conduct. */
export const redressMeasures = {
  'question-answer-time': {
    title: both('پاسخ به پرسش‌ها', 'Questions answered'),
    how: both(
      'سهم پرسش‌های پاسخ‌گرفته و زمان نخستین پاسخ؛ هر پاسخ از همان راه پرسش.',
      'Share of questions answered and time to the first answer, on the channel of the question.'
    ),
    kinds: ['obligation'] as const,
    parameters: z.strictObject({ of: z.enum(['answers', 'channels']) })
  },
  'question-priority': {
    title: both('اولویت پاسخ‌گویی', 'Questions come first'),
    how: both(
      'پرسش‌هایی که در صف پشت کار کم‌اولویت‌تر مانده‌اند.',
      'Questions that waited behind work of lower priority.'
    ),
    kinds: ['obligation'] as const,
    parameters: none
  },
  'complaint-agenda': {
    title: both('شکایت در دستور کار', 'Complaint on the agenda'),
    how: both(
      'سهم شکایت‌هایی که تاریخ رسیدگی دارند و فاصله ثبت تا آن تاریخ.',
      'Share of complaints with a hearing date, and the time from filing to it.'
    ),
    kinds: ['obligation'] as const,
    parameters: none
  },
  'complaint-stages': {
    title: both('مرحله‌های حل اختلاف', 'Stages of a dispute'),
    how: both(
      'اختلاف‌هایی که مرحله‌ها را به ترتیب متن گذرانده‌اند.',
      'Disputes that went through the stages in the order of the text.'
    ),
    kinds: ['obligation', 'right', 'governance'] as const,
    parameters: z.strictObject({ stage: z.enum(['negotiation', 'complaint', 'committee']) })
  },
  'conflict-free-decision': {
    title: both('رسیدگی بی‌طرفانه', 'Decision without conflict'),
    how: both(
      'تصمیم‌هایی که هیچ تصمیم‌گیرنده‌ای در آن‌ها ذی‌نفع نبوده و دلیل مکتوب دارند.',
      'Decisions in which no decider had a conflict and that give written reasons.'
    ),
    kinds: ['obligation', 'remedy'] as const,
    parameters: z.strictObject({ body: z.enum(['committee', 'inspection_legal_office']) })
  },
  'result-delivered': {
    title: both('اعلام نتیجه', 'Result delivered'),
    how: both(
      'سهم شکایت‌های تصمیم‌گرفته که نتیجه آن‌ها به شاکی رسیده است.',
      'Share of decided complaints whose result reached the complainant.'
    ),
    kinds: ['obligation'] as const,
    parameters: none
  },
  'entitlement-opened': {
    title: both('گشوده‌شدن استحقاق', 'Entitlement opened'),
    how: both(
      'نقض‌هایی که برای ذی‌نفع آن‌ها بی‌درخواست استحقاق گشوده شده است؛ مبلغ تنها از تصمیم امضاشده می‌آید.',
      'Breaches that opened an entitlement without being asked; an amount comes only from a signed decision.'
    ),
    kinds: ['right', 'remedy'] as const,
    parameters: z.strictObject({
      on: z.enum(['level-not-met', 'service-not-satisfactory', 'quality-departure']),
      amount: z.enum(['competent_authority', 'not-defined'])
    })
  },
  'entitlement-published': {
    title: both('تعیین و درج میزان پرداخت', 'Amount set and published'),
    how: both(
      'استحقاق‌هایی که میزان آن‌ها را مرجع ذی‌صلاح تعیین کرده و در سایت درج شده است.',
      'Entitlements whose amount the competent authority set and the site shows.'
    ),
    kinds: ['governance', 'obligation'] as const,
    parameters: z.strictObject({ step: z.enum(['amount-set', 'published']) })
  },
  'non-discrimination': {
    title: both('عدم تبعیض', 'No discrimination'),
    how: both(
      'جابه‌جایی‌های بی‌دلیل در صف، و تفاوت معنادار زمان و نتیجه میان گروه‌ها در شرایط مساوی.',
      'Queue jumps without a reason, and significant differences between groups in equal conditions.'
    ),
    kinds: ['prohibition'] as const,
    parameters: none
  },
  'courtesy-survey': {
    title: both('ادب و احترام', 'Courtesy'),
    how: both(
      'نظرسنجی پس از تماس درباره ادب، احترام، متانت و صبوری، با کمینه نمونه؛ هیچ فردی رتبه‌بندی نمی‌شود.',
      'A survey after contact on courtesy, respect, composure and patience, with a minimum sample; no person is ranked.'
    ),
    kinds: ['obligation'] as const,
    parameters: none
  },
  'credential-care': {
    title: both('نگهداری نام کاربری و کلمه عبور', 'Care of credentials'),
    how: both(
      'نشانه‌های اشتراک حساب، و استفاده از نمایندگی رسمی به جای آن.',
      'Signals of a shared account, and use of formal delegation instead.'
    ),
    kinds: ['prohibition', 'remedy'] as const,
    parameters: z.strictObject({ of: z.enum(['individual', 'legal-person', 'evidence']) })
  }
}
