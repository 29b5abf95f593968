import {
  type Availability,
  type ServiceRecord,
  type Stretch,
  availabilityOf
} from '../kernel/worktime/index.ts'
import { earlier, latest } from './fact-body.ts'
import { type FactBook, isBefore } from './fact-book.ts'
import type { Breach } from './measure.ts'
import { type Watch, unknownIn, watchOf } from './monitoring.ts'
import { type OutageRecord, outagesOfComponent } from './outage-record.ts'
import { type Period, contractMonthSeconds } from './period.ts'
import { type PlannedRecord, plannedOfComponent } from './planned-record.ts'

/** One component in one month, as the contract counts it and as the month was. */
export interface ComponentMonth {
  /** Over 2,592,000 seconds, whatever the month; what has not come yet is nothing lost. */
  readonly contract: Availability
  /** Over the month's own seconds; over those that have passed while it runs. */
  readonly real: Availability
  /** Whether any second of it was watched. */
  readonly isWatched: boolean
  /** Seconds of the month that have passed, where it goes on. */
  readonly runningSeconds: number | null
  /** Each outage and each void planned interruption, with the seconds that it cost. */
  readonly losses: readonly Omit<Breach, 'service'>[]
  /** Ids of the facts that were counted. */
  readonly evidence: readonly string[]
}

/** Counts one component in one month; once for a book. */
export function componentMonth(book: FactBook, component: string, period: Period): ComponentMonth {
  return book.once(`component ${component} ${period.key}`, () => read(book, component, period))
}

function read(book: FactBook, component: string, period: Period): ComponentMonth {
  const passed = passedOf(period, book.asOf)
  const watch = watchOf(book, component)
  const outages = outagesOfComponent(book, component).flatMap((outage) => {
    const stretch = { from: outage.from, to: latest(outage.to ?? book.asOf, outage.from) }
    return touches(stretch, passed) ? [{ ...outage, ...stretch }] : []
  })
  const plans = plannedOfComponent(book, component).filter((plan) => touches(plan, passed))
  const unknown = unknownIn(watch, passed)
  const realSeconds = Math.floor(passed.from.until(passed.to).total('seconds'))
  const planned = plans.map(({ input }) => input)
  const count = (nominalSeconds: number) =>
    availabilityOf({ ...passed, nominalSeconds }, 1, { outages, planned, unknown })
  return {
    contract: count(contractMonthSeconds),
    real: count(realSeconds),
    isWatched: lengthOf(unknown) < realSeconds,
    runningSeconds: isBefore(book.asOf, period.to) ? realSeconds : null,
    losses: lossesOf(passed, outages, plans),
    evidence: [
      ...outages.flatMap(({ facts }) => facts),
      ...plans.flatMap(({ facts }) => facts),
      ...evidenceOf(watch, passed)
    ]
  }
}

/** What of the month has passed; a second of it at least. */
function passedOf(period: Period, asOf: Temporal.Instant): Stretch {
  const to = latest(earlier(period.to, asOf), period.from.add({ seconds: 1 }))
  return { from: period.from, to }
}

/** What each outage cost outside valid planned time, and what each planned one cost as plain downtime. */
function lossesOf(
  span: Stretch,
  outages: readonly OutageRecord[],
  plans: readonly PlannedRecord[]
): Omit<Breach, 'service'>[] {
  const window = { ...span, nominalSeconds: contractMonthSeconds }
  const down = (record: ServiceRecord) => availabilityOf(window, 1, record).downSeconds
  const valid = plans.filter(({ verdict }) => verdict.valid).map(({ input }) => input)
  const ofValid = down({ planned: valid })
  const cost = (thing: { fact: string; from: Temporal.Instant }, seconds: number) =>
    seconds > 0 ? [{ fact: thing.fact, at: latest(thing.from, span.from), seconds }] : []
  return [
    ...outages.flatMap((outage) => {
      const stretch = { from: outage.from, to: outage.to ?? span.to }
      return cost(outage, down({ outages: [stretch], planned: valid }) - ofValid)
    }),
    ...plans.flatMap((plan) => cost(plan, down({ planned: [plan.input] })))
  ]
}

/** Seconds of stretches that do not overlap. */
function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + from.until(to).total('seconds'), 0)
}

/** Whether two half-open stretches share a moment; one without length shares its own. */
function touches(a: Stretch, b: Stretch): boolean {
  return isBefore(a.from, b.to) && (isBefore(b.from, a.to) || a.from.equals(b.from))
}

/** The facts of monitoring in the span, and the last one before it. */
function evidenceOf(watch: Watch, span: Stretch): string[] {
  const before = watch.facts.findLast((fact) => isBefore(fact.at, span.from))
  const within = watch.facts.filter(({ at }) => !isBefore(at, span.from) && isBefore(at, span.to))
  return [...(before === undefined ? [] : [before]), ...within].map(({ id }) => id)
}
