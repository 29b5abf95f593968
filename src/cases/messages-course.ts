import { defineMessages } from '../platform/index.ts'

/** What happened to an application, in the copy that its applicant takes. */
export const courseMessages = defineMessages({
  step: { fa: 'گام', en: 'Step' },
  returned: { fa: 'برگشت برای نقص', en: 'Returned for a defect' },
  resubmitted: { fa: 'پاسخ به برگشت', en: 'Answered' },
  visit: { fa: 'مراجعه متقاضی', en: 'Visit of the applicant' },
  visitAsked: { fa: 'مراجعه به خواست دستگاه', en: 'Visit that the body asked for' },
  granted: { fa: 'موافقت', en: 'Granted' },
  refused: { fa: 'رد', en: 'Refused' },
  delivered: { fa: 'تحویل پاسخ', en: 'Answer delivered' },
  withdrawn: { fa: 'انصراف', en: 'Withdrawn' },
  reopened: { fa: 'بازگشایی', en: 'Reopened' },
  handedOn: { fa: 'ارجاع مدرک', en: 'Document handed on' },
  unknown: { fa: 'نامش دیگر نیست', en: 'name not known any more' }
})
