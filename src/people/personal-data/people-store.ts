import { sql } from 'kysely'
import { type Db, type JsonObject, type Tx, bucketOf } from '../../platform/index.ts'

/** The row of a person as they may read it. */
export async function personRow(db: Db, person: string): Promise<JsonObject | null> {
  const found = await sql<{ row: JsonObject }>`
    select to_jsonb(p) - 'bucket' as row from persons p
    where bucket = ${bucketOf(person)} and id = ${person}`.execute(db)
  return found.rows[0]?.row ?? null
}

/** Posts that a person held, which their decisions name. */
export async function holdingsOf(db: Db, person: string): Promise<JsonObject[]> {
  const found = await sql<{ row: JsonObject }>`
    select to_jsonb(h) as row from post_holdings h where person = ${person} order by valid_from`.execute(
    db
  )
  return found.rows.map(({ row }) => row)
}

/** How many roles of staff a person has at an instant. */
export async function rolesAt(db: Db, person: string, at: Temporal.Instant): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) from role_grants
    where bucket = ${bucketOf(person)} and person = ${person} and valid_from <= ${at}
      and (valid_to is null or valid_to > ${at})`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Takes away what is in the rows of others, or in rows of rows: exported bytes, delegations held. */
export async function removeBeside(tx: Tx, person: string, at: Temporal.Instant): Promise<void> {
  const bucket = bucketOf(person)
  await sql`
    delete from data_export_chunks where bucket = ${bucket} and export in (
      select id from data_exports where bucket = ${bucket} and person = ${person})`.execute(tx)
  await sql`
    update delegations set revoked_at = ${at}, revoked_by = 'system:erasure'
    where delegate = ${person} and revoked_at is null`.execute(tx)
}

/** Whether a person was erased, or is past the point of no return. */
export async function isErased(db: Db, person: string): Promise<boolean> {
  const bucket = bucketOf(person)
  const found = await sql`
    select 1 from persons where bucket = ${bucket} and id = ${person} and erased_at is not null
    union all
    select 1 from erasures
    where bucket = ${bucket} and person = ${person} and state in ('running', 'kept')`.execute(db)
  return found.rows.length > 0
}

/** Shuts an account: nobody is signed in to it, can sign in to it, or is led to it by an identifier. */
export async function shutAccount(tx: Tx, person: string): Promise<void> {
  const bucket = bucketOf(person)
  await sql`delete from sessions where bucket = ${bucket} and person = ${person}`.execute(tx)
  await sql`delete from passkeys where bucket = ${bucket} and person = ${person}`.execute(tx)
  await sql`delete from person_identifiers where person = ${person}`.execute(tx)
  await sql`delete from contact_owners where person = ${person}`.execute(tx)
  await sql`delete from enrolment_codes where person = ${person}`.execute(tx)
}
