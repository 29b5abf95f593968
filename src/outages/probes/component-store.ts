import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { Component, ComponentName } from './component.ts'

const columns = sql`authority, id, service, host, added_at as "addedAt", retired_at as "retiredAt"`

/** The components of one authority, retired ones too, by id. */
export async function componentsOf(db: Db, authority: string): Promise<Component[]> {
  const found = await sql<Component>`
    select ${columns} from components
    where bucket = ${bucketOf(authority)} and authority = ${authority} order by id`.execute(db)
  return found.rows
}

/** One component, or `null`. */
export async function componentById(db: Db, name: ComponentName): Promise<Component | null> {
  const found = await sql<Component>`
    select ${columns} from components where bucket = ${bucketOf(name.authority)}
      and authority = ${name.authority} and id = ${name.component}`.execute(db)
  return found.rows[0] ?? null
}

/**
 * Adds components that are not there yet, and what reads their results.
 * @returns The ids of those that were added now.
 */
export async function addComponents(
  tx: Tx,
  authority: string,
  components: readonly Omit<Component, 'authority' | 'retiredAt'>[]
): Promise<string[]> {
  if (components.length === 0) return []
  const bucket = bucketOf(authority)
  const ids = components.map(({ id }) => id)
  const added = await sql<{ id: string }>`
    insert into components (bucket, authority, id, service, host, added_at)
    select ${bucket}, ${authority}, c.id, c.service, c.host, c.added_at
    from unnest(${ids}::text[], ${components.map(({ service }) => service)}::text[],
      ${components.map(({ host }) => host)}::text[],
      ${components.map(({ addedAt }) => addedAt)}::timestamptz[])
      as c (id, service, host, added_at)
    on conflict (bucket, authority, id) do nothing
    returning id`.execute(tx)
  await sql`
    insert into component_watches (bucket, authority, component, revision)
    select ${bucket}, ${authority}, id, 0 from unnest(${ids}::text[]) as c (id)
    on conflict (bucket, authority, component) do nothing`.execute(tx)
  return added.rows.map(({ id }) => id)
}

/** Ends a component, or (`null`) takes it up again. */
export async function retireComponent(
  tx: Tx,
  name: ComponentName,
  at: Temporal.Instant | null
): Promise<void> {
  await sql`
    update components set retired_at = ${at} where bucket = ${bucketOf(name.authority)}
      and authority = ${name.authority} and id = ${name.component}`.execute(tx)
}
