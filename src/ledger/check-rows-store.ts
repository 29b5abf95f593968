import { sql } from 'kysely'
import type { Db } from '../platform/index.ts'

const differencesMax = 100

/** Shards that some row names, other than those that are known. */
export async function shardsInRows(db: Db, known: readonly string[]): Promise<string[]> {
  const tables = ['log_checkpoints', 'log_tiles', 'log_entries', 'log_leaves']
  const names: string[] = []
  for (const table of tables) {
    const found = await sql<{ log: string }>`
      select distinct log_id as log from ${sql.table(table)}
      where log_id <> all(${known}::text[])`.execute(db)
    names.push(...found.rows.map(({ log }) => log))
  }
  return names
}

/** An entry that has not as many leaves as it should. */
export interface LeafCount {
  readonly index: number
  readonly kind: number
  /** Commitments of a sealed entry; `null` where the row has none. */
  readonly commitments: number | null
  readonly leaves: number
}

/**
 * Entries with other leaves than one for a public entry, none for a control entry, and for a sealed one
 * one for each commitment: of two, the second may be the companion of a lone event.
 */
export async function leafCountsThatDiffer(db: Db, log: string): Promise<LeafCount[]> {
  const found = await sql<LeafCount>`
    select e.index, e.kind, (octet_length(e.commitments) / 32)::bigint as commitments,
      coalesce(l.leaves, 0) as leaves
    from logs h
    join log_entries e on e.log_id = h.log_id and e.index < h.size
    left join (
      select index, count(*) as leaves, count(distinct place) as places, min(place) as first,
        max(place) as last
      from log_leaves where log_id = ${log} group by index
    ) l on l.index = e.index
    where h.log_id = ${log} and not case e.kind
      when 4 then l.index is null
      when 1 then coalesce(l.leaves, 0) = 1 and l.places = 0
      else coalesce(l.leaves = l.places and l.first = 0 and l.last = l.places - 1
        and (l.places = octet_length(e.commitments) / 32
          or l.places = 1 and octet_length(e.commitments) = 64), false)
    end
    order by e.index limit ${differencesMax}`.execute(db)
  return found.rows
}

/** Those of these entries that have a single leaf. */
export async function entriesWithOneLeaf(
  db: Db,
  log: string,
  indices: readonly number[]
): Promise<number[]> {
  if (indices.length === 0) return []
  const found = await sql<{ index: number }>`
    select index from log_leaves where log_id = ${log} and index = any(${indices}::bigint[])
    group by index having count(*) = 1 order by index`.execute(db)
  return found.rows.map(({ index }) => index)
}

/** The bytes of the entries of a shard that call themselves `type`. */
export async function entriesOfType(db: Db, log: string, type: string): Promise<Uint8Array[]> {
  const found = await sql<{ entry: Uint8Array }>`
    select entry from log_entries where log_id = ${log} and type = ${type} order by index`.execute(
    db
  )
  return found.rows.map(({ entry }) => entry)
}

/** Names of rows that the head of a shard does not reach. */
export async function rowsBeyondHead(db: Db, log: string): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select 'entry ' || e.index as name
    from logs h join log_entries e on e.log_id = h.log_id
    where h.log_id = ${log} and e.index >= h.size
    union all
    select 'tile/' || t.level || '/' || t.index
    from logs h join log_tiles t on t.log_id = h.log_id
    where h.log_id = ${log} and (256::numeric * t.index + 1) * power(256::numeric, t.level) > h.size
    limit ${differencesMax}`.execute(db)
  return found.rows.map(({ name }) => name)
}
