import { type Lang, defineMessages } from '../../platform/index.ts'
import type { DelegatedAct, DelegationKind } from './delegation.ts'

/** The words of delegations, the same on every page. */
export const delegationWords = defineMessages({
  guardian: { fa: 'قیم', en: 'guardian' },
  lawyer: { fa: 'وکیل', en: 'lawyer' },
  employee: { fa: 'کارمند', en: 'employee' },
  representative: { fa: 'نماینده', en: 'representative' },
  'counter-office': { fa: 'دفتر پیشخوان', en: 'counter office' },
  view: { fa: 'دیدن', en: 'see' },
  apply: { fa: 'ثبت درخواست', en: 'apply' },
  answer: { fa: 'پاسخ و افزودن مدرک', en: 'answer and add documents' },
  withdraw: { fa: 'انصراف', en: 'withdraw' },
  'receive-letters': { fa: 'دریافت نامه', en: 'receive letters' }
})

/** What a kind of delegate is called. */
export function kindWord(kind: DelegationKind, lang: Lang): string {
  return delegationWords.in(lang)[kind]
}

/** What an act is called. */
export function actWord(act: DelegatedAct, lang: Lang): string {
  return delegationWords.in(lang)[act]
}
