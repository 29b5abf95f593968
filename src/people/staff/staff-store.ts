import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { StaffGrant, StaffHolding } from './staff.ts'

/** The roles that are held at an authority at an instant or will be, by name; applicants have none. */
export async function grantsAt(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<StaffGrant[]> {
  const found = await sql<StaffGrant>`
    select g.id, g.person, p.name, g.role, g.unit, g.post, g.valid_from as "from",
      g.valid_to as until
    from role_grants g join persons p on p.bucket = g.bucket and p.id = g.person
    where g.authority = ${authority} and (g.valid_to is null or g.valid_to > ${at})
    order by p.name->>'fa', g.person, g.role, g.id`.execute(db)
  return found.rows
}

/** Ends a grant that runs. @returns Whether there was one. */
export async function endGrant(
  tx: Tx,
  grant: Pick<StaffGrant, 'id' | 'person'> & { readonly authority: string },
  { at, by }: { readonly at: Temporal.Instant; readonly by: string }
): Promise<boolean> {
  const ended = await sql`
    update role_grants set valid_to = ${at}, revoked_by = ${by}
    where bucket = ${bucketOf(grant.person)} and id = ${grant.id} and authority = ${grant.authority}
      and (valid_to is null or valid_to > ${at}) returning 1`.execute(tx)
  return ended.rows.length === 1
}

/** Sets the end of a grant, or takes it away. */
export async function limitGrant(
  tx: Tx,
  grant: { readonly id: string; readonly person: string },
  until: Temporal.Instant | null
): Promise<void> {
  await sql`update role_grants set valid_to = ${until}
    where bucket = ${bucketOf(grant.person)} and id = ${grant.id}`.execute(tx)
}

/** Lets one transaction at a time decide about the staff of an authority. */
export async function lockAuthority(tx: Tx, authority: string): Promise<void> {
  await sql`select 1 from authorities where id = ${authority} for update`.execute(tx)
}

/** Everybody who holds or held a post of an authority, the newest first. */
export async function holdingsAt(db: Db, authority: string): Promise<StaffHolding[]> {
  const found = await sql<StaffHolding>`
    select id, post, person, holder_name as name, valid_from as "from", valid_to as "to",
      stands_in as "standsIn", grant_id as "grant"
    from post_holdings where authority = ${authority}
    order by valid_from desc, id desc`.execute(db)
  return found.rows
}

/** Writes that somebody holds a post. */
export async function insertHolding(
  tx: Tx,
  authority: string,
  holding: StaffHolding & { readonly givenBy: string }
): Promise<void> {
  await sql`
    insert into post_holdings (id, authority, post, person, holder_name, valid_from, valid_to,
      stands_in, grant_id, given_by)
    values (${holding.id}, ${authority}, ${holding.post}, ${holding.person}, ${json(holding.name)},
      ${holding.from}, ${holding.to}, ${holding.standsIn}, ${holding.grant},
      ${holding.givenBy})`.execute(tx)
}

/** Sets the last day of a holding, or takes it away. */
export async function endHoldingOn(
  tx: Tx,
  id: string,
  to: Temporal.PlainDate | null
): Promise<void> {
  await sql`update post_holdings set valid_to = ${to} where id = ${id}`.execute(tx)
}
