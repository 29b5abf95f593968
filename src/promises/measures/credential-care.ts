import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import { type FactBook, wordOf } from '../fact-book.ts'
import { judgedOfAll } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { type Judged, tally } from '../tally.ts'

type Parameters = MeasureParameters<'credential-care'>

/**
 * PI-4.2.5: credentials are given to no other person and no other legal person; who does bears what comes
 * of it. Sharing cannot be seen. What can is formal delegation in its place, and signs, which are told to
 * the person and never count as a breach: that takes a finding of people.
 */
export const credentialCare: Measure<Parameters> = {
  name: 'credential-care',
  parameters: measures['credential-care'].parameters,
  appliesTo: 'agreement',
  counted: ({ of }) => (of === 'evidence' ? { fa: 'نشانه', en: 'sign' } : { fa: 'کار', en: 'act' }),
  reads: ['delegation.used', 'sharing.suspected', 'sharing.explained'],
  evaluate: (input) => {
    const { of } = input.parameters
    return tally(judgedOfAll(input, `credential-care ${of}`, judges[of]))
  },
  explain: ({ of }) => explanations[of]
}

const judges: Readonly<Record<Parameters['of'], (book: FactBook) => Judged[]>> = {
  individual: (book) => [
    ...used(book)
      .filter(({ fact }) => wordOf(fact, 'of') === 'person')
      .map(({ judged }) => judged),
    ...unexplained(book)
  ],
  'legal-person': (book) =>
    used(book)
      .filter(({ fact }) => ['business', 'body'].includes(wordOf(fact, 'of')))
      .map(({ judged }) => judged),
  evidence: (book) =>
    book.ofKind('sharing.suspected').map((fact) => {
      const told = fact.body['told'] === true
      const judged = { service: null, at: fact.at, facts: [fact.id] }
      return told
        ? { ...judged, verdict: 'kept' as const }
        : { ...judged, verdict: 'broken' as const, breach: fact.id }
    })
}

/** Each act by a delegate; one whose actor is the grantor itself had no natural person who did it. */
function used(book: FactBook) {
  return book.ofKind('delegation.used').map((fact) => {
    const named = fact.actor !== wordOf(fact, 'grantor')
    const judged: Judged = {
      verdict: named ? 'kept' : 'broken',
      service: null,
      at: fact.at,
      facts: [fact.id],
      ...(named ? {} : { breach: fact.id })
    }
    return { fact, judged }
  })
}

/** Signs that their person has not explained: a warning, never a breach. */
function unexplained(book: FactBook): Judged[] {
  const explained = new Set(book.ofKind('sharing.explained').map((fact) => wordOf(fact, 'sign')))
  return book
    .ofKind('sharing.suspected')
    .filter((fact) => !explained.has(wordOf(fact, 'sign')))
    .map((fact) => ({ verdict: 'at-risk', service: null, at: fact.at, facts: [fact.id] }))
}

const explanations = {
  individual: {
    fa: 'اشتراک حساب دیده نمی‌شود. شمرده می‌شود: کارهایی که به جای آن با نمایندگی رسمی و به نام خود نماینده برای شخص حقیقی انجام شده است. نشانه‌های استفاده مشترک (دو دستگاه در دو شبکه در یک زمان، حساب‌های زیاد در یک دستگاه) به صاحب حساب گفته می‌شوند؛ نشانه توضیح‌داده‌نشده «در خطر» است و هیچ‌گاه نقض شمرده نمی‌شود.',
    en: 'Sharing cannot be seen. What counts: acts done instead by formal delegation, under the delegate’s own name, for a person. Signs of sharing (two devices in two networks at one time, many accounts on one device) are told to the account’s owner; one that is not explained is at risk, and never a breach.'
  },
  'legal-person': {
    fa: 'شخص حقوقی حساب ندارد و تنها با نماینده‌ای به نام کار می‌کند. هر کار نماینده یک بار شمرده می‌شود؛ کاری که شخص حقیقی نام‌برده نداشته باشد نقض است. عدد = کارهای با شخص نام‌برده ÷ همه کارها.',
    en: 'A legal entity has no account and acts only through named delegates. Each act of one counts once; an act without a named natural person is a breach. Value = acts with a named person ÷ all acts.'
  },
  evidence: {
    fa: 'این بند مسئولیت را جابه‌جا می‌کند و به یافته انسان نیاز دارد؛ سامانه تنها مدرک نگه می‌دارد. هر نشانه استفاده مشترک یک بار شمرده می‌شود: برقرار، اگر با ثبت آن به صاحب حساب گفته شده باشد. تاریخچه ورود، دستگاه و نمایندگی را صاحب حساب می‌گیرد.',
    en: 'This clause shifts responsibility and needs a finding of people; the system only keeps evidence. Each sign of sharing counts once: kept if its owner was told as it was recorded. The history of sign-ins, devices and delegation can be taken by the owner.'
  }
}
