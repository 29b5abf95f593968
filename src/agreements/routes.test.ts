import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { readConfig } from '../config.ts'
import { createServer } from '../platform/http/index.ts'
import { type Context, manualClock, silentLog } from '../platform/index.ts'
import { importAgreements } from './import-agreements.ts'
import { routes } from './routes.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const config = readConfig({ PEYMAN_REQUESTS_PER_MINUTE: '100000' })
const context: Context = { db, clock, config, log: silentLog, nudge: () => {} }
await importAgreements(context)
const app = await createServer({
  context,
  assetsFolder: import.meta.dirname,
  describeReader: () => ({ account: null, nav: [] })
})
await routes(app, context)
after(() => app.close())

async function get(url: string): Promise<{ status: number; type: string; body: string }> {
  const answer = await app.inject({ method: 'GET', url })
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type']),
    body: answer.body
  }
}

test('/agreements lists both agreements with the days since they ended', async () => {
  const { status, body } = await get('/agreements')
  assert.equal(status, 200)
  assert.match(body, /توافق‌نامه سطح خدمات استانداری خراسان جنوبی/)
  assert.match(body, /۲٬۴۳۹ روز است که توافق‌نامه معتبری نیست/)
  assert.match(body, /۱٬۷۰۸ روز است/)
  const english = await get('/en/agreements')
  assert.match(english.body, /For 2,439 days there has been no agreement in force/)
  assert.match(english.body, /href="\/en\/agreements\/SK\/compare\?from=1398&amp;to=1405"/)
})

test('every link of the English pages leads somewhere', async () => {
  const pages = ['/en/agreements', '/en/agreements/SK/versions', '/en/agreements/PI/versions']
  for (const url of pages) {
    const { body } = await get(url)
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
    const links = [...main.matchAll(/href="([^"#]+)"/g)].map((match) => match[1] ?? '')
    for (const link of links) {
      // The living page belongs to a slice above.
      if (/^\/en\/agreements\/[A-Z]+$/.test(link)) continue
      assert.equal((await get(link.replaceAll('&amp;', '&'))).status, 200, link)
    }
  }
})

test('/agreements/:id/versions names the draft a draft', async () => {
  const { body } = await get('/en/agreements/SK/versions')
  assert.match(body, /SK@1398/)
  assert.match(body, /This is a draft: not signed, without force/)
  assert.equal((await get('/agreements/XX/versions')).status, 404)
})

test('/agreements/:id/compare tells each difference in words, and asks where a version is unknown', async () => {
  const { status, body } = await get('/en/agreements/PI/compare?from=1400&to=1405')
  assert.equal(status, 200)
  assert.match(body, /Clause\s+<bdi dir="ltr" class="code">PI-8\.1<\/bdi>, Persian text/)
  assert.match(body, /until the end of <del>1400\.<\/del>/)
  assert.match((await get('/en/agreements/PI/compare?from=1400&to=1400')).body, /do not differ/)
  assert.match((await get('/en/agreements/PI/compare?from=1&to=<b>')).body, /Choose two versions/)
})

test('/agreements/:id/compare shows no value as it stands in the file', async () => {
  for (const [id, from] of [
    ['SK', '1398'],
    ['PI', '1400']
  ] as const) {
    for (const [lang, prefix] of [
      ['fa', ''],
      ['en', '/en']
    ] as const) {
      const { body } = await get(`${prefix}/agreements/${id}/compare?from=${from}&to=1405`)
      const text = body
        .slice(body.indexOf('<main'), body.indexOf('</main>'))
        .replaceAll(/<[^>]*>/g, ' ')
      assert.doesNotMatch(
        text,
        /[{}]|&quot;[a-z]+&quot;:|source-expired|promised-time|month-30|undefined|null/
      )
      if (lang === 'fa') assert.doesNotMatch(text, /\d{4}-\d{2}-\d{2}|annexTitle|status/)
    }
  }
})

test('/agreements/:id/compare keeps names of versions apart from the words around them', async () => {
  const { body } = await get('/agreements/SK/compare?from=1398&to=1405')
  const id = (ref: string) => `<bdi dir="ltr" class="code">${ref}</bdi>`
  assert.ok(body.includes(`۳۸ تفاوت، از ${id('SK@1398')} تا ${id('SK@1405')}`))
  assert.match(body, /<span>پایان اعتبار<\/span>/)
  assert.match(body, /<del>۱۳۹۸<\/del>/)
  assert.match(body, /از ۱ فروردین ۱۴۰۵/)
  assert.match(body, /معاون هماهنگی امور اقتصادی و توسعه منابع استانداری/)
})

test('/agreements/:id/:version.yaml is the file as imported; the schema is the published one', async () => {
  const file = await get('/agreements/SK/1405.yaml')
  const url = new URL('../../agreements/sk-1405.yaml', import.meta.url)
  assert.equal(file.body, readFileSync(url, 'utf8'))
  assert.match(file.type, /^application\/yaml/)
  assert.equal((await get('/agreements/SK/1300.yaml')).status, 404)
  const schema = await get('/schemas/agreement.json')
  assert.match(schema.type, /^application\/schema\+json/)
  assert.deepEqual(
    JSON.parse(schema.body),
    JSON.parse(
      readFileSync(new URL('../../agreements/schema/agreement.json', import.meta.url), 'utf8')
    )
  )
})

interface Answer {
  items: {
    id: string
    state: string
    gapDays: number
    inForce: string | null
    clauses: { id: string; fa: string; en: string; bearer: string; kind: string; measure: object }[]
  }[]
}

test('GET /api/v1/agreements lists 119 clauses, each with its measure', async () => {
  const { body } = await get('/api/v1/agreements')
  const { items } = JSON.parse(body) as Answer
  assert.deepEqual(
    items.map(({ id, state, inForce, clauses }) => [id, state, inForce, clauses.length]),
    [
      ['PI', 'continued-without-agreement', null, 68],
      ['SK', 'continued-without-agreement', null, 51]
    ]
  )
  for (const clause of items.flatMap(({ clauses }) => clauses)) {
    for (const key of ['id', 'fa', 'en', 'bearer', 'kind'] as const) assert.ok(clause[key])
    assert.ok('name' in clause.measure || 'by' in clause.measure, clause.id)
  }
})

test('GET /api/v1/agreements/{id}/clauses gives the version that was asked for', async () => {
  const draft = await get('/api/v1/agreements/SK/clauses?version=1405')
  assert.match(draft.body, /۲۹\/۱۲\/۱۴۰۵/)
  assert.match((await get('/api/v1/agreements/SK/clauses')).body, /۲۹\/۱۲\/۹۸/)
  assert.equal((await get('/api/v1/agreements/SK/clauses?version=1300')).status, 404)
  assert.equal((await get('/api/v1/agreements/SK/clauses?version=abc')).status, 422)
  assert.equal((await get('/api/v1/agreements/XX')).status, 404)
  const at = (time: string) => get(`/api/v1/agreements/SK/clauses?at=${time}`)
  assert.match((await at('2020-03-19T20:29:59Z')).body, /"SK@1398"/)
  assert.equal((await at('2020-03-19T20:30:00Z')).status, 404)
  assert.equal((await at('yesterday')).status, 422)
})
