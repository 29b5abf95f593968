import type { Bilingual } from '../persian/index.ts'
import type { UseReason } from './decide-use.ts'
import type { DataType, PolicyAttribute, policyValues } from './row.ts'

const both = (fa: string, en: string): Bilingual => ({ fa, en })

/** Words of the values, as tables of agreements say them; the first of each is how the program says it. */
export const policyWords: {
  readonly [A in PolicyAttribute]: {
    readonly [V in (typeof policyValues)[A][number]]: readonly Bilingual[]
  }
} = {
  'provided-by': {
    applicant: [both('متقاضی', 'Applicant')],
    authority: [both('دستگاه اجرایی', 'Executive body'), both('سازمان', 'The Organisation')],
    anybody: [both('هر کس', 'Anybody')]
  },
  'received-by': {
    authority: [both('سازمان', 'The Organisation'), both('دستگاه اجرایی', 'Executive body')],
    applicant: [both('متقاضی', 'Applicant')],
    anybody: [both('هر کس', 'Anybody')]
  },
  storage: { full: [both('کامل', 'Full')] },
  analysis: { no: [both('خیر', 'No')], yes: [both('بله', 'Yes')] },
  'public-display': { no: [both('خیر', 'No')], yes: [both('بله', 'Yes')] },
  publication: {
    applicant: [
      both('فقط برای خود متقاضی', 'Only to the applicant'),
      both('انتشار فقط برای خود متقاضی', 'Published only to the applicant')
    ],
    organisation: [both('سطح سازمان', 'Organisation level')],
    public: [both('عموم', 'Public')]
  }
}

/** Names of the kinds of data. */
export const dataTypeNames: { readonly [T in DataType]: Bilingual } = {
  'forms-documents': both('فرم‌ها و مدارک ارائه‌شده', 'Forms and documents submitted'),
  letters: both('نامه‌های مرتبط با متقاضی', 'Letters related to the applicant'),
  'case-records': both('یادداشت‌ها و سوابق رسیدگی', 'Notes and records of handling'),
  'failure-reports': both('گزارش‌های خرابی', 'Failure reports'),
  account: both('مشخصات و حساب کاربری', 'Identity and account'),
  notices: both('اطلاعیه‌های عمومی', 'Public notices')
}

/** Names of the attributes, as the table's head says them. */
export const attributeNames: { readonly [A in PolicyAttribute]: Bilingual } = {
  'provided-by': both('واحد ارائه‌کننده', 'Providing unit'),
  'received-by': both('واحد دریافت‌کننده', 'Receiving unit'),
  storage: both('سطح ذخیره‌سازی', 'Storage level'),
  analysis: both('استفاده برای تحلیل و داده‌کاوی', 'Use for analysis and data mining'),
  'public-display': both('قابلیت نمایش برای عموم', 'Displayable to the public'),
  publication: both('سطح انتشار', 'Publication level')
}

/** Why a use was allowed or refused. */
export const reasonTexts: { readonly [R in UseReason]: Bilingual } = {
  'own-data': both('داده خود شخص است', 'It is the person’s own'),
  'own-grant': both('به نمایندگی از خود شخص', 'By the person’s own delegation'),
  'has-the-matter': both('رسیدگی به درخواست با اوست', 'Has the application in hand'),
  'handed-on': both('در همان دستگاه به او ارجاع شده است', 'Handed on within the body'),
  oversees: both('بازرسی یا حسابرسی دستگاه', 'Inspects or audits the body'),
  'works-for-the-body': both('کار خود سامانه برای دستگاه', 'The system’s own work for the body'),
  'keeps-it-whole': both('نگهداری بی‌کم‌وکاست', 'To keep it whole'),
  'public-data': both('داده عمومی است', 'It is public'),
  'within-the-body': both('درون همان دستگاه', 'Within the same body'),
  'analysis-allowed': both('سیاست داده تحلیل را مجاز می‌داند', 'The data policy allows analysis'),
  'not-for-the-public': both('برای نمایش عمومی نیست', 'Not for the public'),
  'not-a-receiver': both('گیرنده این داده نیست', 'Not a receiver of these data'),
  'not-assigned': both('رسیدگی به درخواست با او نیست', 'Does not have the application in hand'),
  'link-of-another': both('پیوند از آن خواننده دیگری است', 'The link is of another reader'),
  'outside-the-body': both('بیرون از دستگاه گیرنده است', 'Outside the receiving body'),
  'no-analysis': both('تحلیل و داده‌کاوی مجاز نیست', 'Analysis and data mining are not allowed'),
  'no-bulk-export': both('گرفتن انبوه محتوا مجاز نیست', 'Bulk export of contents is not allowed'),
  'beyond-the-body': both(
    'انتشار تنها درون دستگاه مجاز است',
    'May be handed on within the body only'
  ),
  'only-to-the-applicant': both('انتشار تنها برای خود متقاضی', 'For the applicant alone')
}
