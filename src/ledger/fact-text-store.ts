import { sql } from 'kysely'
import { type Db, withScope } from '../platform/index.ts'
import type { FactText } from './statement.ts'

export type { FactText } from './statement.ts'

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** A fact `f` as texts, all but its id. */
export const factColumns = sql`f.authority, f.kind, f.subject, ${instant('f.at')} as at,
  ${instant('f.known_at')} as "knownAt", f.actor, f.agreement_version as "agreementVersion",
  f.card_version as "cardVersion", f.body::text as body`

/** One fact as its statement is made of it, or `null`. */
export async function factText(
  db: Db,
  at: { bucket: number; id: string }
): Promise<FactText | null> {
  const found = await sql<FactText>`
    select f.id, ${factColumns} from facts f
    where f.bucket = ${at.bucket} and f.id = ${at.id}::uuid`.execute(db)
  return found.rows[0] ?? null
}

/** A fact with the key of its subject: `null` where it was erased, `undefined` where none was made. */
export interface KeyedFact {
  readonly fact: FactText
  readonly key: Uint8Array | null | undefined
}

/** The newest fact of a kind about a subject, with the subject's key, or `null`. */
export function newestKeyedFact(
  db: Db,
  of: { bucket: number; subject: string; kind: string }
): Promise<KeyedFact | null> {
  // Keys are read by no request; what is made of one is shown after the check of its page.
  return withScope('system', () => readKeyed(db, of))
}

async function readKeyed(
  db: Db,
  of: { bucket: number; subject: string; kind: string }
): Promise<KeyedFact | null> {
  const found = await sql<FactText & { hasKey: boolean; key: Uint8Array | null }>`
    select f.id, ${factColumns}, k.subject is not null as "hasKey", k.key
    from facts f
    left join evidence_keys k on k.bucket = f.bucket and k.subject = f.subject
    where f.bucket = ${of.bucket} and f.subject = ${of.subject} and f.kind = ${of.kind}
    order by f.at desc, f.id desc limit 1`.execute(db)
  const row = found.rows[0]
  return row === undefined ? null : { fact: row, key: row.hasKey ? row.key : undefined }
}

/** The newest fact of a kind about a subject, or `null`. */
export async function newestFactText(
  db: Db,
  of: { bucket: number; subject: string; kind: string }
): Promise<FactText | null> {
  return (await newestKeyedFact(db, of))?.fact ?? null
}
