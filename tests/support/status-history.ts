import { sql } from 'kysely'
import { insertOutage } from '../../src/outages/outages/outage-store.ts'
import type { Outage } from '../../src/outages/outages/outage.ts'
import { addComponents } from '../../src/outages/probes/component-store.ts'
import { replaceGaps } from '../../src/outages/probes/gap-store.ts'
import { bucketOf, type Db, inTransaction, newId } from '../../src/platform/index.ts'

/** A year of components as probes would have left it: added, watched, with some outages and a gap. */
export interface StatusHistory {
  readonly db: Db
  readonly authority: string
  readonly addedAt: Temporal.Instant
  readonly components: readonly string[]
}

/** Adds components that were watched from a day on. */
export async function addWatched({ db, authority, addedAt, components }: StatusHistory) {
  await inTransaction(db, async (tx) => {
    await addComponents(
      tx,
      authority,
      components.map((id) => ({
        id,
        service: id.startsWith('service:') ? id.slice('service:'.length) : null,
        host: null,
        addedAt
      }))
    )
    await sql`update component_watches set read_at = ${addedAt}
      where bucket = ${bucketOf(authority)} and authority = ${authority}`.execute(tx)
  })
}

/** What an outage is where nothing else is said of it. */
export function outageOf(
  given: Pick<Outage, 'authority' | 'component' | 'from' | 'to'> & Partial<Outage>
): Outage {
  return {
    id: newId(given.from),
    service: given.component.startsWith('service:') ? given.component.slice(8) : null,
    cause: 'unknown',
    automatic: true,
    vantagePoints: 2,
    targets: [],
    reason: 'timeout',
    detail: null,
    planned: null,
    notice: null,
    scope: null,
    note: null,
    expectedReturnAt: null,
    nextUpdateAt: null,
    void: false,
    settled: false,
    knownAt: given.from.add({ seconds: 150 }),
    closedKnownAt: given.to?.add({ seconds: 60 }) ?? null,
    revision: 1,
    ...given
  }
}

/** Writes outages as they are. */
export async function writeOutages(db: Db, outages: readonly Outage[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const outage of outages) await insertOutage(tx, outage)
  })
}

/** Writes one gap of a component. */
export async function writeGap(
  db: Db,
  name: { authority: string; component: string },
  gap: { from: Temporal.Instant; to: Temporal.Instant | null }
): Promise<void> {
  await inTransaction(db, (tx) => replaceGaps(tx, name, { from: gap.from, gaps: [gap] }))
}

/** Sets when silence begins to mean something, as the reading of results would. */
export async function wakeAt(
  db: Db,
  { authority, component }: { authority: string; component: string },
  at: Temporal.Instant
): Promise<void> {
  await sql`update component_watches set wake_at = ${at} where bucket = ${bucketOf(authority)}
    and authority = ${authority} and component = ${component}`.execute(db)
}
