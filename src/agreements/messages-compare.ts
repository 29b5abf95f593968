import { defineMessages } from '../platform/index.ts'

/** Texts of a comparison of two versions. */
export const compareMessages = defineMessages({
  title: { fa: 'مقایسه دو نسخه', en: 'Compare two versions' },
  lead: {
    fa: 'آنچه میان دو نسخه تغییر کرده است، به ترتیب متن. واژه‌های برداشته‌شده و افزوده‌شده نشان‌دار شده است.',
    en: 'What changed between two versions, in the order of the document. Words taken out and put in are marked.'
  },
  earlier: { fa: 'نسخه پیشین', en: 'Earlier version' },
  later: { fa: 'نسخه بعدی', en: 'Later version' },
  compare: { fa: 'مقایسه', en: 'Compare' },
  differences: { fa: (n: string) => `${n} تفاوت`, en: (n: string) => `${n} differences` },
  from: { fa: '، از ', en: ', from ' },
  to: { fa: ' تا ', en: ' to ' },
  same: { fa: 'این دو نسخه تفاوتی ندارند.', en: 'These two versions do not differ.' },
  chooseVersions: {
    fa: 'دو نسخه را برای مقایسه برگزینید؛ چنین نسخه‌ای در این توافق‌نامه نیست.',
    en: 'Choose two versions to compare; there is no such version of this agreement.'
  },
  place: { fa: 'محل تغییر', en: 'Where' },
  change: { fa: 'تغییر', en: 'Change' },
  before: { fa: 'پیشین', en: 'Before' },
  after: { fa: 'بعدی', en: 'After' },
  nothing: { fa: 'نبود', en: 'none' },
  gone: { fa: 'نیست', en: 'none' },
  added: { fa: 'افزوده شد', en: 'Added' },
  removed: { fa: 'برداشته شد', en: 'Removed' },
  changed: { fa: 'تغییر کرد', en: 'Changed' },
  raised: { fa: 'بهتر برای خدمت‌گیرنده', en: 'Better for the one served' },
  lowered: { fa: 'کمتر از پیش برای خدمت‌گیرنده', en: 'Less for the one served' },
  article: { fa: 'ماده', en: 'Article' },
  statement: { fa: 'جمله', en: 'Sentence' },
  clause: { fa: 'بند', en: 'Clause' },
  cell: { fa: 'جدول داده', en: 'Data table' },
  // Parts of the document
  documentTitle: { fa: 'عنوان توافق‌نامه', en: 'Title of the agreement' },
  status: { fa: 'وضعیت', en: 'State' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  parties: { fa: 'طرف‌ها', en: 'Parties' },
  purpose: { fa: 'هدف', en: 'Purpose' },
  definitions: { fa: 'تعریف‌ها', en: 'Definitions' },
  validity: { fa: 'اعتبار', en: 'Validity' },
  signatory: { fa: 'امضا', en: 'Signature' },
  channels: { fa: 'راه‌های ارتباط', en: 'Channels' },
  articleCount: { fa: 'شمار ماده‌ها', en: 'Number of articles' },
  annexTitle: { fa: 'عنوان پیوست', en: 'Title of the annex' },
  // Fields of a sentence, a clause and a level
  heading: { fa: 'عنوان', en: 'heading' },
  text: { fa: 'متن', en: 'text' },
  persianText: { fa: 'متن فارسی', en: 'Persian text' },
  englishText: { fa: 'ترجمه انگلیسی', en: 'English text' },
  bearer: { fa: 'متعهد', en: 'who is bound' },
  beneficiary: { fa: 'ذی‌نفع', en: 'who is served' },
  kind: { fa: 'نوع بند', en: 'kind of clause' },
  measure: { fa: 'چگونگی سنجش', en: 'how it is measured' },
  remedy: { fa: 'جبران', en: 'remedy' },
  note: { fa: 'یادداشت', en: 'note' },
  table: { fa: 'جدول', en: 'table' },
  minimum: { fa: 'حداقل', en: 'minimum' },
  maximum: { fa: 'حداکثر', en: 'maximum' },
  unit: { fa: 'واحد', en: 'unit' },
  clock: { fa: 'ساعت‌های شمارش', en: 'hours that count' },
  period: { fa: 'دوره', en: 'period' },
  proposal: { fa: 'پیشنهادی بودن', en: 'whether it is a proposal' },
  clauses: { fa: 'بندها', en: 'clauses' },
  // Values
  expired: { fa: 'پایان اعتبار', en: 'Expired' },
  draft: { fa: 'پیش‌نویس', en: 'Draft' },
  nameMissing: {
    fa: 'نام امضاکننده در متن نیامده است',
    en: 'the name of the signatory is not in the text'
  },
  postMissing: {
    fa: 'سمت امضاکننده در متن نیامده است',
    en: 'the signing post is not in the text'
  },
  unsigned: { fa: 'تاریخ امضا ندارد', en: 'there is no date of signing' },
  signedOn: { fa: (date: string) => `امضا در ${date}`, en: (date: string) => `signed on ${date}` },
  withTable: { fa: 'با جدول داده', en: 'with the table of data' },
  isProposal: { fa: 'پیشنهاد است', en: 'a proposal' },
  isLevel: { fa: 'سطح توافق‌شده است', en: 'an agreed level' },
  documentsFor: { fa: 'مدارک', en: 'documents' },
  complaintsFor: { fa: 'شکایت‌ها', en: 'complaints' },
  questionsFor: { fa: 'پرسش‌ها', en: 'questions' },
  noticesFor: { fa: 'اطلاعیه‌ها', en: 'notices' }
})
