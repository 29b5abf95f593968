import type { Db } from '../../platform/index.ts'
import { type PlannedView, plannedView } from './planned.ts'
import { type PlannedQuery, plannedRowsBetween } from './planned-store.ts'

/**
 * Planned outages and suspensions whose time touches a stretch, the earliest first; cancelled ones only
 * where asked for. Each is what the availability kernel takes, as it is.
 * @param query - `at`: the instant of whose state is told; `to` where absent.
 */
export async function plannedBetween(
  db: Db,
  query: PlannedQuery & { readonly at?: Temporal.Instant }
): Promise<PlannedView[]> {
  const rows = await plannedRowsBetween(db, query)
  return rows.map((planned) => plannedView(planned, query.at ?? query.to))
}

/** The planned outage in whose valid time a component is down at an instant, or `null`. */
export async function plannedCovering(
  db: Db,
  { authority, component }: { readonly authority: string; readonly component: string },
  at: Temporal.Instant
): Promise<PlannedView | null> {
  const to = at.add({ seconds: 1 })
  const found = await plannedBetween(db, { authority, component, from: at, to, at })
  return found.find(({ verdict: { exempt } }) => exempt !== null && covers(exempt, at)) ?? null
}

function covers(
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
  at: Temporal.Instant
): boolean {
  return Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, to) < 0
}
