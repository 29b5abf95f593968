import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

/** A unit of a body. */
export interface UnitPlace {
  readonly authority: string
  readonly unit: string
}

/** A prepared text of a unit; its blanks are filled where a letter is written. */
export interface LetterTemplate {
  readonly id: string
  readonly name: string
  readonly subject: string
  readonly body: string
}

/** The templates of a unit by name. */
export async function templatesOf(db: Db, at: UnitPlace): Promise<LetterTemplate[]> {
  const found = await sql<LetterTemplate>`
    select id, name, subject, body from letter_templates
    where bucket = ${bucketOf(at.authority)} and authority = ${at.authority} and unit = ${at.unit}
    order by name, id limit 200`.execute(db)
  return found.rows
}

/** Writes a template, a new one or one that was there. */
export async function saveTemplate(
  tx: Tx,
  at: UnitPlace,
  { id, name, subject, body, changedAt }: LetterTemplate & { readonly changedAt: Temporal.Instant }
): Promise<void> {
  await sql`
    insert into letter_templates (bucket, id, authority, unit, name, subject, body, changed_at)
    values (${bucketOf(at.authority)}, ${id}, ${at.authority}, ${at.unit}, ${name}, ${subject},
      ${body}, ${changedAt})
    on conflict (bucket, id) do update set name = excluded.name, subject = excluded.subject,
      body = excluded.body, changed_at = excluded.changed_at
    where letter_templates.authority = ${at.authority} and letter_templates.unit = ${at.unit}`.execute(
    tx
  )
}

/** Takes a template out. */
export async function removeTemplate(tx: Tx, at: UnitPlace, id: string): Promise<void> {
  await sql`
    delete from letter_templates
    where bucket = ${bucketOf(at.authority)} and id = ${id}
      and authority = ${at.authority} and unit = ${at.unit}`.execute(tx)
}
