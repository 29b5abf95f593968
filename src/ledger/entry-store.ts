import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../platform/index.ts'

/** An entry as its row keeps it. */
export interface EntryRow {
  readonly index: number
  /** 1 public, 2 sealed, 4 control. */
  readonly kind: number
  /** POSIX seconds. */
  readonly at: number
  /** What a public or control entry calls itself; `sealed` for a batch. */
  readonly type: string
  /** Code of the service that a public entry is about. */
  readonly service: string | null
  /** The bytes that the tree hashes. */
  readonly entry: Uint8Array
  /** Commitments of a sealed entry, 32 bytes each. */
  readonly commitments: Uint8Array | null
}

const columns = sql`index, kind, at, type, service, entry, commitments`

function hex(bytes: Uint8Array | null): string | null {
  return bytes && Buffer.from(bytes).toString('hex')
}

/** Writes entries of a shard. */
export async function insertEntries(
  tx: Tx,
  log: string,
  entries: readonly EntryRow[]
): Promise<void> {
  await sql`
    insert into log_entries (log_id, index, kind, at, type, service, entry, commitments)
    select ${log}, e.index, e.kind, e.at, e.type, e.service, decode(e.entry, 'hex'),
      decode(e.commitments, 'hex')
    from unnest(${entries.map((each) => each.index)}::bigint[],
      ${entries.map((each) => each.kind)}::smallint[], ${entries.map((each) => each.at)}::bigint[],
      ${entries.map((each) => each.type)}::text[], ${entries.map((each) => each.service)}::text[],
      ${entries.map((each) => hex(each.entry))}::text[],
      ${entries.map((each) => hex(each.commitments))}::text[])
      as e (index, kind, at, type, service, entry, commitments)`.execute(tx)
}

/** One entry, or `null`. */
export async function entryAt(db: Db, log: string, index: number): Promise<EntryRow | null> {
  const found = await sql<EntryRow>`
    select ${columns} from log_entries where log_id = ${log} and index = ${index}`.execute(db)
  return found.rows[0] ?? null
}

/** The bytes of entries from `from` up to, not including, `to`, in order. */
export async function entriesBetween(
  db: Db,
  log: string,
  { from, to }: { from: number; to: number }
): Promise<EntryRow[]> {
  const found = await sql<EntryRow>`
    select ${columns} from log_entries
    where log_id = ${log} and index >= ${from} and index < ${to} order by index`.execute(db)
  return found.rows
}

/** Which entries the explorer asks for, newest first. */
export interface EntryQuery {
  readonly log: string
  /** 1, 2 or 4. */
  readonly kind?: number | undefined
  readonly type?: string | undefined
  readonly service?: string | undefined
  /** First second, included. */
  readonly from?: number | undefined
  /** Last second, not included. */
  readonly to?: number | undefined
  /** First index, included: what came after a checkpoint of this size. */
  readonly since?: number | undefined
  /** Index below which to go on. */
  readonly before: number
  readonly most: number
}

/** Entries by kind, type, service and time, newest first, without their commitments. */
export async function findEntries(db: Db, query: EntryQuery): Promise<EntryRow[]> {
  const all: RawBuilder<unknown>[] = [sql`log_id = ${query.log}`, sql`index < ${query.before}`]
  if (query.kind !== undefined) all.push(sql`kind = ${query.kind}`)
  if (query.type !== undefined) all.push(sql`type = ${query.type}`)
  if (query.service !== undefined) all.push(sql`service = ${query.service}`)
  if (query.from !== undefined) all.push(sql`at >= ${query.from}`)
  if (query.to !== undefined) all.push(sql`at < ${query.to}`)
  if (query.since !== undefined) all.push(sql`index >= ${query.since}`)
  const found = await sql<EntryRow>`
    select index, kind, at, type, service, entry, null as commitments from log_entries
    where ${sql.join(all, sql` and `)} order by index desc limit ${query.most}`.execute(db)
  return found.rows
}

/** How many entries of each kind a shard has up to a size. */
export async function countByKind(db: Db, log: string, size: number): Promise<Map<number, number>> {
  const found = await sql<{ kind: number; count: number }>`
    select kind, count(*) as count from log_entries where log_id = ${log} and index < ${size}
    group by kind`.execute(db)
  return new Map(found.rows.map(({ kind, count }) => [kind, count]))
}
