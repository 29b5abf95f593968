// Goal: whoever analyses counts, and reads nothing of anybody. Method: log in as a member of the role
// peyman_analytics and try every column of every table of the catalogue, then what the views give.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { recordFacts } from '../src/ledger/index.ts'
import { countEvents } from '../src/ledger/counters/count-events.ts'
import {
  type Context,
  analyticsViews,
  ensureAnalyticsRole,
  inTransaction,
  manualClock,
  newId,
  silentLog
} from '../src/platform/index.ts'
import { readConfig } from '../src/config.ts'
import { testDatabase } from './support/database.ts'

const { db, url } = await testDatabase()
assert.ok(await ensureAnalyticsRole(db), 'the user of the test database may make roles')
const analyst = `analyst_${randomBytes(6).toString('hex')}`
const password = randomBytes(12).toString('hex')
const owner = new pg.Client({ connectionString: url })
await owner.connect()
await owner.query(`create role ${analyst} login password '${password}' in role peyman_analytics`)
const client = new pg.Client({
  connectionString: url.replace(/\/\/[^@]*@/, `//${analyst}:${password}@`)
})
await client.connect()

const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
const record = (kind: 'case.submitted' | 'case.withdrawn', count: number) =>
  inTransaction(db, (tx) =>
    recordFacts(
      tx,
      Array.from({ length: count }, () => ({
        ...{ owner: 'somebody', authority: 'sko', kind, subject: newId(), actor: newId() },
        at: clock.now(),
        body: { service: '10021001' }
      }))
    )
  )

const columns = await owner.query<{ table: string; column: string }>(`
  select c.relname as table, a.attname as column from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
  where n.nspname = 'public' and c.relkind in ('r', 'p')
    and (a.attnum > 0 or a.attname = 'ctid') order by 1, 2`)

test('no column of any table can be read, nor counted by', async () => {
  assert.ok(columns.rows.some(({ table, column }) => table === 'facts' && column === 'subject'))
  assert.ok(columns.rows.some(({ table, column }) => table === 'facts' && column === 'actor'))
  for (const { table, column } of columns.rows) {
    const refused = { code: '42501' }
    await assert.rejects(client.query(`select "${column}" from "${table}" limit 1`), refused)
    await assert.rejects(client.query(`select count("${column}") from "${table}"`), refused)
  }
})

test('nothing can be written, and no right be had by another name', async () => {
  for (const statement of [
    'delete from facts',
    'insert into event_counters select * from event_counters',
    'update analytics_days set count = 1',
    'create table mine (a int)',
    'create function public.f() returns int language sql as $$ select 1 $$',
    `set role ${owner.user ?? ''}`,
    `copy facts to stdout`,
    "select pg_read_file('PG_VERSION')"
  ]) {
    await assert.rejects(client.query(statement), pg.DatabaseError, statement)
  }
  const hidden = await client.query("select 1 from pg_stats where schemaname = 'public'")
  assert.equal(hidden.rowCount, 0, 'statistics hold values of columns')
})

test('the views give counts, none below five, and nothing else', async () => {
  await record('case.submitted', 7)
  await record('case.withdrawn', 4)
  await countEvents(context)
  const seen = await owner.query(
    "select table_name, column_name from information_schema.columns where table_name like 'analytics_%'"
  )
  const names = new Set(seen.rows.map((row: { column_name: string }) => row.column_name))
  assert.deepEqual([...names].toSorted(), ['authority', 'count', 'day', 'kind', 'month', 'service'])
  const days = await client.query('select kind, service, count::int from analytics_days')
  assert.deepEqual(days.rows, [{ kind: 'case.submitted', service: '10021001', count: 7 }])
  const months = await client.query('select kind, count::int from analytics_months')
  assert.deepEqual(months.rows, [{ kind: 'case.submitted', count: 5 }])
  for (const view of analyticsViews) assert.ok(await client.query(`select * from ${view}`))
})

test('a fact that comes to light late is counted on its day', async () => {
  clock.advance('PT48H')
  await record('case.withdrawn', 6)
  await inTransaction(db, (tx) =>
    recordFacts(tx, [
      {
        ...{ owner: 'somebody', authority: 'sko', kind: 'case.submitted', subject: newId() },
        ...{ actor: newId(), at: clock.now().subtract({ hours: 48 }), knownAt: clock.now() },
        body: { service: '10021001' }
      }
    ])
  )
  await countEvents(context)
  await countEvents(context)
  const days = await client.query('select kind, count::int from analytics_days order by kind')
  assert.deepEqual(days.rows, [
    { kind: 'case.submitted', count: 8 },
    { kind: 'case.withdrawn', count: 6 }
  ])
})

test('no function of a reader’s own sees the rows that are left out', async () => {
  const notices: string[] = []
  client.on('notice', ({ message }) => notices.push(message ?? ''))
  await client.query(`create function pg_temp.leak(n bigint) returns boolean language plpgsql
    cost 0.0000001 as $$ begin raise notice 'saw %', n; return true; end $$`)
  await client.query('select count(*) from analytics_days where pg_temp.leak(count)')
  await client.query('select count(*) from analytics_months where pg_temp.leak(count)')
  const seen = notices.map((notice) => Number(notice.replace('saw ', '')))
  assert.ok(seen.length > 0)
  assert.deepEqual(
    seen.filter((count) => count < 5),
    []
  )
})

// Roles are those of the server, which other tests share; the hooks of the database come too early.
test('the analyst goes with the test', async () => {
  await client.end()
  await owner.query(`drop role ${analyst}`)
  await owner.end()
})
