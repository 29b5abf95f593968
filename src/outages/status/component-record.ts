import { type TimedRecord, timeRecord } from '../../kernel/status/index.ts'
import type { Db } from '../../platform/index.ts'
import { type Outage } from '../outages/outage.ts'
import { outagesBetween } from '../outages/outage-store.ts'
import type { Component } from '../probes/component.ts'
import { type MonitoringGap, gapsBetween } from '../probes/gap-store.ts'
import { type PlannedInterruption, plannedInterruptions } from './planned-source.ts'
import { type ReadingState, readingStates } from './watching-store.ts'

/** All that is known of some components over a stretch of time. */
export interface History {
  readonly outages: readonly Outage[]
  readonly planned: readonly PlannedInterruption[]
  /** The same outages, and the gaps, by component. */
  readonly outagesOf: ReadonlyMap<string, readonly Outage[]>
  readonly gapsOf: ReadonlyMap<string, readonly MonitoringGap[]>
  /** How far the reading of results has come. */
  readonly readings: ReadonlyMap<string, ReadingState>
}

/** Which history to read. */
export interface HistoryQuery {
  readonly authority: string
  readonly component?: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** Reads what happened to the components of one authority. */
export async function readHistory(db: Db, query: HistoryQuery): Promise<History> {
  const [outages, gaps, planned, readings] = await Promise.all([
    outagesBetween(db, query),
    gapsBetween(db, query),
    plannedInterruptions(db, query),
    readingStates(db, query.authority)
  ])
  return {
    outages,
    planned,
    readings,
    outagesOf: Map.groupBy(outages, ({ component }) => component),
    gapsOf: Map.groupBy(gaps, ({ component }) => component)
  }
}

/** The part of a history that is about one component, ready for questions. */
export function recordOf(
  history: History,
  component: Component,
  now: Temporal.Instant
): TimedRecord {
  const outages = history.outagesOf.get(component.id) ?? []
  const gaps = history.gapsOf.get(component.id) ?? []
  const reading = history.readings.get(component.id)
  const planned = history.planned.filter((each) => touches(each, component))
  const isRead = Boolean(reading?.readAt) || outages.length + gaps.length > 0
  const unread = unreadSince(reading, now)
  const unknown = unread === null ? gaps : [...gaps, { from: unread, to: null }]
  return timeRecord(
    { outages, unknown, planned, watchedSince: isRead ? component.addedAt : null },
    now
  )
}

const readSeconds = 60

/**
 * Where nobody has read results for a minute although there were some, or silence instead of them, what
 * the rows say is no longer what is: a worker that is gone must not keep a component up.
 */
function unreadSince(
  reading: ReadingState | undefined,
  now: Temporal.Instant
): Temporal.Instant | null {
  const { readAt = null, unreadSince: since = null } = reading ?? {}
  const isLong = (at: Temporal.Instant) => at.until(now).total('seconds') > readSeconds
  return since !== null && isLong(since) && (readAt === null || isLong(readAt)) ? since : null
}

/** A closed office takes nothing out of the network; everything else does. */
export function touches(planned: PlannedInterruption, component: Component): boolean {
  return (
    planned.authority === component.authority &&
    planned.kind !== 'office-closure' &&
    planned.components.includes(component.id)
  )
}
