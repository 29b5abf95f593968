import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, bucketOf, newId } from '../platform/index.ts'
import type { Fact, FactKind, NewFact } from './fact.ts'

const columns = sql`id, authority, kind, subject, at, known_at as "knownAt", actor,
  agreement_version as "agreementVersion", card_version as "cardVersion", body`

/**
 * Records facts, in order, with their outbox rows for the public log: one statement, inside the
 * transaction of the change itself, so that there is never one without the other.
 */
export async function recordFacts(tx: Tx, facts: readonly NewFact[]): Promise<Fact[]> {
  if (facts.length === 0) return []
  const made = facts.map((fact) => ({ ...fact, id: newId(fact.knownAt ?? fact.at) }))
  const column = <T>(read: (fact: (typeof made)[number]) => T) => made.map(read)
  await sql`
    with given as (
      select f.bucket, f.id, f.authority, f.kind, f.subject, f.at, f.known_at, f.actor,
        f.agreement_version, f.card_version, f.body::jsonb
      from unnest(${column((f) => bucketOf(f.owner))}::smallint[], ${column((f) => f.id)}::uuid[],
        ${column((f) => f.authority)}::text[], ${column((f) => f.kind)}::text[],
        ${column((f) => f.subject)}::text[], ${column((f) => f.at)}::timestamptz[],
        ${column((f) => f.knownAt ?? f.at)}::timestamptz[], ${column((f) => f.actor)}::text[],
        ${column((f) => f.agreementVersion ?? null)}::text[],
        ${column((f) => f.cardVersion ?? null)}::text[],
        ${column((f) => JSON.stringify(f.body))}::text[])
        as f (bucket, id, authority, kind, subject, at, known_at, actor, agreement_version,
          card_version, body)
    ), recorded as (
      insert into facts (bucket, id, authority, kind, subject, at, known_at, actor,
        agreement_version, card_version, body)
      select * from given
    )
    insert into ledger_outbox (bucket, id) select bucket, id from given`.execute(tx)
  return made.map(({ owner: _owner, ...fact }) => ({
    ...fact,
    knownAt: fact.knownAt ?? fact.at,
    agreementVersion: fact.agreementVersion ?? null,
    cardVersion: fact.cardVersion ?? null
  }))
}

/** Records one fact; see {@link recordFacts}. */
export async function recordFact(tx: Tx, fact: NewFact): Promise<Fact> {
  const [recorded] = await recordFacts(tx, [fact])
  if (recorded === undefined) throw new Error('a recorded fact came back empty')
  return recorded
}

/** All facts about one subject, from the owner's bucket, in the order in which they happened. */
export async function factsOf(db: Db, owner: string, subject: string): Promise<Fact[]> {
  const found = await sql<Fact>`
    select ${columns} from facts
    where bucket = ${bucketOf(owner)} and subject = ${subject} order by at, id`.execute(db)
  return found.rows
}

/** What to read of the facts of all owners; a field left out asks nothing. */
export interface FactQuery {
  readonly authority?: string
  readonly kinds?: readonly FactKind[]
  /** First instant, included. */
  readonly from?: Temporal.Instant
  /** Last instant, not included. */
  readonly to?: Temporal.Instant
  /** Code of a service: only facts whose body names it. */
  readonly service?: string
  /** Only facts whose owners are of these buckets, `to` not included. */
  readonly buckets?: { readonly from: number; readonly to: number }
  /** Most rows to return; all where absent. */
  readonly limit?: number
}

/** Facts across owners, in the order in which they happened: what measures are computed from. */
export async function factsBetween(db: Db, query: FactQuery): Promise<Fact[]> {
  const found = await sql<Fact>`
    select ${columns} from facts where ${conditions(query)} order by at, id
    ${query.limit === undefined ? sql`` : sql`limit ${query.limit}`}`.execute(db)
  return found.rows
}

function conditions(query: FactQuery): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (query.authority !== undefined) all.push(sql`authority = ${query.authority}`)
  if (query.kinds !== undefined) all.push(sql`kind = any(${query.kinds}::text[])`)
  if (query.from !== undefined) all.push(sql`at >= ${query.from}`)
  if (query.to !== undefined) all.push(sql`at < ${query.to}`)
  if (query.service !== undefined) all.push(sql`body ->> 'service' = ${query.service}`)
  if (query.buckets !== undefined) {
    all.push(sql`bucket >= ${query.buckets.from} and bucket < ${query.buckets.to}`)
  }
  return sql.join(all, sql` and `)
}

/** Up to where the facts of an authority were read: what a cache says it was computed through. */
export interface FactsWatermark {
  /** The newest fact; `null` where there is none. */
  readonly through: string | null
  /** How many facts there are of the minutes before it, itself included. */
  readonly recent: number
}

// A transaction makes the ids of its facts before it commits, on whatever host, by the clock of that
// host: a fact can come to light after a newer one. Both are over in seconds; this leaves room.
const recentMilliseconds = 300_000

/**
 * Up to where the facts of an authority stand. Facts that come later change it whatever their `at`,
 * because ids take their time from `knownAt`; one that is committed behind a newer one changes `recent`.
 */
export async function factsWatermark(db: Db, authority: string): Promise<FactsWatermark> {
  const newest = await sql<{ id: string }>`
    select id from facts where authority = ${authority} order by id desc limit 1`.execute(db)
  const through = newest.rows[0]?.id ?? null
  if (through === null) return { through, recent: 0 }
  const counted = await sql<{ recent: number }>`
    select count(*) as recent from facts
    where authority = ${authority} and id > ${idBefore(through)} and id <= ${through}`.execute(db)
  return { through, recent: counted.rows[0]?.recent ?? 0 }
}

/** The first possible id of the minutes before an id; its first 48 bits are milliseconds. */
function idBefore(id: string): string {
  const milliseconds = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - recentMilliseconds
  const time = Math.max(milliseconds, 0).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}
