import { sql } from 'kysely'
import { type Db, type Tx, json } from '../platform/index.ts'
import type { EntryRow } from './entry-store.ts'
import type { Leaf } from './leaf-store.ts'
import { type FactText, factColumns } from './fact-text-store.ts'
import type { LogRow } from './log-store.ts'

/** A leaf with its fact and the key of its subject, as far as they are there. */
export interface CheckedLeaf extends Leaf {
  readonly fact: FactText | null
  readonly key: Uint8Array | null
}

type LeafRow = Omit<FactText, 'kind'> &
  Leaf & { readonly kind: string | null; readonly key: Uint8Array | null }

/** Leaves of a shard in the order of their facts' ids, from after `after`. */
export async function leavesAfter(
  db: Db,
  log: string,
  { after, most }: { after: string; most: number }
): Promise<CheckedLeaf[]> {
  const found = await sql<LeafRow>`
    select l.log_id as log, l.id, l.bucket, l.index, l.place, ${factColumns}, k.key
    from (select * from log_leaves where log_id = ${log} and id > ${after}::uuid
      order by id limit ${most}) l
    left join facts f on f.bucket = l.bucket and f.id = l.id
    left join evidence_keys k on k.bucket = f.bucket and k.subject = f.subject
    order by l.id`.execute(db)
  return found.rows.map(({ log: name, id, bucket, index, place, key, kind, ...rest }) => ({
    log: name,
    id,
    bucket,
    index,
    place,
    key,
    fact: kind === null ? null : { ...rest, id, kind }
  }))
}

/** Facts that neither stand in the log nor wait for it. */
export async function factsWithoutLeaf(db: Db, most: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select f.id from facts f
    where not exists (select from ledger_outbox o where o.bucket = f.bucket and o.id = f.id)
      and not exists (select from log_leaves l where l.id = f.id)
    order by f.id limit ${most}`.execute(db)
  return found.rows.map(({ id }) => id)
}

/** Facts that have a leaf in more than one shard. */
export async function factsLoggedTwice(db: Db, most: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from log_leaves group by id having count(*) > 1 order by id limit ${most}`.execute(db)
  return found.rows.map(({ id }) => id)
}

/** Facts that have waited for a leaf since before an instant. */
export async function factsWaitingSince(
  db: Db,
  before: Temporal.Instant,
  most: number
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select f.id from ledger_outbox o join facts f on f.bucket = o.bucket and f.id = o.id
    where f.known_at < ${before}::timestamptz order by f.id limit ${most}`.execute(db)
  return found.rows.map(({ id }) => id)
}

/** How many facts there are. */
export async function countFacts(db: Db): Promise<number> {
  const found = await sql<{ n: number }>`select count(*) as n from facts`.execute(db)
  return found.rows[0]?.n ?? 0
}

/** Entries of a shard by their indices. */
export async function entriesByIndex(
  db: Db,
  log: string,
  indices: readonly number[]
): Promise<Map<number, EntryRow>> {
  const found = await sql<EntryRow>`
    select index, kind, at, type, service, entry, commitments from log_entries
    where log_id = ${log} and index = any(${indices}::bigint[])`.execute(db)
  return new Map(found.rows.map((row) => [row.index, row]))
}

/**
 * Takes leaves out of a shard and puts their facts back to wait: those of the entries named, and those
 * from `from` on.
 * @returns How many.
 */
export async function requeueLeaves(
  tx: Tx,
  log: string,
  { indices, from }: { indices: readonly number[]; from: number | null }
): Promise<number> {
  const gone = await sql`
    with gone as (
      delete from log_leaves where log_id = ${log}
        and (index = any(${indices}::bigint[]) or index >= ${from}::bigint)
      returning bucket, id
    )
    insert into ledger_outbox (bucket, id) select bucket, id from gone
    on conflict do nothing returning id`.execute(tx)
  return gone.rows.length
}

/** Takes entries out of a shard: those named, and those from `from` on. */
export async function removeEntries(
  tx: Tx,
  log: string,
  { indices, from }: { indices: readonly number[]; from: number | null }
): Promise<void> {
  await sql`
    delete from log_entries where log_id = ${log}
      and (index = any(${indices}::bigint[]) or index >= ${from}::bigint)`.execute(tx)
}

/** Takes all tiles out of a shard, before they are made anew. */
export async function removeTiles(tx: Tx, log: string): Promise<void> {
  await sql`delete from log_tiles where log_id = ${log}`.execute(tx)
}

/** Brings back the row of a shard, or sets its head to what the entries say. */
export async function setHead(tx: Db, log: LogRow): Promise<void> {
  await sql`
    insert into logs (log_id, position, origin, size, root, last_at, keys, opened_at, frozen_at)
    values (${log.log}, ${log.position}, ${log.origin}, ${log.size}, ${Buffer.from(log.root)},
      ${log.lastAt}, ${json(log.keys)}, ${log.openedAt}, ${log.frozenAt}::timestamptz)
    on conflict (log_id) do update set size = excluded.size, root = excluded.root,
      last_at = excluded.last_at, frozen_at = excluded.frozen_at`.execute(tx)
}
