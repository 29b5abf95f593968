import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

interface UnitPlace {
  readonly authority: string
  readonly unit: string
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
