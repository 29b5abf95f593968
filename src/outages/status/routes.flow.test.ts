// Goal: the status pages, their exports and feeds say the same numbers, for every component, and say
// plainly what is not known. Method: a desk with a year of outages, a gap and a plan, read as a browser
// without script and as programs do; feeds are read by parsers of others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse as parseCsv } from 'csv-parse/sync'
import { parseAtomFeed } from 'feedsmith'
import { SaxesParser } from 'saxes'
import { listServices } from '../../catalogue/index.ts'
import { explainAvailability } from '../../kernel/worktime/index.ts'
import { startTestServer } from '../../../tests/support/server.ts'
import {
  addWatched,
  outageOf,
  wakeAt,
  writeGap,
  writeOutages
} from '../../../tests/support/status-history.ts'

const at = (text: string) => Temporal.Instant.from(text)
const server = await startTestServer('2026-11-22T06:00:00Z')
const { db } = server.context
const open = outageOf({
  authority: 'sko',
  component: 'service:10021006',
  from: at('2026-11-22T05:10:07Z'),
  to: null,
  cause: 'network'
})
const past = outageOf({
  authority: 'sko',
  component: 'desk',
  from: at('2026-11-03T05:10:07Z'),
  to: at('2026-11-03T06:20:08Z'),
  cause: 'software',
  note: { fa: 'حافظه پر شده بود.', en: 'Memory was full.' }
})
for (const authority of ['sko', 'ito']) {
  const services = await listServices(db, { authority, at: server.clock.now() })
  const components = ['desk', 'portal', ...services.map(({ service }) => `service:${service}`)]
  await addWatched({ db, authority, addedAt: at('2025-10-01T00:00:00Z'), components })
}
await writeOutages(db, [open, past])
await writeGap(
  db,
  { authority: 'sko', component: 'portal' },
  { from: at('2026-11-22T01:00:00Z'), to: null }
)

async function get(url: string, status = 200): Promise<string> {
  const answer = await server.app.inject({ method: 'GET', url })
  assert.equal(answer.statusCode, status, `${url}: ${answer.body.slice(0, 300)}`)
  return answer.body
}
const json = async <T>(url: string) => JSON.parse(await get(url)) as T

test('the page of all names what is down and what nobody knows, and is all there without script', async () => {
  const page = await get('/en/status')
  assert.match(page, /1 down; 1 unknown/)
  assert.match(page, /South Khorasan/)
  assert.match(page, /no result since 22 November 2026/)
  assert.match(page, /Unknown means that no probe sent a result/)
  assert.match(await get('/status'), /۱ بخش قطع است؛ وضعیت ۱ بخش نامعلوم است/)
  assert.doesNotMatch(page, /<script/)
})

test('every component has a page, and every page of a month sums to its seconds', async () => {
  const page = await get('/en/status/services/10021006')
  assert.match(page, /Burn rate: [\d.]+ times/)
  const month = await get('/en/status/services/10021006/1405-09')
  assert.match(month, /Up 31,207 \+ Down 2,993 \+ Planned 0 \+ Unknown 0 = 34,200 seconds/)
  assert.match(month, new RegExp(`id="${open.id}"`))
  assert.match(await get('/en/status/sko/desk/1405-08'), /Memory was full/)
  await get('/status/sko')
  await get('/status/nobody', 404)
  await get('/status/sko/nothing', 404)
  await get('/status/services/1', 404)
  await get('/status/services/10021006/1405-13', 404)
  await get('/status/services/10021006/1406-01', 404)
})

interface Row {
  component: string
  month: string
  contract: { downSeconds: number; percent: number | null }
  real: { downSeconds: number; unknownSeconds: number; percent: number | null }
}

test('JSON, CSV and the API give the numbers of the pages, and what explain answers', async () => {
  const { items } = await json<{ items: Row[] }>('/status/availability.json?authority=sko')
  const rows = items
  const find = (component: string, month: string) =>
    rows.find((row) => row.component === component && row.month === month)
  assert.equal(find('desk', '1405-08')?.contract.downSeconds, 4201)
  assert.equal(find('portal', '1405-09')?.real.unknownSeconds, 18_000)
  const csv = parseCsv(await get('/status/availability.csv?authority=sko'), {
    columns: true,
    bom: true
  }) as Record<string, string>[]
  assert.equal(csv.length, rows.length)
  for (const [i, row] of rows.entries()) {
    assert.equal(csv[i]?.['component'], row.component)
    assert.equal(
      csv[i]?.['contractPercent'],
      row.contract.percent === null ? '' : String(row.contract.percent)
    )
  }
  const api = (await json('/api/v1/availability?service=10021006&from=1405-09&to=1405-09')) as {
    items: Row[]
  }
  assert.equal(api.items.length, 1)
  assert.equal(api.items[0]?.contract.downSeconds, 2993)
  const explained = explainAvailability(
    await json('/status/explain.json?authority=sko&component=desk&month=1405-08')
  )
  assert.equal(explained.downSeconds, 4201)
  assert.equal(explained.percent, find('desk', '1405-08')?.contract.percent)
  await get('/status/availability.csv?from=1405-13', 422)
})

test('a cursor walks the whole list', async () => {
  const seen: string[] = []
  let next: string | null = '/api/v1/availability?authority=ito&limit=7'
  while (next !== null) {
    const page: { items: Row[]; links: { next: string | null } } = await json(next)
    seen.push(...page.items.map(({ component, month }) => `${component} ${month}`))
    next = page.links.next
  }
  assert.equal(new Set(seen).size, seen.length)
  const { items } = await json<{ items: Row[] }>('/status/availability.json?authority=ito')
  assert.equal(seen.length, items.length)
})

test('the feed is well-formed Atom, with an entry for each outage', async () => {
  const text = await get('/status/history.atom')
  new SaxesParser({ xmlns: true }).write(text).close()
  const feed = parseAtomFeed(text)
  assert.deepEqual(
    feed.entries?.map(({ id }) => id),
    [`urn:uuid:${open.id}`, `urn:uuid:${past.id}`]
  )
  assert.equal(
    feed.links?.find(({ rel }) => rel === 'self')?.href?.endsWith('/status/history.atom'),
    true
  )
  for (const entry of feed.entries ?? []) {
    assert.ok(entry.title && entry.updated && entry.links?.[0]?.href)
    const path = new URL(entry.links[0].href).pathname
    assert.match(await get(path), new RegExp(`id="${String(entry.id).replace('urn:uuid:', '')}"`))
  }
})

test('a component whose results nobody reads any more is unknown, not up', async () => {
  const state = async () => {
    const { components } = await json<{ components: { id: string; status: string }[] }>(
      '/status/api/v2/components.json'
    )
    return components.find(({ id }) => id === 'ito/desk')?.status
  }
  assert.equal(await state(), 'operational')
  await wakeAt(db, { authority: 'ito', component: 'desk' }, server.clock.now())
  server.clock.advance('PT60S')
  assert.equal(await state(), 'operational')
  server.clock.advance('PT1S')
  assert.equal(await state(), '')
})
