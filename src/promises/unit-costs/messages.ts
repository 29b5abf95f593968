import { defineMessages } from '../../platform/index.ts'

/** Words of the page of unit costs. */
export const messages = defineMessages({
  title: { fa: 'بهای واحد', en: 'Unit costs' },
  lead: {
    fa: 'آنچه یک نامه کاغذی یا یک مراجعه حضوری برای دستگاه هزینه دارد، با منبع آن. برآورد صرفه‌جویی از همین عدد است.',
    en: 'What a letter on paper or a visit costs the body, with its source. The estimate of what is saved is made from this number.'
  },
  declared: { fa: 'بهاهای اعلام‌شده', en: 'Declared costs' },
  none: { fa: 'بهایی اعلام نشده است.', en: 'No cost has been declared.' },
  declare: { fa: 'اعلام بهای تازه', en: 'Declare a new cost' },
  authority: { fa: 'دستگاه', en: 'Body' },
  what: { fa: 'برای', en: 'For' },
  letter: { fa: 'یک نامه کاغذی', en: 'a letter on paper' },
  visit: { fa: 'یک مراجعه حضوری', en: 'a visit' },
  amount: { fa: 'بها', en: 'Cost' },
  amountLabel: { fa: 'بها (ریال)', en: 'Cost (rial)' },
  source: { fa: 'منبع', en: 'Source' },
  sourceFa: { fa: 'منبع، به فارسی', en: 'Source, in Persian' },
  sourceEn: { fa: 'منبع، به انگلیسی', en: 'Source, in English' },
  sourceHelp: {
    fa: 'تعرفه، قرارداد یا شمارشی که عدد از آن آمده است؛ همه آن را می‌بینند.',
    en: 'The tariff, contract or count that the number is from; everybody sees it.'
  },
  since: { fa: 'از', en: 'Since' },
  save: { fa: 'اعلام', en: 'Declare' },
  saved: {
    fa: 'بها اعلام شد و از اکنون به کار می‌رود.',
    en: 'The cost is declared and counts from now on.'
  },
  wrongWhat: {
    fa: 'بها برای نامه یا مراجعه است.',
    en: 'A cost is of a letter or of a visit.'
  },
  wrongAmount: {
    fa: 'بها عددی درست از ۱ تا یک میلیارد ریال است.',
    en: 'The cost is a whole number from 1 to a thousand million rial.'
  },
  wrongSource: {
    fa: 'منبع را در یک سطر بنویسید، حداکثر ۵۰۰ نویسه.',
    en: 'Write the source in one line, at most 500 characters.'
  }
})
