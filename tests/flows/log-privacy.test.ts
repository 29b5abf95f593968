// Goal: nothing of any person is in the public log. Method: applications are filed and decided through
// the real use cases; then every text, id and key in every table that is rooted in an owner is looked for
// in every published byte, as it stands, as bytes, in hexadecimal and in base64. What public tables hold
// too (codes of services, names of bodies) is nobody's.
import assert from 'node:assert/strict'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { replay } from '../../src/commands/demo/replay.ts'
import { loadContent } from '../../src/commands/load-content.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { isPublicKind } from '../../src/ledger/statement.ts'
import { type Db, type OutboxHandlers, manualClock } from '../../src/platform/index.ts'
import { sliceJobs } from '../../src/slice-jobs.ts'
import { testLog } from '../support/log.ts'

const log = await testLog()
const { db } = log.context
const lettersLeast = 6

/** Tables that say of themselves in migrations/citus.sql how they are spread. */
function tablesOf(command: string, column = ''): string[] {
  const citus = readFileSync(resolve(import.meta.dirname, '../../migrations/citus.sql'), 'utf8')
  return [...citus.matchAll(new RegExp(`${command}\\('(\\w+)'${column}`, 'g'))].map(
    (match) => match[1] ?? ''
  )
}

/** Every text in a JSON value. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* textsIn(part)
  }
}

/** Tables about the site, which everyone may read: in them only who did something is anybody's. */
const aboutTheSite = new Set([
  'channel_checks',
  'component_watches',
  'components',
  // Heads of the key directory: hashes, and where they stand in the log.
  'directory_heads',
  'emergency_suspensions',
  'monitoring_gaps',
  'outage_corrections',
  'outage_entries',
  'outages',
  'plan_holders',
  'planned_announcements',
  'planned_outages',
  'portal_hosts',
  'probe_batches',
  'probe_settings',
  'probe_stretches',
  'probe_targets',
  'unregistered_hosts',
  'vantage_points'
])

/** Columns that say who: `actor`, `announced_by`, … */
const saysWho = /^actor$|_by$/

async function rowsOf(name: string): Promise<unknown[]> {
  const found = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) as row from ${sql.table(name)} t`.execute(db)
  return found.rows.map(({ row }) => (isEveryones(name, row) ? whoIn(row) : row))
}

/** Public facts are published as they are, but for who did it. */
function isEveryones(name: string, row: Record<string, unknown>): boolean {
  return aboutTheSite.has(name) || (name === 'facts' && isPublicKind(String(row.kind)))
}

function whoIn(row: Record<string, unknown>): unknown {
  return Object.entries(row).flatMap(([column, value]) => (saysWho.test(column) ? [value] : []))
}

/** Counted from public records, for everyone to read. */
const countsOnly = new Set([
  'clause_states',
  'event_count_runs',
  'event_counters',
  'idempotent_answers',
  'ledger_outbox',
  'score_runs'
])

async function personalValues(database: Db): Promise<Set<string>> {
  const values = new Set<string>()
  const owned = tablesOf('create_distributed_table', ", 'bucket'").filter(
    (name) => !countsOnly.has(name)
  )
  for (const name of owned) {
    for (const row of await rowsOf(name)) for (const text of textsIn(row)) values.add(text)
  }
  const tables = tablesOf('create_reference_table').filter(
    // Who holds which post is public where the card is; the person behind it is not.
    (name) => name !== 'post_holdings'
  )
  const references = await Promise.all(tables.map(rowsOf))
  const known = await sql<{ text: string }>`
    select string_agg(distinct kind, ' ') || ' ' || (
      select string_agg(service || '@' || version, ' ') from card_versions) || ' ' || (
      select string_agg(agreement || '@' || version, ' ') from agreement_versions) as text
    from facts`.execute(database)
  // Facts of no body say `platform`; heads of the key directory say it in the open.
  const everyones = `${JSON.stringify(references)}${String(known.rows[0]?.text)} platform`
  return new Set(
    [...values].filter((value) => value.length >= lettersLeast && !everyones.includes(value))
  )
}

/** How a value might stand in bytes. */
function* spellings(value: string): Generator<Buffer> {
  const bare = value.replace(/^\\x/, '')
  yield Buffer.from(value)
  if (/^(?:[0-9a-f]{2}){8,}$/.test(bare)) yield Buffer.from(bare, 'hex')
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) yield Buffer.from(value.replaceAll('-', ''), 'hex')
  yield Buffer.from(Buffer.from(value).toString('hex'))
  yield Buffer.from(
    Buffer.from(value)
      .toString('base64')
      .replace(/.{0,2}=*$/, '')
  )
}

test('no published byte holds a personal value, or a key', async () => {
  const { context, clock, folder } = log
  const from = clock.now().subtract({ hours: 20 * 24 })
  const past = { ...context, clock: manualClock(from), config: { ...context.config, demo: true } }
  await loadContent(past)
  const handlers = Object.assign(
    {},
    ...sliceJobs.map((slice) => slice.outbox ?? {})
  ) as OutboxHandlers
  const jobs = sliceJobs.flatMap((slice) => slice.schedule ?? [])
  const told = await replay(
    past,
    { handlers, jobs },
    {
      from,
      to: clock.now(),
      casesPerMonth: 15,
      seed: 1404,
      progress: () => {}
    }
  )
  assert.ok(told.cases > 5)
  await log.keep()
  assert.equal((await publicLog.evidenceState(context)).delayed, false)
  const files = globSync('**/*', { cwd: join(folder, 'log') })
    .map((file) => join(folder, 'log', file))
    .filter((file) => statSync(file).isFile())
  const published = Buffer.concat([
    ...files.map((file) => readFileSync(file)),
    Buffer.from(await publicLog.policyOf(context))
  ])
  const values = await personalValues(db)
  assert.ok(values.size > 300 && published.length > 5000)
  const found = [...values].filter((value) =>
    [...spellings(value)].some((bytes) => bytes.length >= lettersLeast && published.includes(bytes))
  )
  assert.deepEqual(found, [])
})

test('the search would find what it looks for', async () => {
  const values = await personalValues(db)
  const some = [...values].find((value) => value.length === 36) ?? ''
  const bytes = Buffer.concat([Buffer.from('{'), Buffer.from(some.replaceAll('-', ''), 'hex')])
  assert.ok([...spellings(some)].some((each) => bytes.includes(each)))
})
