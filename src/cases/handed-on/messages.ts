import { defineMessages } from '../../platform/index.ts'

export const handOnMessages = defineMessages({
  title: { fa: 'ارجاع مدرک', en: 'Hand a document on' },
  lead: {
    fa: 'مدرک تنها درون همین دستگاه ارجاع می‌شود. واحد گیرنده همین مدرک را می‌بیند و چیز دیگری از درخواست را نه. متقاضی ارجاع و دلیل آن را می‌خواند.',
    en: 'A document is handed on within this body only. The unit sees this document and nothing else of the application. The applicant reads that it was handed on, and why.'
  },
  document: { fa: 'مدرک', en: 'Document' },
  unit: { fa: 'به واحد', en: 'To the unit' },
  choose: { fa: 'انتخاب کنید', en: 'Choose' },
  reason: { fa: 'دلیل ارجاع', en: 'Why' },
  reasonHelp: { fa: 'متقاضی این متن را می‌خواند.', en: 'The applicant reads this text.' },
  send: { fa: 'ارجاع', en: 'Hand on' },
  back: { fa: 'بازگشت به درخواست', en: 'Back to the application' },
  done: { fa: 'مدرک ارجاع شد.', en: 'The document was handed on.' },
  noDocuments: { fa: 'این درخواست مدرکی ندارد.', en: 'This application has no documents.' },
  listTitle: { fa: 'مدارک ارجاع‌شده به واحد ما', en: 'Documents handed on to our unit' },
  listEmpty: { fa: 'مدرکی به واحد شما ارجاع نشده است.', en: 'Nothing was handed on to your unit.' },
  service: { fa: 'خدمت', en: 'Service' },
  by: { fa: 'ارجاع‌دهنده', en: 'Handed on by' },
  at: { fa: 'زمان', en: 'When' },
  sectionTitle: { fa: 'مدارک ارجاع‌شده درون دستگاه', en: 'Documents handed on within the body' },
  reasonRequired: { fa: 'دلیل ارجاع را بنویسید.', en: 'Write why it is handed on.' },
  unitUnknown: { fa: 'واحدی از همین دستگاه را انتخاب کنید.', en: 'Choose a unit of this body.' },
  already: {
    fa: 'این مدرک پیش از این به همین واحد ارجاع شده است.',
    en: 'This document was handed on to this unit before.'
  },
  unitOwn: {
    fa: 'درخواست نزد همین واحد است و مدرک را می‌بیند.',
    en: 'This unit has the application and sees the document.'
  }
})
