import { jalaliToPlainDate, parseJalaliDate } from '../persian/index.ts'
import type { Agreement } from './agreement.ts'

/** Zone in which the days of an agreement begin and end. */
export const agreementZone = 'Asia/Tehran'

/** When a version has force, half-open; `from` is `null` where the text does not say. */
export interface Validity {
  readonly from: Temporal.Instant | null
  /** First instant without force: the end of the last day, in Tehran. */
  readonly to: Temporal.Instant
}

/** What is asked of a version to judge its time. */
export interface Term {
  readonly validity: Validity
  /** A draft never has force, whatever its dates. */
  readonly draft: boolean
}

/** Days before the end at which people are warned, the earliest first. */
export const warningDays = [90, 30, 7] as const
/** A warning that has been reached. */
export type WarningDays = (typeof warningDays)[number]

/** Where a version stands at an instant. */
export type ExpiryState =
  | { readonly state: 'draft' }
  | { readonly state: 'not-yet'; readonly daysToStart: number }
  | { readonly state: 'in-force'; readonly daysLeft: number; readonly warning: WarningDays | null }
  | { readonly state: 'expired'; readonly daysSince: number }
  | { readonly state: 'continued-without-agreement'; readonly daysSince: number }

/**
 * The validity of an agreement, to the second: from the start of its first day to the end of its
 * last, in Tehran. `29/12/98` ends at 2020-03-19T20:30:00Z.
 */
export function validityOf(agreement: Pick<Agreement, 'validity'>): Validity {
  const { from, to } = agreement.validity
  return {
    from: from === null ? null : startOfDay(plainDate(from)),
    to: startOfDay(plainDate(to).add({ days: 1 }))
  }
}

/** Whether a version has force at an instant. */
export function isInForce(term: Term, at: Temporal.Instant): boolean {
  const { from, to } = term.validity
  return !term.draft && (from === null || !isBefore(at, from)) && isBefore(at, to)
}

/**
 * Where a version stands. Expiry stops no service (SK-6.2b): past its end, a version is `expired`
 * if another one has force then, and otherwise the service goes on `continued-without-agreement`.
 * @param others - The other versions of the same agreement.
 */
export function expiryState(
  term: Term,
  at: Temporal.Instant,
  others: readonly Term[] = []
): ExpiryState {
  if (term.draft) return { state: 'draft' }
  const { from, to } = term.validity
  if (from !== null && isBefore(at, from)) {
    return { state: 'not-yet', daysToStart: daysBetween(at, from) }
  }
  if (isBefore(at, to)) {
    const daysLeft = daysBetween(at, to) - 1
    return { state: 'in-force', daysLeft, warning: warningAt(daysLeft) }
  }
  const daysSince = daysBetween(to, at) + 1
  const replaced = others.some((other) => isInForce(other, at))
  return { state: replaced ? 'expired' : 'continued-without-agreement', daysSince }
}

/** The nearest warning that has been reached: 7, 30 or 90 days before the end; else `null`. */
function warningAt(daysLeft: number): WarningDays | null {
  return warningDays.findLast((days) => daysLeft <= days) ?? null
}

/**
 * Days of Tehran's calendar between two terms that neither covers: SK-6.2a wants none.
 * @param until - Start of the successor. Without one, an instant of today, and today counts too.
 */
export function gapDays(
  predecessor: Pick<Validity, 'to'>,
  until: { readonly successorFrom: Temporal.Instant } | { readonly now: Temporal.Instant }
): number {
  const days =
    'successorFrom' in until
      ? daysBetween(predecessor.to, until.successorFrom)
      : isBefore(until.now, predecessor.to)
        ? 0
        : daysBetween(predecessor.to, until.now) + 1
  return Math.max(0, days)
}

function plainDate(jalali: string): Temporal.PlainDate {
  const read = parseJalaliDate(jalali)
  if (!read.ok) throw new RangeError(read.text.en)
  return jalaliToPlainDate(read.value)
}

function startOfDay(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(agreementZone).toInstant()
}

const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(agreementZone).toPlainDate()

/** Midnights in Tehran between the days of two instants. */
function daysBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return day(from).until(day(to), { largestUnit: 'day' }).days
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
