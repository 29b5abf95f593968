import { sql } from 'kysely'
import {
  type Bilingual,
  type Db,
  type JsonObject,
  type Tx,
  bucketOf,
  json
} from '../../platform/index.ts'

/** One thing that happened to an outage. */
export interface OutageEntry {
  readonly authority: string
  readonly outage: string
  readonly id: string
  readonly kind: 'opened' | 'updated' | 'closed' | 'corrected'
  /** When it came to be known. */
  readonly at: Temporal.Instant
  /** Id of the actor. */
  readonly actor: string
  /** The fact that holds it. */
  readonly fact: string
  /** The words of people: an update, a closing note, why it was corrected. */
  readonly text: Bilingual | null
  /** Body of the fact. */
  readonly body: JsonObject
}

/** What happened to an outage, in order. */
export async function entriesOf(
  db: Db,
  { authority, id }: { readonly authority: string; readonly id: string }
): Promise<OutageEntry[]> {
  const found = await sql<OutageEntry>`
    select authority, outage, id, kind, at, actor, fact, text, body from outage_entries
    where bucket = ${bucketOf(authority)} and authority = ${authority} and outage = ${id}
    order by id`.execute(db)
  return found.rows
}

/** Writes an entry. */
export async function insertEntry(tx: Tx, entry: OutageEntry): Promise<void> {
  const text = entry.text === null ? sql<null>`null` : json(entry.text)
  await sql`
    insert into outage_entries (bucket, authority, outage, id, kind, at, actor, fact, text, body)
    values (${bucketOf(entry.authority)}, ${entry.authority}, ${entry.outage}, ${entry.id},
      ${entry.kind}, ${entry.at}, ${entry.actor}, ${entry.fact}, ${text},
      ${json(entry.body)})`.execute(tx)
}
