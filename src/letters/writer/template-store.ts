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

/** Whether a second person approves the letters of a unit. */
export async function needsSecondPerson(db: Db, at: UnitPlace): Promise<boolean> {
  const found = await sql<{ secondPerson: boolean }>`
    select second_person as "secondPerson" from letter_unit_settings
    where bucket = ${bucketOf(at.authority)} and authority = ${at.authority} and unit = ${at.unit}`.execute(
    db
  )
  return found.rows[0]?.secondPerson ?? false
}

/** Says whether a second person approves the letters of a unit from now on. */
export async function setSecondPerson(
  tx: Tx,
  at: UnitPlace,
  set: { readonly secondPerson: boolean; readonly at: Temporal.Instant }
): Promise<void> {
  await sql`
    insert into letter_unit_settings (bucket, authority, unit, second_person, changed_at)
    values (${bucketOf(at.authority)}, ${at.authority}, ${at.unit}, ${set.secondPerson}, ${set.at})
    on conflict (bucket, authority, unit) do update set second_person = excluded.second_person,
      changed_at = excluded.changed_at`.execute(tx)
}
