import pg from 'pg'

/** One table as the catalogues of PostgreSQL describe it. */
export interface TableDescription {
  readonly name: string
  readonly columns: readonly string[]
  readonly constraints: readonly string[]
  readonly indexes: readonly string[]
}

/** All tables of the schema `public`, with what hangs on them, in a stable order. */
export async function describeSchema(
  url: string
): Promise<{ tables: TableDescription[]; others: string[] }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const names = await texts(client, tablesQuery)
    const tables: TableDescription[] = []
    for (const name of names) {
      tables.push({
        name,
        columns: await texts(client, columnsQuery, [name]),
        constraints: await texts(client, constraintsQuery, [name]),
        indexes: await texts(client, indexesQuery, [name])
      })
    }
    return { tables, others: await texts(client, othersQuery) }
  } finally {
    await client.end()
  }
}

/** The schema as reviewed text: `migrations/schema.sql`. */
export function printSchema(schema: {
  tables: readonly TableDescription[]
  others: readonly string[]
}): string {
  const head =
    '-- The whole schema after all migrations, for review. Made by `node bin/dump-schema.ts`; never edited.\n'
  const tables = schema.tables.map(
    (table) =>
      `\ncreate table ${table.name} (\n${[...table.columns, ...table.constraints].map((line) => `  ${line}`).join(',\n')}\n);\n${table.indexes.map((index) => `${index};\n`).join('')}`
  )
  return head + schema.others.map((other) => `\n-- ${other}\n`).join('') + tables.join('')
}

async function texts(client: pg.Client, query: string, values: unknown[] = []): Promise<string[]> {
  const found = await client.query<{ text: string }>(query, values)
  return found.rows.map((row) => row.text)
}

const tablesQuery = `
  select c.relname as text from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`

const columnsQuery = `
  select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
            when a.attgenerated = 'v' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') virtual'
            when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
    || case when a.attidentity <> '' then ' identity' else '' end as text
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`

const constraintsQuery = `
  select pg_get_constraintdef(oid) as text from pg_constraint
  where conrelid = $1::regclass and contype in ('p', 'u', 'f', 'c', 'x') order by contype desc, conname`

const indexesQuery = `
  select pg_get_indexdef(i.indexrelid) as text from pg_index i
  where i.indrelid = $1::regclass
    and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid) order by 1`

// What a distributed engine refuses, or what would surprise on one.
const othersQuery = `
  select 'trigger ' || tgname || ' on ' || tgrelid::regclass as text from pg_trigger where not tgisinternal
  union all select 'sequence ' || relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and relkind = 'S'
  union all select 'domain ' || typname from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where n.nspname = 'public' and typtype = 'd'
  union all select 'rule ' || rulename from pg_rules where schemaname = 'public'
  order by 1`
