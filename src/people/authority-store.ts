import { type RawBuilder, sql } from 'kysely'
import { type Bilingual, type Db, type Tx, json, recently } from '../platform/index.ts'
import type { Authority, Post, PostHolder, PostName } from './authority.ts'
import { sandboxAuthority } from './keys/sandbox-authority.ts'

/**
 * Every authority that promises something, with its units and posts, in the order of their files. That
 * for trying is none of them.
 */
export async function listAuthorities(db: Db): Promise<Authority[]> {
  return (await everyAuthority(db)).filter(({ id }) => id !== sandboxAuthority)
}

/** All authorities, that for trying too. */
export async function everyAuthority(db: Db): Promise<Authority[]> {
  return recently(db, 'authorities', () => authoritiesWhere(db, sql`true`))
}

/** One authority with its units and posts, or `null`. */
export async function authorityById(db: Db, id: string): Promise<Authority | null> {
  return (await everyAuthority(db)).find((each) => each.id === id) ?? null
}

async function authoritiesWhere(db: Db, condition: RawBuilder<unknown>): Promise<Authority[]> {
  const found = await sql<Authority>`
    select a.id, a.title, a.short_title as "shortTitle", a.portal, a.province,
      a.time_zone as "timeZone",
      coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'title', u.title) order by u.position)
        from units u where u.authority = a.id), '[]') as units,
      coalesce((select jsonb_agg(jsonb_build_object('authority', p.authority, 'id', p.id,
          'unit', p.unit, 'title', p.title) order by p.position)
        from posts p where p.authority = a.id), '[]') as posts
    from authorities a where ${condition} order by a.position, a.id`.execute(db)
  return found.rows
}

/** One post, or `null`. */
export async function postById(db: Db, at: PostName): Promise<Post | null> {
  const found = await sql<Post>`
    select authority, id, unit, title from posts
    where authority = ${at.authority} and id = ${at.post}`.execute(db)
  return found.rows[0] ?? null
}

/**
 * Who held a post at an instant, by the authority's own days: a decision is signed by whoever held
 * the post that day. `null` while the post was vacant.
 */
export async function postHolderOn(
  db: Db,
  post: PostName,
  at: Temporal.Instant
): Promise<PostHolder | null> {
  const found = await sql<PostHolder>`
    select h.person, h.holder_name as name, h.valid_from as "from", h.valid_to as "to"
    from post_holdings h join authorities a on a.id = h.authority
    where h.authority = ${post.authority} and h.post = ${post.post}
      and h.valid_from <= (${at}::timestamptz at time zone a.time_zone)::date
      and (h.valid_to is null or h.valid_to >= (${at}::timestamptz at time zone a.time_zone)::date)
    order by h.stands_in desc, h.valid_from desc limit 1`.execute(db)
  return found.rows[0] ?? null
}

/** The holders of all posts at an instant. */
export async function postHoldersOn(
  db: Db,
  at: Temporal.Instant
): Promise<(PostName & { name: Bilingual })[]> {
  const found = await sql<PostName & { name: Bilingual }>`
    select distinct on (h.authority, h.post) h.authority, h.post, h.holder_name as name
    from post_holdings h join authorities a on a.id = h.authority
    where h.valid_from <= (${at}::timestamptz at time zone a.time_zone)::date
      and (h.valid_to is null or h.valid_to >= (${at}::timestamptz at time zone a.time_zone)::date)
    order by h.authority, h.post, h.stands_in desc, h.valid_from desc`.execute(db)
  return found.rows
}

/** Writes an authority, its units and its posts; what a file no longer names stays for the past. */
export async function saveAuthority(
  tx: Tx,
  authority: Authority & { readonly position: number }
): Promise<void> {
  await sql`
    insert into authorities (id, position, title, short_title, portal, province, time_zone)
    values (${authority.id}, ${authority.position}, ${json(authority.title)},
      ${json(authority.shortTitle)}, ${authority.portal}, ${authority.province}, ${authority.timeZone})
    on conflict (id) do update set position = excluded.position, title = excluded.title,
      short_title = excluded.short_title, portal = excluded.portal, province = excluded.province,
      time_zone = excluded.time_zone`.execute(tx)
  await sql`
    insert into units (authority, id, position, title)
    select ${authority.id}, u.id, u.position, u.title
    from jsonb_to_recordset(${json(numbered(authority.units))})
      as u (id text, position smallint, title jsonb)
    on conflict (authority, id) do update set position = excluded.position, title = excluded.title`.execute(
    tx
  )
  await sql`
    insert into posts (authority, id, position, unit, title)
    select ${authority.id}, p.id, p.position, p.unit, p.title
    from jsonb_to_recordset(${json(numbered(authority.posts))})
      as p (id text, position smallint, unit text, title jsonb)
    on conflict (authority, id) do update set position = excluded.position, unit = excluded.unit,
      title = excluded.title`.execute(tx)
}

function numbered<T extends object>(items: readonly T[]): (T & { position: number })[] {
  return items.map((item, position) => ({ ...item, position }))
}

/** Notes who holds a post from a day on; the same id again changes nothing: its end is the staff's to say. */
export async function saveHolding(
  tx: Tx,
  holding: PostName & PostHolder & { readonly id: string }
): Promise<void> {
  await sql`
    insert into post_holdings (id, authority, post, person, holder_name, valid_from, valid_to)
    values (${holding.id}, ${holding.authority}, ${holding.post}, ${holding.person},
      ${json(holding.name)}, ${holding.from}, ${holding.to})
    on conflict (id) do nothing`.execute(tx)
}
