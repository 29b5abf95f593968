import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { Check } from '../agent/wire.ts'
import type { WatchTarget } from './target.ts'

const columns = sql`id, authority, component, service, kind, host, what, probe as "check",
  every_seconds as "everySeconds", timeout_ms as "timeoutMs", automatic, added_at as "addedAt",
  added_by as "addedBy", retired_at as "retiredAt"`

/** Targets of an authority, retired ones too, or of one component, by component and name. */
export async function targetsOf(
  db: Db,
  authority: string,
  component?: string
): Promise<WatchTarget[]> {
  const which = component === undefined ? sql`true` : sql`component = ${component}`
  const found = await sql<WatchTarget>`
    select ${columns} from probe_targets
    where bucket = ${bucketOf(authority)} and authority = ${authority} and ${which}
    order by component, what, id`.execute(db)
  return found.rows
}

/** Targets of all authorities, retired ones too. */
export async function allTargets(db: Db): Promise<WatchTarget[]> {
  const found = await sql<WatchTarget>`
    select ${columns} from probe_targets order by authority, id`.execute(db)
  return found.rows
}

/** Targets that are looked at now. */
export async function liveTargets(db: Db, authority: string): Promise<WatchTarget[]> {
  const found = await sql<WatchTarget>`
    select ${columns} from probe_targets where bucket = ${bucketOf(authority)}
      and authority = ${authority} and retired_at is null order by component, what, id`.execute(db)
  return found.rows
}

/** One target of an authority, or `null`. */
export async function targetById(
  db: Db,
  { authority, target }: { authority: string; target: string }
): Promise<WatchTarget | null> {
  const found = await sql<WatchTarget>`
    select ${columns} from probe_targets where bucket = ${bucketOf(authority)}
      and authority = ${authority} and id::text = ${target}`.execute(db)
  return found.rows[0] ?? null
}

/** @returns False where another process made the same automatic target just now. */
export async function insertTarget(tx: Tx, target: WatchTarget): Promise<boolean> {
  const inserted = await sql`
    insert into probe_targets (bucket, authority, id, component, service, kind, host, what, probe,
      every_seconds, timeout_ms, automatic, added_at, added_by)
    values (${bucketOf(target.authority)}, ${target.authority}, ${target.id}, ${target.component},
      ${target.service}, ${target.kind}, ${target.host}, ${target.what}, ${json(target.check)},
      ${target.everySeconds}, ${target.timeoutMs}, ${target.automatic}, ${target.addedAt},
      ${target.addedBy})
    on conflict do nothing`.execute(tx)
  return inserted.numAffectedRows === 1n
}

/** Changes what an automatic target looks for, at the same host. */
export async function updateCheck(
  tx: Tx,
  { authority, id }: Pick<WatchTarget, 'authority' | 'id'>,
  check: Check
): Promise<void> {
  await sql`
    update probe_targets set probe = ${json(check)}
    where bucket = ${bucketOf(authority)} and authority = ${authority} and id = ${id}`.execute(tx)
}

/** @returns False where it was retired before. */
export async function markTargetRetired(
  tx: Tx,
  { authority, id }: Pick<WatchTarget, 'authority' | 'id'>,
  at: Temporal.Instant
): Promise<boolean> {
  const done = await sql`
    update probe_targets set retired_at = ${at} where bucket = ${bucketOf(authority)}
      and authority = ${authority} and id = ${id} and retired_at is null`.execute(tx)
  return done.numAffectedRows === 1n
}
