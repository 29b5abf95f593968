import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { Delegation } from './delegation.ts'

const columns = sql`d.id, d.grantor, d.delegate, d.kind, d.scope, d.acts, d.valid_from as "from",
  d.valid_to as "until", d.revoked_at as "revokedAt", d.granted_by as "grantedBy", d.via,
  coalesce(d.grantor_frozen_at, d.delegate_frozen_at) as "suspendedAt",
  array_remove(array[case when d.grantor_frozen_at is not null then 'grantor' end,
    case when d.delegate_frozen_at is not null then 'delegate' end], null) as "frozenSides"`

/** Writes a delegation and where its delegate finds it; once. @returns Whether it is new. */
export async function insertDelegation(tx: Tx, delegation: Delegation): Promise<boolean> {
  const { id, grantor, delegate, kind, scope, acts, from, until, grantedBy, via } = delegation
  const written = await sql`
    insert into delegations (bucket, id, grantor, delegate, kind, scope, acts, valid_from, valid_to,
      granted_by, via)
    values (${bucketOf(grantor)}, ${id}, ${grantor}, ${delegate}, ${kind}, ${json(scope)},
      ${json(acts)}, ${from}, ${until}, ${grantedBy}, ${via})
    on conflict (bucket, id) do nothing returning 1`.execute(tx)
  await sql`
    insert into delegations_held (bucket, id, delegate, grantor)
    values (${bucketOf(delegate)}, ${id}, ${delegate}, ${grantor})
    on conflict (bucket, id) do nothing`.execute(tx)
  return written.rows.length === 1
}

/**
 * The delegations from one person to another that hold at an instant, of either act or scope. Within a
 * transaction they are held until its end: a revocation waits for the act, or the act sees it.
 */
export async function delegationsBetween(
  db: Db,
  between: { readonly grantor: string; readonly delegate: string },
  at: Temporal.Instant
): Promise<Delegation[]> {
  const { grantor, delegate } = between
  const lock = db.isTransaction ? sql`for share` : sql``
  const found = await sql<Delegation>`
    select ${columns} from delegations d
    where d.bucket = ${bucketOf(grantor)} and d.grantor = ${grantor} and d.delegate = ${delegate}
      and d.valid_from <= ${at} and (d.valid_to is null or d.valid_to > ${at})
      and d.revoked_at is null and d.grantor_frozen_at is null and d.delegate_frozen_at is null
    order by d.valid_from, d.id ${lock}`.execute(db)
  return found.rows
}

/** Every delegation that somebody was ever given, the first one first. */
export async function delegationsHeld(db: Db, delegate: string): Promise<Delegation[]> {
  const held = await sql<{ id: string; grantor: string }>`
    select id, grantor from delegations_held
    where bucket = ${bucketOf(delegate)} and delegate = ${delegate}`.execute(db)
  if (held.rows.length === 0) return []
  const grantors = held.rows.map(({ grantor }) => bucketOf(grantor))
  const ids = held.rows.map(({ id }) => id)
  const found = await sql<Delegation>`
    select ${columns} from unnest(${grantors}::smallint[], ${ids}::uuid[]) as asked (bucket, id)
    join delegations d on d.bucket = asked.bucket and d.id = asked.id
    order by d.valid_from, d.id`.execute(db)
  return found.rows
}

/** Every delegation that somebody ever gave, the newest first. */
export async function delegationsGiven(db: Db, grantor: string): Promise<Delegation[]> {
  const found = await sql<Delegation>`
    select ${columns} from delegations d
    where d.bucket = ${bucketOf(grantor)} and d.grantor = ${grantor}
    order by d.valid_from desc, d.id desc`.execute(db)
  return found.rows
}

/** Person ids of those who may act for somebody at an instant, each once. */
export async function delegatesOf(
  db: Db,
  grantor: string,
  at: Temporal.Instant
): Promise<string[]> {
  const live = (await delegationsGiven(db, grantor)).filter(
    ({ revokedAt, until, suspendedAt = null }) =>
      revokedAt === null &&
      suspendedAt === null &&
      (until === null || Temporal.Instant.compare(until, at) > 0)
  )
  return [...new Set(live.map(({ delegate }) => delegate))]
}

/** One delegation of a grantor, or `null`. */
export async function delegationOf(
  db: Db,
  { grantor, id }: { readonly grantor: string; readonly id: string }
): Promise<Delegation | null> {
  const found = await sql<Delegation>`
    select ${columns} from delegations d
    where d.bucket = ${bucketOf(grantor)} and d.grantor = ${grantor} and d.id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** Ends a delegation at an instant, unless it was ended before. @returns Whether it was ended now. */
export async function endDelegation(
  tx: Tx,
  ending: { readonly grantor: string; readonly id: string; readonly by: string },
  at: Temporal.Instant
): Promise<boolean> {
  const { grantor, id, by } = ending
  const ended = await sql`
    update delegations set revoked_at = ${at}, revoked_by = ${by}
    where bucket = ${bucketOf(grantor)} and grantor = ${grantor} and id = ${id}
      and revoked_at is null returning 1`.execute(tx)
  return ended.rows.length === 1
}
