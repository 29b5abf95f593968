import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { numberOf } from '../fact-body.ts'
import { isBefore } from '../fact-book.ts'
import type { Evaluation, Measure, MeasureInput } from '../measure.ts'
import { isWithin } from '../period.ts'
import { nothingCounted, percent } from '../tally.ts'

type Parameters = MeasureParameters<'reach-and-drill'>

/** A drill says how ready one is for a year: `docs/specs/measures.md`. */
const drillHoldsHours = 365 * 24

/**
 * PI-3.1a and PI-3.1d: how many bodies have a mailbox of their own, as counted last in the month; and
 * what share of its audience the last crisis drill of a year reached.
 */
export const reachAndDrill: Measure<Parameters> = {
  name: 'reach-and-drill',
  parameters: measures['reach-and-drill'].parameters,
  appliesTo: 'agreement',
  counted: ({ of }) =>
    of === 'agencies'
      ? { fa: 'دستگاه', en: 'body that joined' }
      : { fa: 'گیرنده', en: 'recipient' },
  reads: ['letters.counted', 'crisis.drilled'],
  looksAt: ({ kind }, { of }) =>
    kind === (of === 'agencies' ? 'letters.counted' : 'crisis.drilled'),
  evaluate: (input) => (input.parameters.of === 'agencies' ? joined(input) : drilled(input)),
  explain: ({ of }) => (of === 'agencies' ? explainJoined : explainDrilled)
}

function joined({ book, period }: MeasureInput<Parameters>): Evaluation {
  const last = book.ofKind('letters.counted').findLast((fact) => isWithin(fact.at, period))
  if (last === undefined) return nothingCounted({ standing: true })
  const [connected, bodies] = [numberOf(last, 'connected') ?? 0, numberOf(last, 'bodies') ?? 0]
  return {
    ...shareOf(last, connected, bodies),
    state: 'not-measurable',
    breaches: [],
    detail: { standing: true, remark: 'share-only' }
  }
}

function drilled({ book, period }: MeasureInput<Parameters>): Evaluation {
  const since = period.to.subtract({ hours: drillHoldsHours })
  const last = book
    .ofKind('crisis.drilled')
    .findLast(({ at }) => isBefore(at, period.to) && !isBefore(at, since))
  if (last === undefined) return nothingCounted({ standing: true })
  const limitSeconds = numberOf(last, 'targetSeconds')
  const seconds = numberOf(last, 'seconds')
  const isKept = last.body['ok'] === true
  return {
    ...shareOf(last, numberOf(last, 'reached') ?? 0, numberOf(last, 'audience') ?? 0),
    state: isKept ? 'kept' : 'broken',
    breaches: isKept ? [] : [{ fact: last.id, at: last.at, service: null }],
    detail: {
      standing: true,
      minimum: numberOf(last, 'targetPercent') ?? 100,
      ...(limitSeconds !== null && { limitSeconds }),
      ...(seconds !== null && { delays: { p50: seconds, p90: seconds, longest: seconds } })
    }
  }
}

function shareOf(fact: Fact, numerator: number, denominator: number) {
  return {
    value: percent(numerator, denominator),
    unit: 'percent' as const,
    numerator,
    denominator,
    evidence: [fact.id]
  }
}

const explainJoined = {
  fa: 'دستگاه‌هایی که دست کم یک واحد آن‌ها صندوق نامه با کلید ثبت‌شده دارد، در آخرین شمارش ماه. عدد = این دستگاه‌ها ÷ همه دستگاه‌های ثبت‌شده در سامانه. متن عددی نگذاشته است.',
  en: 'Bodies of which at least one unit has a mailbox with a registered key, as last counted in the month. Value = these ÷ all bodies registered in the system. The text sets no number.'
}
const explainDrilled = {
  fa: 'آخرین رزمایش بحران در یک سال: پیام بحران برای مخاطبان آزمایشی منتشر می‌شود و تا زمان هدف شمرده می‌شود چند نفر دست کم از یک راه آن را گرفته‌اند. عدد = گیرندگان ÷ مخاطبان. هدف (سهم و زمان) تنظیم دستگاه است و در متن نیامده؛ تا یک سال رزمایشی نباشد، داده‌ای نیست.',
  en: 'The last crisis drill of a year: a crisis message is published to a test audience, and it is counted how many got it by at least one channel within the target time. Value = those ÷ the audience. The target (share and time) is a setting, not in the text; without a drill in a year there is no data.'
}
