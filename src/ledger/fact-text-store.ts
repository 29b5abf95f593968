import { sql } from 'kysely'
import type { Db } from '../platform/index.ts'
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

/** The newest fact of a kind about a subject, or `null`. */
export async function newestFactText(
  db: Db,
  of: { bucket: number; subject: string; kind: string }
): Promise<FactText | null> {
  const found = await sql<FactText>`
    select f.id, ${factColumns} from facts f
    where f.bucket = ${of.bucket} and f.subject = ${of.subject} and f.kind = ${of.kind}
    order by f.at desc, f.id desc limit 1`.execute(db)
  return found.rows[0] ?? null
}
