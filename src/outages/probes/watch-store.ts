import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { ComponentName } from './component.ts'

/** Where the reading of a component stands. */
export interface Watch extends ComponentName {
  readonly revision: number
  /** Results from then on were not read yet; `null`: only silence woke it. */
  readonly dirtyFrom: Temporal.Instant | null
  /** When silence was to be noticed. */
  readonly wakeAt: Temporal.Instant | null
}

/** Says that results of components, from an instant on, are to be read; in the order of their names. */
export async function markDirty(
  tx: Tx,
  authority: string,
  from: ReadonlyMap<string, Temporal.Instant>
): Promise<void> {
  const names = [...from.keys()].toSorted()
  for (const component of names) {
    // One statement each: two reports at once take their locks in the same order.
    await sql`
      update component_watches set revision = revision + 1,
        dirty_from = least(dirty_from, ${from.get(component)}::timestamptz)
      where bucket = ${bucketOf(authority)} and authority = ${authority}
        and component = ${component}`.execute(tx)
  }
}

/** Says that everything of an authority is to be read again: how it is watched has changed. */
export async function markAllDirty(
  tx: Tx,
  authority: string,
  from: Temporal.Instant
): Promise<void> {
  await sql`
    update component_watches set revision = revision + 1,
      dirty_from = least(dirty_from, ${from}::timestamptz)
    where bucket = ${bucketOf(authority)} and authority = ${authority}`.execute(tx)
}

/** Components whose results are to be read, those that wait longest first. */
export async function watchesToRead(
  db: Db,
  now: Temporal.Instant,
  limit: number
): Promise<Watch[]> {
  const found = await sql<Watch>`
    select authority, component, revision, dirty_from as "dirtyFrom",
      wake_at as "wakeAt" from component_watches
    where dirty_from is not null or wake_at <= ${now}
    order by least(dirty_from, wake_at), authority, component limit ${limit}`.execute(db)
  return found.rows
}

/**
 * Takes the reading of a component for this transaction, if it still stands where it was found: another
 * worker, or results that came since, leave nothing to take.
 */
export async function takeWatch(
  tx: Tx,
  watch: Watch,
  { at }: { at: Temporal.Instant }
): Promise<boolean> {
  const taken = await sql`
    update component_watches set revision = revision + 1, dirty_from = null, wake_at = null,
      read_at = ${at}
    where bucket = ${bucketOf(watch.authority)} and authority = ${watch.authority}
      and component = ${watch.component} and revision = ${watch.revision}`.execute(tx)
  return taken.numAffectedRows === 1n
}

/** Sets when silence would begin to mean something. */
export async function setWake(
  tx: Tx,
  { authority, component }: ComponentName,
  wakeAt: Temporal.Instant | null
): Promise<void> {
  await sql`
    update component_watches set wake_at = ${wakeAt} where bucket = ${bucketOf(authority)}
      and authority = ${authority} and component = ${component}`.execute(tx)
}
