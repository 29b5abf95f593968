// Goal: every page says what the facts say, in both languages, and colours only what was measured.
// Method: the whole desk with its real content and a few recorded cases, asked over HTTP.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createApp } from '../app.ts'
import { measures } from '../kernel/terms/index.ts'
import { type Fact, recordFacts } from '../ledger/index.ts'
import { inTransaction } from '../platform/index.ts'
import { testDesk } from '../../tests/support/desk.ts'
import { computing } from './measures/index.ts'
import { recomputePromises } from './recompute-promises.ts'
import { caseFact, delivery, filedCase } from './sample-facts.ts'

const { context } = await testDesk('2026-11-21T06:00:00Z')
const damage = '10021006'
const record = (facts: readonly Fact[]) =>
  inTransaction(context.db, (tx) =>
    recordFacts(
      tx,
      facts.map((fact) => ({ ...fact, owner: fact.subject }))
    )
  )
await record([
  ...filedCase('a', '2026-11-01T05:00:00Z', damage),
  ...delivery('a', '2026-11-02T05:00:00Z', damage),
  ...filedCase('c', '2026-11-01T05:00:00Z', damage),
  ...delivery('c', '2026-11-09T05:00:00Z', damage),
  caseFact('intake.refused', damage, { at: '2026-11-03T05:00:00Z', service: damage, channel: 'x' })
])
await recomputePromises(context)

const app = await createApp(context, import.meta.dirname)
after(() => app.close())

const get = async (url: string, cookie = '') =>
  app.inject({ method: 'GET', url, headers: { cookie } })
const read = async (url: string) => {
  const answer = await get(url)
  assert.equal(answer.statusCode, 200, url)
  return answer.body
}

const pages = [
  '/',
  '/promises',
  '/promises?by=service',
  '/promises/formulas',
  '/agreements/SK',
  '/agreements/PI',
  '/agreements/SK/1405',
  '/agreements/PI/1405',
  '/agreements/SK?view=duties',
  '/agreements/SK?state=broken',
  '/agreements/SK?bearer=applicant&state=kept',
  '/agreements/SK/clauses/SK-2.1',
  '/agreements/SK/1405/clauses/SK-2.1?service=10021006&period=1405-08',
  '/agreements/PI/clauses/PI-4.1.9'
]

