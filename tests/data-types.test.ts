// Goal: no object of content can be stored without its kind of data (PI-5). Method: read the migrated
// schema: each table has a `data_type` that must be given and be known, or a written reason to have none;
// then try to store one of each kind without it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { defaultRows, policyTypes } from '../src/kernel/policy/index.ts'
import { testDatabase } from './support/database.ts'
import { describeSchema } from './support/schema.ts'
import { tablesWithoutContent } from './support/tables-without-content.ts'

const { url } = await testDatabase()
const { tables } = await describeSchema(url)
const withContent = tables.filter(
  ({ name, columns }) =>
    columns.some((column) => column.startsWith('data_type ')) && !tablesWithoutContent.has(name)
)

test('each table has a kind of data, or a reason to have none', () => {
  const named = withContent.map(({ name }) => name)
  assert.ok(named.length >= 12, named.join(', '))
  for (const { name } of tables) {
    const has = [named.includes(name), tablesWithoutContent.has(name)].filter(Boolean)
    assert.equal(has.length, 1, `${name}: a data_type, or a line in tables-without-content.ts`)
  }
})

test('a kind of data must be given, and be one that has a row', () => {
  for (const { name, columns, constraints } of withContent) {
    const column = columns.find((each) => each.startsWith('data_type '))
    assert.equal(column, 'data_type text not null', name)
    assert.ok(
      constraints.some((each) => each.startsWith('FOREIGN KEY (data_type) REFERENCES data_types')),
      name
    )
  }
})

test('the rows of the database are the rows that the program decides by', async () => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, string>>(
    `select id, provided_by as "provided-by", received_by as "received-by", storage, analysis,
      public_display as "public-display", publication from data_types order by position`
  )
  await client.end()
  assert.deepEqual(
    rows,
    policyTypes.map((id) => ({ id, ...defaultRows[id] }))
  )
})

test('a row of content without a kind, or of an unknown one, is refused', async (context) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  context.after(() => client.end())
  await dropChecks(client)
  for (const { name, columns } of withContent) {
    for (const kind of [null, 'gossip']) {
      const values = columns.map((column) => {
        const [own = '', type = ''] = column.split(' ')
        return [own, own === 'data_type' ? kind : sampleOf(type)] as const
      })
      const places = values.map((_, i) => `$${String(i + 1)}`)
      await assert.rejects(
        client.query(
          `insert into ${name} (${values.map(([own]) => own).join(', ')}) values (${places.join(', ')})`,
          values.map(([, value]) => value)
        ),
        { code: kind === null ? '23502' : '23503' },
        name
      )
    }
  }
})

const samples: Readonly<Record<string, unknown>> = {
  smallint: 1,
  integer: 1,
  bigint: 1,
  double: 1,
  boolean: false,
  uuid: '00000000-0000-4000-8000-000000000000',
  timestamp: '2026-11-22T00:00:00Z',
  date: '2026-11-22',
  jsonb: '{}',
  bytea: Buffer.from('x')
}

function sampleOf(type: string): unknown {
  return type.endsWith('[]') ? [] : (samples[type] ?? 'x')
}

/** What else a row is held to is tried elsewhere: here each column has any value of its type. */
async function dropChecks(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement
      from pg_constraint where contype = 'c' and conislocal and conrelid <> 0
        and connamespace = 'public'::regnamespace`
  )
  for (const { statement } of rows) await client.query(statement)
}
