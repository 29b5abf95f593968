import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { numberOf } from '../fact-body.ts'
import type { Breach, Evaluation, Measure, Suspected } from '../measure.ts'
import { isWithin } from '../period.ts'
import { percent } from '../tally.ts'

type Parameters = MeasureParameters<'confidentiality'>
type Of = Parameters['of']

/**
 * PI-4.1.10 and PI-3.1b: fragments of letters that were looked for in the clear and not found; daily
 * counts in which nobody of the operator read a letter; letters whose sender has a registered key.
 */
export const confidentiality: Measure<Parameters> = {
  name: 'confidentiality',
  parameters: measures.confidentiality.parameters,
  appliesTo: 'agreement',
  counted: ({ of }) => counted[of],
  reads: ['confidentiality.tested', 'letters.counted'],
  looksAt: ({ kind }, { of }) => kind === sourceOf(of),
  evaluate: ({ book, period, parameters: { of } }) => {
    const own = book.ofKind(sourceOf(of)).filter((fact) => isWithin(fact.at, period))
    return judged[of](own)
  },
  explain: ({ of }) => explained[of]
}

const sourceOf = (of: Of) => (of === 'content' ? 'confidentiality.tested' : 'letters.counted')

const judged: { readonly [O in Of]: (facts: readonly Fact[]) => Evaluation } = {
  content: (facts) => shareOf(facts, { all: 'fragments', against: 'found' }),
  'operator-access': (facts) => {
    const looks = shareOf(facts, { all: 'operatorTried', against: 'operatorAllowed' })
    if (looks.denominator > 0) return { ...looks, detail: { prevented: looks.numerator } }
    // Nobody tried, and each day's count says so.
    const days = facts.length
    const isCounted = days > 0
    return {
      ...looks,
      state: isCounted ? 'kept' : 'no-data',
      value: percent(days, days),
      ...{ numerator: days, denominator: days }
    }
  },
  'genuine-senders': (facts) => {
    const senders = shareOf(facts, { all: 'accepted', against: 'unknownSender' })
    const suspected = suspectedOf(facts)
    const isSuspected = Object.values(suspected).some((n) => n > 0)
    return {
      ...senders,
      state: senders.state === 'kept' && isSuspected ? 'at-risk' : senders.state,
      detail: { prevented: sum(facts, 'senderRefused'), suspected }
    }
  }
}

function suspectedOf(facts: readonly Fact[]): Suspected {
  return {
    forgery: sum(facts, 'forgery'),
    fraud: sum(facts, 'fraud'),
    privacy: sum(facts, 'privacy')
  }
}

function shareOf(facts: readonly Fact[], keys: { all: string; against: string }): Evaluation {
  const [all, against] = [sum(facts, keys.all), sum(facts, keys.against)]
  return {
    state: all === 0 ? 'no-data' : against > 0 ? 'broken' : 'kept',
    value: percent(all - against, all),
    unit: 'percent',
    numerator: all - against,
    denominator: all,
    breaches: facts.flatMap((fact): Breach[] =>
      (numberOf(fact, keys.against) ?? 0) > 0 ? [{ fact: fact.id, at: fact.at, service: null }] : []
    ),
    evidence: facts.map(({ id }) => id),
    detail: {}
  }
}

function sum(facts: readonly Fact[], key: string): number {
  return facts.reduce((all, fact) => all + (numberOf(fact, key) ?? 0), 0)
}

const both = (fa: string, en: string) => ({ fa, en })

const counted: { readonly [O in Of]: { fa: string; en: string } } = {
  content: both('تکه متن نامه', 'fragment of a letter'),
  'operator-access': both('شمارش روزانه یا تلاش', 'daily count or attempt'),
  'genuine-senders': both('نامه', 'letter')
}

const explained: { readonly [O in Of]: { fa: string; en: string } } = {
  content: both(
    'پایشگر بیرونی هر بار نامه‌ای آزمایشی با متنی تازه و تصادفی مهر و موم می‌کند، می‌فرستد و می‌گشاید؛ سپس متن آن فاش می‌شود و سامانه در همه جدول‌ها و پرونده‌های خود دنبال همان متن می‌گردد. عدد = تکه‌هایی که هیچ جا آشکار دیده نشد ÷ تکه‌های جست‌وجوشده؛ یک تکه پیداشده نقض است.',
    'A probe outside seals, sends and opens a test letter of fresh random text each time; then the text is disclosed, and the system looks for it in all its tables and files. Value = fragments that were found nowhere in the clear ÷ fragments looked for; one that is found breaks it.'
  ),
  'operator-access': both(
    'گرداننده سامانه هیچ کلیدی ندارد و هیچ صفحه‌ای برای نامه ندارد. هر تلاش او برای خواندن نامه رویداد است و هر روز شمرده می‌شود. برقرار است اگر هیچ خواندنی رخ نداده باشد. عدد = تلاش‌های ردشده ÷ همه تلاش‌ها؛ بی هیچ تلاش، شمارش‌های روزانه.',
    'The operator holds no key and has no page of letters. Each attempt of the operator to read one is a fact, counted daily. Kept if none was allowed. Value = attempts refused ÷ all attempts; where nobody tried, the daily counts.'
  ),
  'genuine-senders': both(
    'نامه تنها از صندوقی پذیرفته می‌شود که کلید آن در دفتر کلیدها ثبت است، و گیرنده امضای فرستنده را خود می‌سنجد. عدد = نامه‌های با فرستنده ثبت‌شده ÷ همه نامه‌ها. گزارش‌های گیرندگان (جعل، کلاه‌برداری، نقض حریم خصوصی) کنار آن می‌آید و تا هست «رعایت‌شده» نوشته نمی‌شود.',
    'A letter is accepted only from a mailbox whose key is in the key directory, and its recipient checks the signature of the sender. Value = letters of registered senders ÷ all letters. What recipients report (forgery, fraud, breach of privacy) stands beside it, and while there is any the promise is not called kept.'
  )
}
