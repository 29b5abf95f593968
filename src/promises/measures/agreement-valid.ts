import { type MeasureParameters, measures, warningDays } from '../../kernel/terms/index.ts'
import {
  type AgreementTerm,
  daysInForce,
  hasForce,
  passedPart,
  termsOf
} from '../agreement-term.ts'
import type { Measure, PromiseState, Remark } from '../measure.ts'
import { daysBegun } from '../period.ts'
import { nothingCounted, percent } from '../tally.ts'

/**
 * SK-6.1a, PI-8.1: days of the period on which this very version had force, of the days that have
 * begun. A draft has none; neither has a version after its last day.
 */
export const agreementValid: Measure<MeasureParameters<'agreement-valid'>> = {
  name: 'agreement-valid',
  parameters: measures['agreement-valid'].parameters,
  appliesTo: 'agreement',
  counted: () => ({ fa: 'روز', en: 'day' }),
  reads: ['agreement.imported'],
  evaluate: ({ book, version, period }) => {
    const term = termsOf(book).find(({ ref }) => ref === version.ref)
    const passed = passedPart(period, book.asOf)
    const days = daysBegun(passed, passed.to)
    if (!term || days === 0) return nothingCounted()
    const inForce = daysInForce([term], passed)
    const remark = remarkOf(term, passed.to)
    return {
      state: stateOf(term, { inForce, days, end: passed.to }),
      value: percent(inForce, days),
      unit: 'percent',
      numerator: inForce,
      denominator: days,
      breaches:
        inForce < days
          ? [{ fact: term.fact, at: firstDayWithout(term, passed.from), service: null }]
          : [],
      evidence: [term.fact],
      detail: { standing: true, ...(remark !== null && { remark }) }
    }
  },
  explain: () => ({
    fa: 'روزهایی از دوره که این نسخه در آن‌ها معتبر بوده است ÷ روزهای سپری‌شده دوره، به وقت تهران. پیش‌نویس امضانشده در هیچ روزی اعتبار ندارد. از ۹۰ روز مانده به پایان، «در خطر» است.',
    en: 'Days of the period on which this version was in force ÷ days that have passed, in Tehran time. An unsigned draft is in force on no day. From 90 days before its end it is at risk.'
  })
}

function stateOf(
  term: AgreementTerm,
  count: { inForce: number; days: number; end: Temporal.Instant }
): PromiseState {
  if (count.inForce < count.days) return 'broken'
  const daysLeft = count.end.until(term.validTo).total('hours') / 24
  return daysLeft <= warningDays[0] ? 'at-risk' : 'kept'
}

function remarkOf(term: AgreementTerm, end: Temporal.Instant): Remark | null {
  if (!hasForce(term)) return 'draft'
  return Temporal.Instant.compare(term.validTo, end) <= 0 ? 'expired' : null
}

function firstDayWithout(term: AgreementTerm, from: Temporal.Instant): Temporal.Instant {
  const isLater = hasForce(term) && Temporal.Instant.compare(term.validTo, from) > 0
  return isLater ? term.validTo : from
}
