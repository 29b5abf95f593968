// Goal: everybody reads how often what happened, no number below five, nothing of the sandbox, and each number
// says how it was made; and what is read is what an analyst may read. Method: facts, the counting job, the
// whole desk over HTTP, and the queries again as a member of the role of whoever analyses.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { recordFacts } from '../../src/ledger/index.ts'
import { countEvents } from '../../src/ledger/counters/count-events.ts'
import {
  ensureAnalyticsRole,
  inTransaction,
  newId,
  openDatabase
} from '../../src/platform/index.ts'
import { databaseAddress } from '../../src/platform/db/connection.ts'
import {
  countedNames,
  monthCounts,
  sumsBy
} from '../../src/promises/statistics/statistics-store.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer('2026-11-22T06:00:00Z')
const { context, origin } = server
type Kind = 'case.submitted' | 'case.withdrawn' | 'visit.recorded'

const record = (kind: Kind, count: number, more: object = {}) =>
  inTransaction(context.db, (tx) =>
    recordFacts(
      tx,
      Array.from({ length: count }, () => ({
        ...{ owner: 'somebody', authority: 'sko', kind, subject: newId(), actor: newId() },
        at: Temporal.Instant.from('2026-10-10T08:00:00Z'),
        knownAt: context.clock.now(),
        body: { service: '10021001' },
        ...more
      }))
    )
  )

await record('case.submitted', 23)
await record('case.withdrawn', 4)
await record('visit.recorded', 9, { authority: 'ito', body: {} })
await record('case.submitted', 40, { authority: 'sandbox', body: { service: '90000001' } })
await countEvents(context)

interface Answer {
  readonly items: readonly {
    readonly authority: string
    readonly kind: string
    readonly service: string | null
    readonly atLeast: number
  }[]
  readonly links: { readonly next: string | null }
  readonly method: { readonly en: string }
}
const october = 'from=2026-10&to=2026-10'
const read = async (path: string) => {
  const response = await fetch(origin + path)
  return { status: response.status, text: await response.text() }
}
const listed = async (query: string) =>
  JSON.parse((await read(`/api/v1/statistics?${query}`)).text) as Answer

test('counts are rounded down, small ones left out, the sandbox too', async () => {
  const { items, method } = await listed(october)
  const of = (authority: string, kind: string) =>
    items.find((each) => each.authority === authority && each.kind === kind)
  assert.equal(of('sko', 'case.submitted')?.atLeast, 20)
  assert.equal(of('sko', 'case.withdrawn'), undefined)
  assert.equal(of('ito', 'visit.recorded')?.atLeast, 5)
  assert.equal(of('ito', 'visit.recorded')?.service, null)
  assert.ok(items.every(({ authority, atLeast }) => authority !== 'sandbox' && atLeast % 5 === 0))
  assert.match(method.en, /fewer than five is not shown/)
})

test('the filter narrows, and what it cannot read is refused beside its field', async () => {
  const { items } = await listed(`${october}&authority=ito`)
  assert.ok(items.every(({ authority }) => authority === 'ito'))
  const persian = await listed(`from=${encodeURIComponent('۲۰۲۶-۱۰')}&to=2026-10`)
  assert.ok(persian.items.length > 0, 'digits of any keyboard')
  for (const wrong of [
    'authority=sandbox',
    'authority=platform',
    "kind=x'--",
    'service=90000001',
    'from=2026-13',
    'from=yesterday',
    'from=2026-10&to=2026-01',
    'from=2010-01&to=2026-01',
    'cursor=zzz',
    'cursor=2026-13-01~ito~case.submitted~',
    'other=1'
  ]) {
    assert.equal((await read(`/api/v1/statistics?${wrong}`)).status, 422, wrong)
  }
  assert.equal((await read('/statistics?from=yesterday')).status, 422)
  assert.equal((await read('/statistics.csv?from=yesterday')).status, 422)
})

test('the page says how each number was made, in both languages, with all cells to take along', async () => {
  for (const [path, how] of [
    [`/statistics?${october}`, 'دست‌کم'],
    [`/en/statistics?${october}`, 'At least']
  ] as const) {
    const { status, text } = await read(path)
    assert.equal(status, 200)
    assert.ok(text.includes(how), path)
    assert.match(text, /<svg[^>]*role="img"/)
    assert.match(text, /statistics\.csv\?from=2026-10/)
    assert.doesNotMatch(text, /90000001|sandbox"/)
  }
  const csv = (await read(`/statistics.csv?${october}`)).text
  assert.match(csv, /sko,2026-10,case\.submitted,10021001,20,/)
  assert.doesNotMatch(csv, /case\.withdrawn|sandbox/)
  const json = JSON.parse((await read(`/statistics.json?${october}`)).text) as Answer
  assert.ok(json.items.some(({ atLeast }) => atLeast === 20))
})

test('an analyst can ask the same, so nothing else is read', async () => {
  assert.ok(await ensureAnalyticsRole(context.db))
  const analyst = `analyst_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  await sql`create role ${sql.id(analyst)} login password ${sql.lit(password)} in role peyman_analytics`.execute(
    context.db
  )
  const address = databaseAddress(context.db)
  const url = address.replace(/\/\/[^@]*@/, `//${analyst}:${password}@`)
  const opened = openDatabase(url, 2)
  const { db } = opened
  after(async () => {
    await opened.close()
    await sql`drop role ${sql.id(analyst)}`.execute(context.db)
  })
  const query = {
    ...{ authorities: ['sko', 'ito'], kind: null, service: null },
    from: Temporal.PlainDate.from('2026-10-01'),
    to: Temporal.PlainDate.from('2026-10-01')
  }
  const own = await monthCounts(db, query, { after: null, limit: 10_000 })
  assert.ok(own.some(({ kind, count }) => kind === 'case.submitted' && count === 20))
  for (const part of ['month', 'authority', 'kind', 'service'] as const)
    assert.ok((await sumsBy(db, query, part)).length > 0, part)
  assert.ok((await countedNames(db, ['sko'])).kinds.includes('case.submitted'))
})
