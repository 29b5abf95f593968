import { sql } from 'kysely'
import type { Db } from './connection.ts'
import { sqlState } from './sql-state.ts'

/** The role of whoever analyses: it counts, and reads nothing. */
export const analyticsRole = 'peyman_analytics'

/** The views that it reads: how often what happened, without any number below five. */
export const analyticsViews = ['analytics_days', 'analytics_months'] as const

const codes = { insufficientPrivilege: '42501', alreadyThere: ['42710', '23505'] } as const

/**
 * Makes the role `peyman_analytics` and gives it the counters, where the user of the database may. It
 * cannot log in: an operator gives it to those who may analyse (`grant peyman_analytics to ann`).
 * @returns Whether the role is there with exactly its rights; else somebody has to do it.
 */
export async function ensureAnalyticsRole(db: Db): Promise<boolean> {
  if (await isReady(db)) return true
  try {
    await makeRole(db)
    const role = sql.id(analyticsRole)
    await sql`revoke all on all tables in schema public from ${role}`.execute(db)
    await sql`grant usage on schema public to ${role}`.execute(db)
    for (const view of analyticsViews)
      await sql`grant select on ${sql.table(view)} to ${role}`.execute(db)
  } catch (error) {
    if (sqlState(error) === codes.insufficientPrivilege) return false
    throw error
  }
  return isReady(db)
}

async function makeRole(db: Db): Promise<void> {
  const there = await sql`select 1 from pg_roles where rolname = ${analyticsRole}`.execute(db)
  if (there.rows.length > 0) return
  await sql`create role ${sql.id(analyticsRole)} nologin`.execute(db).catch((error: unknown) => {
    // Roles are those of the whole server: another database made it in the same moment.
    if (!codes.alreadyThere.some((code) => code === sqlState(error))) throw error
  })
}

/** The role has its views and no table. */
async function isReady(db: Db): Promise<boolean> {
  const found = await sql<{ views: number; tables: number }>`
    select count(*) filter (where c.relkind = 'v' and c.relname = any(${analyticsViews}::text[])) as views,
      count(*) filter (where c.relkind <> 'v') as tables
    from pg_roles r, pg_class c join pg_namespace n on n.oid = c.relnamespace
    where r.rolname = ${analyticsRole} and n.nspname = 'public' and c.relkind in ('r', 'p', 'v')
      and (has_table_privilege(r.oid, c.oid, 'select') or has_any_column_privilege(r.oid, c.oid, 'select'))`.execute(
    db
  )
  const [row] = found.rows
  return row !== undefined && row.views === analyticsViews.length && row.tables === 0
}