for (const path of pages) {
  test(`${path} is whole in both languages and small`, async () => {
    const persian = await read(path)
    const english = await read(path === '/' ? '/en' : `/en${path}`)
    assert.match(persian, /<html lang="fa" dir="rtl"/)
    assert.match(english, /<html lang="en" dir="ltr"/)
    for (const body of [persian, english]) {
      assert.doesNotMatch(body, /undefined|\[object|NaN|null</)
      assert.ok(gzipSync(body).length < 40_000, `${path}: ${String(gzipSync(body).length)}`)
    }
  })
}

test('the front page answers its three questions', async () => {
  const body = await read('/en')
  assert.match(body, /action="\/en\/services"/)
  assert.match(body, /action="\/en\/track"/)
  assert.match(body, /Promised time kept/)
  assert.match(body, /href="\/en\/services\/10021006"/)
})

test('a clause that was not measured has no colour', async () => {
  const besides = /<div class="clause-item"[^>]*>[\s\S]*?(?=<div\s+class="clause|<\/section>)/g
  for (const path of ['/en/agreements/SK', '/en/agreements/PI', '/en/agreements/PI/1405']) {
    const items = [...(await read(path)).matchAll(besides)].map(([text]) => text)
    assert.ok(items.length > 40, `${path}: ${String(items.length)}`)
    const words =
      /By survey|By attestation|Definition; not measured|Holds by construction|Not measured|No data yet/
    const unmeasured = items.filter((item) => words.test(item) && !item.includes('class="strip'))
    assert.ok(unmeasured.length > 20)
    for (const item of unmeasured) {
      assert.doesNotMatch(item, /tone-(kept|risk|broken|info)/, item)
    }
  }
})

test('the living agreement says first that it has no force', async () => {
  const expired = await read('/en/agreements/SK')
  assert.match(expired, /This agreement ended with/)
  assert.match(expired, /days have passed without a signed agreement/)
  const draft = await read('/en/agreements/SK/1405')
  assert.match(draft, /This text is a draft that nobody has signed/)
  assert.match(draft, /proposed by this project, not binding/)
})

test('a clause page shows its number, its formula and its facts, and nobody’s name', async () => {
  const body = await read('/en/agreements/SK/1405/clauses/SK-2.1?service=10021006')
  assert.match(body, /1 of 2 cases/)
  assert.match(body, /Value = cases delivered by their due instant/)
  assert.match(body, /Documents complete/)
  assert.match(body, /[0-9a-f]{8}-[0-9a-f]{4}-7/)
  assert.doesNotMatch(body, /person-1/)
  const csv = await read('/agreements/SK/1405/clauses/SK-2.1/months.csv?service=10021006')
  assert.match(csv, /SK@1405,SK-2\.1,10021006,1405-08,.*,broken,50,percent,1,2,1/)
})

test('beside a number stands what was promised', async () => {
  const clause = await read('/agreements/SK/1405/clauses/SK-2.1?service=10021006')
  assert.match(
    clause,
    /۱ از ۲ درخواست<\/strong>\s*<span class="muted">\s*· <span class="inline-block">وعده پیشنهادی: ۹۸٪/
  )
  const all = await read('/agreements/SK/1405/clauses/SK-2.1')
  assert.match(all, /وعده پیشنهادی: ۹۰٪ تا ۹۸٪، بسته به خدمت/)
  assert.match(await read('/'), /وعده: ۱۰۰٪ · /)
})

test('a clause page tells measures and parameters in words, its axis from 0 to 100', async () => {
  const clause = await read('/agreements/SK/1405/clauses/SK-2.1')
  assert.match(clause, /<dt>معیار<\/dt>\s*<dd>سطح پیوست توافق‌نامه<\/dd>/)
  assert.doesNotMatch(clause, /target:|>turnaround</)
  const stopped = await read('/agreements/SK/1405/clauses/SK-6.2b')
  assert.match(stopped, /ادامه خدمات پس از پایان اعتبار/)
  const chart = await read('/agreements/SK/clauses/SK-6.1a')
  const axis = [...chart.matchAll(/<text class="chart-value"[^>]*>\s*([^<]*?)\s*<\/text>/g)]
  assert.deepEqual(
    axis.map(([, text]) => text),
    ['۰٪', '۲۰٪', '۴۰٪', '۶۰٪', '۸۰٪', '۱۰۰٪']
  )
})

test('each tile of the scoreboard has its own heading, and rounding is told once', async () => {
  const board = await read('/promises')
  for (const heading of ['تعهدهای نقض‌شده', 'تعهدهای در خطر', 'تعهدهای برقرار']) {
    assert.equal(board.split(`<dt>${heading}</dt>`).length - 1, 2, heading)
  }
  assert.equal(board.split('رو به پایین گرد می‌شوند').length - 1, 1)
})

test('the formulas tell once what the ways of a measure share, and label the rest', async () => {
  const page = await read('/promises/formulas')
  assert.equal(page.split('ساعت هر درخواست با کامل‌شدن مدارک آغاز می‌شود').length - 1, 1)
  assert.match(page, /<strong>معیار: سطح پیوست توافق‌نامه\.<\/strong>/)
  assert.match(page, /<strong>معیار: زمان اعلام‌شده در شناسنامه خدمت\.<\/strong>/)
})

test('the formulas explain each way of each measure of letters', async () => {
  const page = await read('/en/promises/formulas')
  for (const name of ['confidentiality', 'reach-and-drill']) {
    const [, own = ''] = page.split(`id="${name}"`)
    const [article = ''] = own.split('</article>')
    const ways = measures[name as 'confidentiality' | 'reach-and-drill'].parameters.shape.of.options
    assert.equal(article.split('<strong>').length - 1, ways.length, name)
  }
  assert.ok(!page.includes('undefined'))
})

test('what is not there is a clear page', async () => {
  for (const path of [
    '/agreements/XX',
    '/agreements/SK/1401',
    '/agreements/SK/clauses/SK-9',
    '/agreements/SK/clauses/SK-2.1?service=999',
    '/agreements/SK/clauses/SK-2.1?period=1405-13',
    '/agreements/%00/clauses/x'
  ]) {
    const answer = await get(path)
    assert.ok([400, 404].includes(answer.statusCode), `${path} ${String(answer.statusCode)}`)
    assert.match(answer.headers['content-type']?.toString() ?? '', /text\/html/)
  }
  const odd = await get('/agreements/SK?state=<script>&bearer=%00&view=x')
  assert.equal(odd.statusCode, 200)
})

test('the open data account for 119 clauses, with formula, counts and evidence', async () => {
  const body = JSON.parse(await read('/promises.json')) as {
    promises: { clause: string; service?: string; accounting: string; denominator: number }[]
    periods: { contractSeconds: number }[]
    measures: { formula: string }[]
  }
  const totals = body.promises.filter((promise) => promise.service === undefined)
  assert.equal(totals.length, 119)
  assert.equal(body.periods.length, 12)
  assert.equal(body.periods[0]?.contractSeconds, 2_592_000)
  assert.equal(body.measures.length, Object.keys(computing).length)
  const csv = await read('/promises.csv')
  assert.match(csv.split('\n')[0] ?? '', /agreement,version,clause,measure,service,/)
  assert.ok(csv.split('\n').length > 1000)
  const slo = await read('/promises/openslo.yaml')
  assert.match(slo, /apiVersion: openslo\/v1\nkind: SLO/)
  assert.match(slo, /proposal: "true"/)
  assert.match(slo, /target: 0\.98/)
})

test('GET /promises lists, filters and pages', async () => {
  type Answer = {
    items: { clause: string; state: string; evidence: string[]; period: string }[]
    links: { next: string | null }
  }
  const ask = async (query: string) => JSON.parse(await read(`/api/v1/promises${query}`)) as Answer
  const all = await ask('')
  assert.equal(new Set(all.items.map(({ clause }) => clause)).size, 119)
  const one = await ask('?clause=SK-2.1&service=10021006')
  assert.equal(one.items.length, 1)
  assert.equal(one.items[0]?.state, 'broken')
  assert.equal(one.items[0]?.period, '1405-08')
  assert.ok((one.items[0]?.evidence.length ?? 0) > 0)
  assert.equal(
    (await ask('?clause=SK-2.1&service=10021006&period=1405-07')).items[0]?.state,
    'no-data'
  )
  let seen = 0
  let next: string | null = '/api/v1/promises?limit=100'
  while (next !== null) {
    const page = JSON.parse(await read(next)) as Answer
    seen += page.items.length
    next = page.links.next
  }
  assert.equal(seen, all.items.length)
  assert.equal((await get('/api/v1/promises?cursor=x')).statusCode, 422)
  assert.equal((await get('/api/v1/promises?state=green')).statusCode, 422)
})

test('the dashboard is for staff', async () => {
  assert.equal((await get('/desk')).statusCode, 303)
  const citizen = await get('/desk', await signIn('maryam-rezaei'))
  assert.equal(citizen.statusCode, 403)
  const director = await get('/en/desk', await signIn('mohsen-alavi'))
  assert.equal(director.statusCode, 200)
  assert.match(director.body, /South Khorasan/)
  assert.match(director.body, /Draft waiting for a signature: SK@1405/)
  assert.doesNotMatch(director.body, /Payam/)
  assert.match(director.body, /href="\/en\/desk\/queue\?service=10021001"/)
})

test('the dashboard leads nobody to a queue that is closed to them', async () => {
  const administrator = await get('/en/desk', await signIn('vahid-rostami'))
  assert.equal(administrator.statusCode, 200)
  assert.doesNotMatch(administrator.body, /\/desk\/queue/)
  assert.match(administrator.body, /href="\/en\/services\/10021001"/)
})

async function signIn(key: string): Promise<string> {
  const page = await get('/sign-in')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const cookies = new Map(page.cookies.map(({ name, value }) => [name, value]))
  const header = () => Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ')
  const signed = await app.inject({
    method: 'POST',
    url: '/sign-in/demonstration',
    headers: { cookie: header(), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ person: key, next: '/', _csrf: csrf }).toString()
  })
  for (const { name, value } of signed.cookies) if (value !== '') cookies.set(name, value)
  return header()
}
