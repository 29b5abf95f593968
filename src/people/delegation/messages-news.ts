import type { Bilingual } from '../../platform/index.ts'

interface News {
  readonly subject: Bilingual
  readonly text: Bilingual
}

const look = {
  fa: 'همه نمایندگی‌ها و راه پایان دادن به آن‌ها در صفحه «نمایندگی» حساب شماست.',
  en: 'All delegations, and the way to end them, are on the page "Delegates" of your account.'
}

/** What the two sides of a delegation hear when it begins. */
export function newsOfAcceptance(isDelegate: boolean): News {
  const subject = { fa: 'نمایندگی آغاز شد', en: 'A delegation began' }
  const [fa, en] = isDelegate
    ? ['نمایندگی‌ای را پذیرفتید.', 'You accepted a delegation.']
    : [
        'نمایندگی‌ای که پیشنهاد کرده بودید پذیرفته شد.',
        'A delegation that you offered was accepted.'
      ]
  return { subject, text: { fa: `${fa} ${look.fa}`, en: `${en} ${look.en}` } }
}

/** What the two sides hear when it ends. */
export function newsOfEnd(side: { readonly own: boolean; readonly delegate: boolean }): News {
  const subject = { fa: 'نمایندگی پایان یافت', en: 'A delegation ended' }
  const [fa, en] = side.own
    ? ['به نمایندگی‌ای پایان دادید.', 'You ended a delegation.']
    : side.delegate
      ? [
          'به نمایندگی شما پایان داده شد؛ دیگر نمی‌توانید از آن راه کاری کنید.',
          'A delegation of yours was ended; you can do nothing by it any more.'
        ]
      : ['به نمایندگی‌ای که داده بودید پایان داده شد.', 'A delegation that you gave was ended.']
  return { subject, text: { fa: `${fa} ${look.fa}`, en: `${en} ${look.en}` } }
}

/** What somebody hears whom an offer names by an identifier. */
export const newsOfOffer: News = {
  subject: { fa: 'پیشنهاد نمایندگی', en: 'A delegation was offered' },
  text: {
    fa: `به شما پیشنهاد شده است که نماینده کسی باشید. تا نپذیرید هیچ اثری ندارد. ${look.fa}`,
    en: `Somebody offered that you act for them. It has no effect until you accept. ${look.en}`
  }
}
