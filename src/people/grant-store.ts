import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import type { Grant } from './role.ts'

/** A grant about to be written. */
export interface NewGrant extends Grant {
  readonly id: string
  readonly person: string
  readonly from: Temporal.Instant
  /** Actor who gave it. */
  readonly givenBy: string
}

/** Writes a grant; once. @returns Whether it is new. */
export async function insertGrant(tx: Tx, grant: NewGrant): Promise<boolean> {
  const written = await sql`
    insert into role_grants (bucket, id, person, authority, unit, role, post, valid_from, given_by)
    values (${bucketOf(grant.person)}, ${grant.id}, ${grant.person}, ${grant.authority},
      ${grant.unit}, ${grant.role}, ${grant.post}, ${grant.from}, ${grant.givenBy})
    on conflict (bucket, id) do nothing returning 1`.execute(tx)
  return written.rows.length === 1
}

/** The grants that a person has at an instant. */
export async function grantsOf(db: Db, person: string, at: Temporal.Instant): Promise<Grant[]> {
  const found = await sql<Grant>`
    select authority, unit, role, post from role_grants
    where bucket = ${bucketOf(person)} and person = ${person}
      and valid_from <= ${at} and (valid_to is null or valid_to > ${at})
    order by id`.execute(db)
  return found.rows
}
