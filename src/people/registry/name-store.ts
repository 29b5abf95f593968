import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { Person } from '../person.ts'

/** A name as it was before a counter corrected it. */
export interface NameBefore {
  readonly id: string
  readonly person: string
  readonly name: Person['name']
}

/** Keeps a name that is about to be corrected, so that the correction can be taken back. */
export async function keepName(
  tx: Tx,
  { id, person, name }: NameBefore,
  { by, at }: { readonly by: string; readonly at: Temporal.Instant }
): Promise<void> {
  await sql`
    insert into name_corrections (bucket, id, person, name_before, corrected_by, corrected_at,
      data_type)
    values (${bucketOf(person)}, ${id}, ${person}, ${json(name)}, ${by}, ${at}, 'account')`.execute(
    tx
  )
}

/** The corrections of a clerk since an instant that stand, the newest first. */
export async function correctionsBy(
  tx: Tx,
  { by, since }: { readonly by: string; readonly since: Temporal.Instant }
): Promise<NameBefore[]> {
  const found = await sql<NameBefore>`
    select id, person, name_before as name from name_corrections
    where corrected_by = ${by} and corrected_at >= ${since} and undone_at is null
    order by corrected_at desc, id desc`.execute(tx)
  return found.rows
}

/** Notes that a correction was taken back. */
export async function markUndone(
  tx: Tx,
  { id, person }: Pick<NameBefore, 'id' | 'person'>,
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update name_corrections set undone_at = ${at}
    where bucket = ${bucketOf(person)} and id = ${id}`.execute(tx)
}

/** Forgets names that were corrected before an instant. */
export async function deleteNamesBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from name_corrections where corrected_at < ${before}`.execute(db)
}
