import { sql } from 'kysely'
import type { Db, Tx } from '../platform/index.ts'
import { type FactText, factColumns } from './fact-text-store.ts'

/** A row of the outbox with its fact, as far as there is one. */
export interface Candidate {
  readonly bucket: number
  readonly id: string
  /** `null` where the outbox names a fact that is not there: somebody's hand was in the rows. */
  readonly fact: FactText | null
  /** Key of the salts of its subject: `null` where it was erased, `undefined` where none was made. */
  readonly key: Uint8Array | null | undefined
}

type CandidateRow = FactText & {
  readonly bucket: number
  readonly hasKey: boolean
  readonly key: Uint8Array | null
}

// So few that they are found by their keys, however few or many facts there are: for more, and on
// statistics of yesterday, the planner would read all facts there are.
const factsPerStatement = 1024

/** Facts that wait for a leaf, oldest first among those found. */
export async function readCandidates(db: Db, most: number): Promise<Candidate[]> {
  const waiting = await sql<{ bucket: number; id: string }>`
    select bucket, id from ledger_outbox limit ${most}`.execute(db)
  const rows = waiting.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const candidates: Candidate[] = []
  for (let from = 0; from < rows.length; from += factsPerStatement) {
    const some = rows.slice(from, from + factsPerStatement)
    const found = await sql<CandidateRow>`
      select f.bucket, f.id, ${factColumns}, k.subject is not null as "hasKey", k.key
      from unnest(${some.map((row) => row.bucket)}::smallint[],
        ${some.map((row) => row.id)}::uuid[]) as w (bucket, id)
      join facts f on f.bucket = w.bucket and f.id = w.id
      left join evidence_keys k on k.bucket = f.bucket and k.subject = f.subject`.execute(db)
    const facts = new Map(found.rows.map((row) => [row.id, row]))
    candidates.push(...some.map((row) => candidateOf(row, facts.get(row.id))))
  }
  return candidates
}

function candidateOf(
  { bucket, id }: { bucket: number; id: string },
  row: CandidateRow | undefined
): Candidate {
  if (row === undefined) return { bucket, id, fact: null, key: undefined }
  return { bucket, id, fact: row, key: row.hasKey ? row.key : undefined }
}

/** Which of these facts have a leaf already, in any shard. */
export async function loggedAmong(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const logs = await sql<{ log: string }>`select log_id as log from logs`.execute(tx)
  const found = await sql<{ id: string }>`
    select id from log_leaves
    where log_id = any(${logs.rows.map(({ log }) => log)}::text[]) and id = any(${ids}::uuid[])`.execute(
    tx
  )
  return new Set(found.rows.map(({ id }) => id))
}

/** Where a fact stands in the log. */
export interface Leaf {
  readonly log: string
  readonly id: string
  readonly bucket: number
  /** Index of the entry. */
  readonly index: number
  /** Place among the commitments of a sealed entry; `null` in a public one. */
  readonly place: number | null
}

/** Writes where facts stand. */
export async function insertLeaves(
  tx: Tx,
  log: string,
  leaves: readonly Omit<Leaf, 'log'>[]
): Promise<void> {
  await sql`
    insert into log_leaves (log_id, id, bucket, index, place)
    select ${log}, l.id, l.bucket, l.index, l.place
    from unnest(${leaves.map((each) => each.id)}::uuid[],
      ${leaves.map((each) => each.bucket)}::smallint[],
      ${leaves.map((each) => each.index)}::bigint[],
      ${leaves.map((each) => each.place)}::integer[]) as l (id, bucket, index, place)`.execute(tx)
}

/** Takes facts out of the outbox: they are in the log. */
export async function removeFromOutbox(
  tx: Tx,
  rows: readonly { bucket: number; id: string }[]
): Promise<void> {
  await sql`
    delete from ledger_outbox o
    using unnest(${rows.map((row) => row.bucket)}::smallint[],
      ${rows.map((row) => row.id)}::uuid[]) as d (bucket, id)
    where o.bucket = d.bucket and o.id = d.id`.execute(tx)
}

/** Where a fact stands, or `null` while it waits. */
export async function leafOfFact(db: Db, id: string): Promise<Leaf | null> {
  const found = await sql<Leaf>`
    select log_id as log, id, bucket, index, place from log_leaves where id = ${id}::uuid
      and log_id in (select log_id from logs)`.execute(db)
  return found.rows[0] ?? null
}

/** The bucket of a fact that waits for its leaf, or `null`. */
export async function waitingFact(
  db: Db,
  id: string
): Promise<{ bucket: number; id: string } | null> {
  const found = await sql<{ bucket: number; id: string }>`
    select bucket, id from ledger_outbox where id = ${id}::uuid`.execute(db)
  return found.rows[0] ?? null
}

/** Where everyone can see a fact. */
export interface PublishedLeaf {
  readonly log: string
  /** Index of the entry. */
  readonly index: number
}

/** Where facts stand, in one statement; only those that a published checkpoint covers. */
export async function publishedLeaves(
  db: Db,
  ids: readonly string[]
): Promise<Map<string, PublishedLeaf>> {
  if (ids.length === 0) return new Map()
  const found = await sql<PublishedLeaf & { id: string }>`
    select l.id, l.log_id as log, l.index
    from log_checkpoints c join log_leaves l on l.log_id = c.log_id
    where c.note is not null and l.index < c.size and l.id = any(${ids}::uuid[])`.execute(db)
  return new Map(found.rows.map(({ id, log, index }) => [id, { log, index }]))
}

// Past this a queue is simply long; counting on would cost more than the number is worth.
const countedMax = 100_000

/** How many facts wait for a leaf; at most 100,000. */
export async function waitingForLeaf(db: Db): Promise<number> {
  const found = await sql<{ waiting: number }>`
    select count(*) as waiting
    from (select 1 from ledger_outbox limit ${countedMax}) as counted`.execute(db)
  return found.rows[0]?.waiting ?? 0
}

/** Whether anything waits for a leaf. */
export async function isOutboxEmpty(db: Db): Promise<boolean> {
  const found = await sql`select 1 as one from ledger_outbox limit 1`.execute(db)
  return found.rows.length === 0
}

/** A fact with its leaf; `log` and `index` are null while it waits. */
export interface Proof {
  readonly id: string
  readonly kind: string
  readonly at: Temporal.Instant
  readonly log: string | null
  readonly index: number | null
}

/** The facts of a subject with their leaves, in the order in which they happened. */
export async function leavesOfSubject(
  db: Db,
  of: { bucket: number; subject: string }
): Promise<Proof[]> {
  const found = await sql<{ id: string; kind: string; at: Temporal.Instant }>`
    select id, kind, at from facts
    where bucket = ${of.bucket} and subject = ${of.subject} order by at, id`.execute(db)
  const leaves = await sql<Leaf>`
    select log_id as log, id, bucket, index, place from log_leaves
    where log_id in (select log_id from logs)
      and id = any(${found.rows.map(({ id }) => id)}::uuid[])`.execute(db)
  const leafOf = new Map(leaves.rows.map((leaf) => [leaf.id, leaf]))
  return found.rows.map((fact) => {
    const leaf = leafOf.get(fact.id)
    return { ...fact, log: leaf?.log ?? null, index: leaf?.index ?? null }
  })
}
