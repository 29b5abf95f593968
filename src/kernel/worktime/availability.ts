import { decimal, fraction, minus, one, over, rounded, times } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { FactOrderError, MalformedInputError } from './errors.ts'
import { instantOf, secondsOf } from './local-time.ts'
import { judgePlanned } from './planned-outage.ts'
import type { PlannedOutage, PlannedVerdict } from './planned-outage.ts'
import { clip, length, subtract, union } from './spans.ts'
import type { Span } from './spans.ts'

/** A half-open stretch of time. */
export interface Stretch {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** The time that availability is measured over. */
export interface AvailabilityWindow {
  readonly from: Temporal.Instant
  /** Length that the agreement gives the window, in whole seconds, > 0: a month is 2,592,000. */
  readonly nominalSeconds: number
  /** Where collecting ends, if not at `from + nominalSeconds`: a real month of 29 or 31 days. */
  readonly to?: Temporal.Instant | undefined
}

/** What outside probes and the portal saw of one service. */
export interface ServiceRecord {
  readonly outages?: readonly Stretch[] | undefined
  readonly planned?: readonly PlannedOutage[] | undefined
  /** Time without any probe result. */
  readonly unknown?: readonly Stretch[] | undefined
}

/** How available a service was. */
export interface Availability {
  readonly downSeconds: number
  /** Within valid planned outages only. */
  readonly plannedSeconds: number
  readonly unknownSeconds: number
  readonly denominatorSeconds: number
  /** 0 to 100, to 6 decimals; null where nothing is left to measure. */
  readonly percent: number | null
  /** Downtime that the target allows. */
  readonly budgetSeconds: number
  /** Downtime as a share of the budget, to 6 decimals; null where there is a fault but no budget. */
  readonly budgetUsed: number | null
  /** One verdict for each planned outage, in the order given. */
  readonly planned: readonly PlannedVerdict[]
}

/**
 * Availability of one service over a window.
 * @param target - Share of the time that was promised, in (0, 1].
 * @throws {WorktimeError} One of its subclasses, with the `field` in the input.
 * @see docs/specs/worktime.md section 8
 */
export function availabilityOf(
  window: AvailabilityWindow,
  target: number,
  record: ServiceRecord
): Availability {
  const { span, nominal } = windowOf(window)
  if (!(target > 0 && target <= 1))
    throw new MalformedInputError('target', 'must be a share above 0 and at most 1')
  const verdicts = (record.planned ?? []).map((planned, i) =>
    judgePlanned(planned, `planned[${i}]`)
  )
  const exempt = union(verdicts.flatMap((verdict) => verdict.exempt))
  const outages = spansOf(record.outages, 'outages')
  const refused = verdicts.flatMap((verdict) => verdict.down)
  const planned = clip(exempt, span)
  const down = clip(subtract(union([...outages, ...refused]), exempt), span)
  const unseen = clip(union(spansOf(record.unknown, 'unknown')), span)
  const unknown = subtract(subtract(unseen, exempt), down)
  const plannedSeconds = length(planned)
  const unknownSeconds = length(unknown)
  const denominatorSeconds = Math.max(nominal - plannedSeconds - unknownSeconds, 0)
  return {
    downSeconds: length(down),
    plannedSeconds,
    unknownSeconds,
    denominatorSeconds,
    ...shares(length(down), denominatorSeconds, decimal(target)),
    planned: verdicts.map(({ valid, reason, leadSeconds }) => ({ valid, reason, leadSeconds }))
  }
}

function shares(down: number, denominator: number, target: Fraction) {
  const budget = times(minus(one, target), fraction(denominator))
  const up = denominator === 0 ? null : minus(one, fraction(down, denominator))
  const percent = up === null ? null : times(up.top < 0n ? fraction(0) : up, fraction(100))
  const used = budget.top === 0n ? null : rounded(over(fraction(down), budget), 6)
  return {
    percent: percent === null ? null : rounded(percent, 6),
    budgetSeconds: rounded(budget, 6),
    budgetUsed: down === 0 ? 0 : used
  }
}

function windowOf(window: AvailabilityWindow): { span: Span; nominal: number } {
  const { nominalSeconds: nominal } = window
  if (!(Number.isSafeInteger(nominal) && nominal > 0))
    throw new MalformedInputError('window.nominalSeconds', 'must be whole seconds above zero')
  const from = secondsOf(window.from)
  const to = window.to === undefined ? from + nominal : secondsOf(window.to)
  if (to <= from) throw new FactOrderError('window.to', 'is not after the window begins')
  return { span: { from, to }, nominal }
}

function spansOf(stretches: readonly Stretch[] | undefined, field: string): Span[] {
  return (stretches ?? []).map((stretch, i) => {
    const span = { from: secondsOf(stretch.from), to: secondsOf(stretch.to) }
    if (span.to < span.from) throw new FactOrderError(`${field}[${i}].to`, 'is before it begins')
    return span
  })
}

/** A contract month: 30 days of 24 hours, whatever the month (SK article 3.4). */
export const contractMonthSeconds = 2_592_000

/** One Jalali month as the agreement counts it, and as it was. */
export interface MonthWindows {
  /** The whole month's events over 43,200 minutes. */
  readonly contract: AvailabilityWindow
  /** The whole month's events over the month's own length. */
  readonly real: AvailabilityWindow
}

/**
 * The windows of a Jalali month in a zone: the contract's figure and the real one beside it.
 * @param month - 1 (Farvardin) to 12.
 */
export function monthWindows(year: number, month: number, zone: string): MonthWindows {
  const first = Temporal.PlainDate.from({ calendar: 'persian', year, month, day: 1 })
  const start = (date: Temporal.PlainDate) => secondsOf(date.toZonedDateTime(zone).toInstant())
  const span = { from: start(first), to: start(first.add({ months: 1 })) }
  const window = { from: instantOf(span.from), to: instantOf(span.to) }
  return {
    contract: { ...window, nominalSeconds: contractMonthSeconds },
    real: { ...window, nominalSeconds: span.to - span.from }
  }
}
