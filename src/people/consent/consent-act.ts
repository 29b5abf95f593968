import { type Lang, defineMessages } from '../../platform/index.ts'

/** What a counter may be asked to do once for somebody; a consent is for one of these. */
export const consentActs = [
  'apply',
  'add-document',
  'answer',
  'contest',
  'withdraw',
  'view'
] as const
/** One of {@link consentActs}. */
export type ConsentAct = (typeof consentActs)[number]

const words = defineMessages({
  apply: { fa: 'ثبت درخواست', en: 'file an application' },
  'add-document': { fa: 'افزودن مدرک', en: 'add a document' },
  answer: { fa: 'پاسخ به برگشت', en: 'answer a return' },
  contest: { fa: 'اعتراض به نقص', en: 'contest a defect' },
  withdraw: { fa: 'پس گرفتن درخواست', en: 'withdraw the application' },
  view: { fa: 'دیدن و چاپ وضع درخواست', en: 'see and print where the application stands' }
})

/** What an act is called in messages and on pages. */
export function consentActWord(act: ConsentAct, lang: Lang): string {
  return words.in(lang)[act]
}
