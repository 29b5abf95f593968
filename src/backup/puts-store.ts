import type pg from 'pg'
import { quoted } from './catalogue-store.ts'
import type { Put } from './half-store.ts'

/** Takes off what slows a load down. @returns What is to be put back, from the last to the first. */
export async function takeOff(client: pg.Client): Promise<Put[]> {
  const puts = [
    ...(await policies(client)),
    ...(await constraints(client)),
    ...(await indexes(client))
  ]
  for (const { drop } of puts) await client.query(drop)
  return puts
}

/** Keys between tables first, since those of rows are what they point to. */
async function constraints(client: pg.Client): Promise<Put[]> {
  const found = await client.query<{ table: string; name: string; text: string }>(`
    select r.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_class r on r.oid = k.conrelid
    where r.relnamespace = current_schema()::regnamespace and k.contype in ('f', 'p', 'u')
    order by k.contype = 'f' desc, r.relname, k.conname`)
  return found.rows.map(({ table, name, text }) => ({
    drop: `alter table ${quoted(table)} drop constraint ${quoted(name)}`,
    make: `alter table ${quoted(table)} add constraint ${quoted(name)} ${text}`
  }))
}

async function indexes(client: pg.Client): Promise<Put[]> {
  const found = await client.query<{ name: string; text: string }>(`
    select i.relname as name, pg_get_indexdef(x.indexrelid) as text
    from pg_index x join pg_class i on i.oid = x.indexrelid
    where i.relnamespace = current_schema()::regnamespace
      and not exists (select from pg_constraint k where k.conindid = x.indexrelid
        and k.contype in ('p', 'u', 'x'))
      and exists (select from pg_class t where t.oid = x.indrelid and t.relkind in ('r', 'p'))
    order by i.relname`)
  return found.rows.map(({ name, text }) => ({ drop: `drop index ${quoted(name)}`, make: text }))
}

/** Row-level security is not for whoever loads all rows; nobody else sees the tables meanwhile. */
async function policies(client: pg.Client): Promise<Put[]> {
  const found = await client.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relforcerowsecurity`)
  return found.rows.map(({ name }) => ({
    drop: `alter table ${quoted(name)} no force row level security`,
    make: `alter table ${quoted(name)} force row level security`
  }))
}
