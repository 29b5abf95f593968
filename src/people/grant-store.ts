import { sql } from 'kysely'
import { type Bilingual, type Db, type Tx, bucketOf } from '../platform/index.ts'
import type { Grant, Role } from './role.ts'

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

/** The grants that a person has at an instant or is to have later. */
export async function grantsFrom(db: Db, person: string, at: Temporal.Instant): Promise<Grant[]> {
  const found = await sql<Grant>`
    select authority, unit, role, post from role_grants
    where bucket = ${bucketOf(person)} and person = ${person}
      and (valid_to is null or valid_to > ${at})
    order by id`.execute(db)
  return found.rows
}

/** Somebody who works for an authority, in one of their roles there. */
export interface StaffMember {
  /** Person id. */
  readonly id: string
  readonly name: Bilingual
  readonly role: Role
  /** `null` for all of the authority. */
  readonly unit: string | null
}

/** Who holds any of these roles at an authority at an instant, by unit and name: whom work can go to. */
export async function staffOf(
  db: Db,
  of: { readonly authority: string; readonly roles: readonly Role[]; readonly at: Temporal.Instant }
): Promise<StaffMember[]> {
  const found = await sql<StaffMember>`
    select distinct p.id, p.name, g.role, g.unit from role_grants g
    join persons p on p.bucket = g.bucket and p.id = g.person
    where g.authority = ${of.authority} and g.role = any(${of.roles}::text[])
      and g.valid_from <= ${of.at} and (g.valid_to is null or g.valid_to > ${of.at})
    order by g.unit, p.name, p.id, g.role`.execute(db)
  return found.rows
}
