import {
  type Burn,
  type ComponentState,
  type DayReading,
  type DaySpan,
  type MonthReading,
  type MonthSpan,
  type TimedRecord,
  readBurn,
  readDay,
  readMonth,
  readState
} from '../../kernel/status/index.ts'
import type { Authority } from '../../people/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import type { Outage } from '../outages/outage.ts'
import type { Component } from '../probes/component.ts'
import { type AvailabilityTarget, shareOf } from './availability-target.ts'
import type { PlannedInterruption } from './planned-source.ts'
import type { CourseEntry, Watching } from './watching-store.ts'

/** One component as the pages show it. */
export interface ComponentStatus {
  readonly component: Component
  readonly title: Bilingual
  readonly target: AvailabilityTarget | null
  readonly record: TimedRecord
  readonly state: ComponentState
  /** The outage that lasts. */
  readonly outage: Outage | null
  /** Since when nobody knows, where nobody does. */
  readonly unknownSince: Temporal.Instant | null
  /** Reports of people in the last hour that belong to no outage. */
  readonly reports: number
  readonly month: MonthReading | null
  readonly burn: Burn | null
  readonly days: readonly DayReading[]
}

/** One authority with all its components. */
export interface AuthorityStatus {
  readonly authority: Authority
  readonly components: readonly ComponentStatus[]
  /** Of the last 90 days, the newest first; those that last are among them. */
  readonly outages: readonly Outage[]
  /** What was said of each of them, in order. */
  readonly courses: ReadonlyMap<string, readonly CourseEntry[]>
  /** Under way or to come, the next first. */
  readonly planned: readonly PlannedInterruption[]
  readonly watching: Watching
}

/** Everything that the status pages show, as it is at one instant. */
export interface Board {
  readonly at: Temporal.Instant
  readonly authorities: readonly AuthorityStatus[]
}

/** What a component is read from. */
export interface ComponentSource {
  readonly component: Component
  readonly title: Bilingual
  readonly target: AvailabilityTarget | null
  readonly record: TimedRecord
  readonly outages: readonly Outage[]
  readonly reports: number
}

/** Reads one component; days and the month are made once for all of them. */
export function componentStatus(
  source: ComponentSource,
  { month, days }: { readonly month: MonthSpan; readonly days: readonly DaySpan[] }
): ComponentStatus {
  const { component, title, target, record, reports } = source
  const state = readState(record, reports)
  const reading = readMonth(record, month, shareOf(target))
  const isKnown = reading !== null && reading.contract.percent !== null
  return {
    component,
    title,
    target,
    record,
    reports,
    state,
    outage: source.outages.find((each) => each.to === null) ?? null,
    unknownSince: state === 'unknown' ? unknownSince(record) : null,
    month: reading,
    burn: isKnown && target !== null ? readBurn(reading, state === 'down') : null,
    days: days.map((day) => readDay(record, day))
  }
}

/** `null`: there was no result yet at all. */
function unknownSince({ unknown, now }: TimedRecord): Temporal.Instant | null {
  const since = unknown.find(({ from, to }) => from > 0 && from <= now && to > now)
  return since?.value.from ?? null
}

/** The states of an authority or of all, counted. */
export function countStates(
  components: readonly ComponentStatus[]
): Readonly<Record<ComponentState, number>> {
  const counts = { up: 0, degraded: 0, down: 0, planned: 0, unknown: 0 }
  for (const { state } of components) counts[state] += 1
  return counts
}
