import { type TimedRecord, timeRecord } from '../../kernel/status/index.ts'
import type { Db } from '../../platform/index.ts'
import { type Outage } from '../outages/outage.ts'
import { outagesBetween } from '../outages/outage-store.ts'
import type { Component } from '../probes/component.ts'
import { type MonitoringGap, gapsBetween } from '../probes/gap-store.ts'
import { type PlannedInterruption, plannedInterruptions } from './planned-source.ts'
import { readComponents } from './watching-store.ts'

/** All that is known of some components over a stretch of time. */
export interface History {
  readonly outages: readonly Outage[]
  readonly planned: readonly PlannedInterruption[]
  /** The same outages, and the gaps, by component. */
  readonly outagesOf: ReadonlyMap<string, readonly Outage[]>
  readonly gapsOf: ReadonlyMap<string, readonly MonitoringGap[]>
  /** Components whose results were read at least once, of the authority that was asked for. */
  readonly read: ReadonlySet<string>
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
  const [outages, gaps, planned, read] = await Promise.all([
    outagesBetween(db, query),
    gapsBetween(db, query),
    plannedInterruptions(db, query),
    readComponents(db, query.authority)
  ])
  return {
    outages,
    planned,
    read,
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
  const unknown = history.gapsOf.get(component.id) ?? []
  const planned = history.planned.filter((each) => touches(each, component))
  const isRead = history.read.has(component.id) || outages.length + unknown.length > 0
  return timeRecord(
    { outages, unknown, planned, watchedSince: isRead ? component.addedAt : null },
    now
  )
}

/** A closed office takes nothing out of the network; everything else does. */
export function touches(planned: PlannedInterruption, component: Component): boolean {
  return (
    planned.authority === component.authority &&
    planned.kind !== 'office-closure' &&
    planned.components.includes(component.id)
  )
}
