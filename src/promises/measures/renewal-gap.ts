import { type MeasureParameters, gapDays, measures, warningDays } from '../../kernel/terms/index.ts'
import {
  type AgreementTerm,
  daysInForce,
  hasForce,
  passedPart,
  termsOf
} from '../agreement-term.ts'
import { isBefore, wordOf } from '../fact-book.ts'
import type { Evaluation, Measure, MeasureInput, PromiseState } from '../measure.ts'
import { type Period, daysBegun } from '../period.ts'
import { type Judged, nothingCounted, tally } from '../tally.ts'

type Parameters = MeasureParameters<'renewal-gap'>

/**
 * SK-6.2: `of: gap-days` counts the days without any signed version of the agreement;
 * `of: services-stopped` looks at what went on in those days: services that took applications.
 */
export const renewalGap: Measure<Parameters> = {
  name: 'renewal-gap',
  parameters: measures['renewal-gap'].parameters,
  appliesTo: 'agreement',
  counted: ({ of }) =>
    of === 'gap-days' ? { fa: 'روز', en: 'day' } : { fa: 'خدمت', en: 'service' },
  reads: ['agreement.imported', 'case.submitted'],
  evaluate: (input) => {
    const terms = chainOf(input)
    const passed = passedPart(input.period, input.book.asOf)
    if (terms.every((term) => !hasForce(term)) || daysBegun(passed, passed.to) === 0) {
      return nothingCounted()
    }
    return input.parameters.of === 'gap-days'
      ? daysWithout(terms, passed)
      : servicesGoOn(input, terms, passed)
  },
  explain: (parameters) => (parameters.of === 'gap-days' ? gap : stopped)
}

const gap = {
  fa: 'عدد = روزهایی که از پایان آخرین نسخه معتبر تا پایان دوره (یا اکنون) بدون توافق‌نامه امضاشده گذشته است. صورت کسر، روزهای دارای توافق‌نامه معتبر در دوره است و مخرج، روزهای سپری‌شده آن. حتی یک روز فاصله نقض است.',
  en: 'Value = days without a signed agreement from the end of the last valid version to the end of the period, or now. The numerator is the days of the period with an agreement in force, the denominator the days that have passed. A gap of one day is a breach.'
}

const stopped = {
  fa: 'خدماتی که در روزهای بدون توافق‌نامه دوره دست‌کم یک درخواست پذیرفته‌اند، شمرده می‌شوند؛ هر یک نشان می‌دهد که پایان اعتبار خدمت را متوقف نکرده است. اگر فاصله‌ای نباشد یا درخواستی نرسیده باشد، چیزی برای شمردن نیست. سامانه با پایان اعتبار هیچ فرمی را نمی‌بندد.',
  en: 'Services that accepted at least one application in the days without an agreement are counted; each shows that the expiry did not stop it. Where there is no gap, or no application came, there is nothing to count. The system closes no form when an agreement expires.'
}

/** The versions of the agreement to which the measured version belongs. */
function chainOf({ book, version }: MeasureInput<Parameters>): AgreementTerm[] {
  const agreement = version.ref.split('@')[0]
  return termsOf(book).filter((term) => term.agreement === agreement)
}

function daysWithout(terms: readonly AgreementTerm[], passed: Period): Evaluation {
  const days = daysBegun(passed, passed.to)
  const inForce = daysInForce(terms, passed)
  const since = lastEndBefore(terms, passed.to)
  const isOpen = inForce < days
  return {
    state: stateOf(terms, { isOpen, end: passed.to }),
    value: isOpen && since !== null ? daysSince(since, terms, passed.to) : 0,
    unit: 'days',
    numerator: inForce,
    denominator: days,
    breaches:
      isOpen && since !== null ? [{ fact: since.fact, at: since.validTo, service: null }] : [],
    evidence: terms.map((term) => term.fact),
    detail: { standing: true, ...(isOpen && { remark: 'expired' as const }) }
  }
}

function stateOf(
  terms: readonly AgreementTerm[],
  { isOpen, end }: { isOpen: boolean; end: Temporal.Instant }
): PromiseState {
  if (isOpen) return 'broken'
  const warned = end.add({ hours: warningDays[0] * 24 })
  const isCovered = terms.some((term) => hasForce(term) && isBefore(warned, term.validTo))
  return isCovered ? 'kept' : 'at-risk'
}

/** Days from the end of a version to the next one with force, or to the end of the period. */
function daysSince(
  last: AgreementTerm,
  terms: readonly AgreementTerm[],
  end: Temporal.Instant
): number {
  const next = terms
    .flatMap((term) => (hasForce(term) && term.validFrom !== null ? [term.validFrom] : []))
    .filter((from) => !isBefore(from, last.validTo) && isBefore(from, end))
    .toSorted((a, b) => Temporal.Instant.compare(a, b))[0]
  // The period's last nanosecond still lies in its last day.
  return gapDays(
    { to: last.validTo },
    next ? { successorFrom: next } : { now: end.subtract({ nanoseconds: 1 }) }
  )
}

/** The version with force that ended last by an instant. */
function lastEndBefore(
  terms: readonly AgreementTerm[],
  instant: Temporal.Instant
): AgreementTerm | null {
  return (
    terms
      .filter((term) => hasForce(term) && Temporal.Instant.compare(term.validTo, instant) <= 0)
      .toSorted((a, b) => Temporal.Instant.compare(a.validTo, b.validTo))
      .at(-1) ?? null
  )
}

function servicesGoOn(
  { book, version }: MeasureInput<Parameters>,
  terms: readonly AgreementTerm[],
  passed: Period
): Evaluation {
  const isInForce = (at: Temporal.Instant) =>
    terms.some(
      (term) =>
        hasForce(term) &&
        isBefore(at, term.validTo) &&
        (term.validFrom === null || !isBefore(at, term.validFrom))
    )
  const filed = book
    .within('case.submitted', passed, null)
    .filter((fact) => version.services.has(wordOf(fact, 'service')) && !isInForce(fact.at))
  const byService = Map.groupBy(filed, (fact) => wordOf(fact, 'service'))
  return tally(
    [...byService].flatMap(([service, [first]]): Judged[] =>
      first ? [{ verdict: 'kept', service, at: first.at, facts: [first.id] }] : []
    )
  )
}
