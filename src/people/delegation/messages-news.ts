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

/**
 * What the other side hears when a delegation stands still, because the account of its grantor or of its
 * delegate is frozen; or when it holds again.
 */
export function newsOfSuspension(side: 'grantor' | 'delegate' | 'over'): News {
  if (side === 'over') {
    return {
      subject: { fa: 'نمایندگی از سر گرفته شد', en: 'A delegation holds again' },
      text: {
        fa: `نمایندگی‌ای که معلق بود دوباره برقرار است. ${look.fa}`,
        en: `A delegation that was suspended holds again. ${look.en}`
      }
    }
  }
  const [fa, en] =
    side === 'grantor'
      ? [
          'حساب کسی که به شما نمایندگی داده است بسته نگه داشته شد. تا بازگشت او نمی‌توانید از آن راه کاری کنید.',
          'The account of somebody for whom you act was frozen. Until they are back you can do nothing by that delegation.'
        ]
      : [
          'حساب کسی که نماینده شما یا کسب‌وکار شماست بسته نگه داشته شد. تا بازگشت او از آن راه کاری نمی‌شود.',
          'The account of somebody who acts for you or your business was frozen. Until they are back nothing is done by that delegation.'
        ]
  return {
    subject: { fa: 'نمایندگی معلق شد', en: 'A delegation was suspended' },
    text: { fa: `${fa} ${look.fa}`, en: `${en} ${look.en}` }
  }
}

/** What those who speak for a business hear when what was done in its name is taken back. */
export const newsOfTakenBack: News = {
  subject: { fa: 'کارهایی پس گرفته شد', en: 'Some acts were taken back' },
  text: {
    fa: `کسی که نماینده کسب‌وکار یا دستگاه شماست گزارش داد که دیگری وارد حسابش شده بود. نمایندگی‌ها و پیشنهادهایی که از آن حساب به نام شما داده شده بود پس گرفته شد. ${look.fa}`,
    en: `Somebody who speaks for your business or body reported that another was in their account. The delegations and offers that were given from it in its name were taken back. ${look.en}`
  }
}
