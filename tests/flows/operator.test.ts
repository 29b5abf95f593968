// Goal: the operator sees how the platform stands and sets authorities up, and reaches no content; no key
// and no staff reach the console. Method: the whole desk over HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsBetween } from '../../src/ledger/index.ts'
import { createApiKey } from '../../src/people/index.ts'
import { picture } from '../support/photos.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/people-server.ts'

const server = await startTestServer()
const { app, context, clock } = server

async function signedIn(person: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.signInAs(person)
  return visitor
}

const operator = await signedIn('omid-tavakoli')
const admin = await signedIn('vahid-rostami')
const pages = ['/operator', '/operator/authorities', '/operator/authorities/sko']

test('the console shows database, log, workers, channels, queues and backups', async () => {
  await server.work()
  for (const path of pages) {
    for (const lang of ['', '/en']) {
      const { statusCode, body } = await operator.get(lang + path)
      assert.equal(statusCode, 200, body.slice(0, 500))
    }
  }
  const { body } = await operator.get('/en/operator')
  for (const words of ['Answers', 'Not configured', 'Background workers', 'Restore drills'])
    assert.match(body, new RegExp(words))
  assert.match(body, /href="\/en\/operator\/backups"/)
  assert.equal((await operator.get('/en/operator/backups')).statusCode, 200)
})

test('neither staff nor strangers nor keys reach it', async () => {
  const { text } = await createApiKey(context, { authority: 'sko', role: 'operator', live: true })
  for (const path of pages) {
    assert.equal((await admin.get(path)).statusCode, 403)
    assert.equal((await new Visitor(app).get(path)).statusCode, 303)
    const headers = { authorization: `Bearer ${text}` }
    assert.equal((await app.inject({ url: path, headers })).statusCode, 403)
  }
  const typed = { 'new.id': 'x' }
  assert.equal((await admin.post('/operator/authorities', typed)).statusCode, 403)
  assert.equal((await admin.post('/operator/authorities/sko/hosts')).statusCode, 403)
  assert.equal((await admin.post('/operator/queues/replay', { topic: 'x' })).statusCode, 403)
})

const mashhad = {
  'new.id': 'mhd',
  'new.title.fa': 'شهرداری مشهد',
  'new.title.en': 'Municipality of Mashhad',
  'new.shortTitle.fa': 'شهرداری',
  'new.shortTitle.en': 'Municipality',
  'new.portal': 'https://mashhad.ir/',
  'new.province': '',
  'new.timeZone': 'Asia/Tehran'
}

test('an authority is registered without a file, with units, posts and hosts', async () => {
  const made = await operator.post('/en/operator/authorities', mashhad)
  assert.equal(made.statusCode, 303, made.body.slice(0, 2000))
  const at = '/en/operator/authorities/mhd'
  const unit = { 'unit.id': 'desk', 'unit.title.fa': 'میز خدمت', 'unit.title.en': 'Desk' }
  assert.equal((await operator.post(`${at}/units`, unit)).statusCode, 303)
  assert.equal((await operator.post(`${at}/units`, unit)).statusCode, 422)
  const post = { 'post.id': 'head', 'post.title.fa': 'رئیس', 'post.title.en': 'Head' }
  assert.equal(
    (await operator.post(`${at}/posts`, { ...post, 'post.unit': 'desk' })).statusCode,
    303
  )
  const again = { ...post, 'post.id': 'other', 'post.unit': 'nowhere' }
  assert.equal((await operator.post(`${at}/posts`, again)).statusCode, 422)
  const host = { 'host.address': 'https://sub.mashhad.ir' }
  assert.equal((await operator.post(`${at}/hosts`, host)).statusCode, 303)
  assert.equal((await operator.post(`${at}/hosts`, host)).statusCode, 422)
  assert.equal((await operator.post(`${at}/hosts/sub.mashhad.ir/retirement`)).statusCode, 303)
  const facts = await factsBetween(context.db, { authority: 'mhd' })
  assert.deepEqual(
    facts.map(({ kind }) => kind).filter((kind) => !kind.startsWith('probe-target')),
    ['authority.registered', 'host.changed', 'host.changed']
  )
  const list = await app.inject({ url: '/api/v1/authorities' })
  assert.match(list.body, /Municipality of Mashhad/)
})

test('what cannot be an authority is refused, field by field', async () => {
  for (const [name, value, wrong] of [
    ['new.id', 'sko', /registered already/],
    ['new.id', '../etc', /small Latin letter/],
    ['new.id', 'sandbox', /kept for the platform itself/],
    // The facts of people who act in no body stand under it.
    ['new.id', 'platform', /kept for the platform itself/],
    ['new.id', 'api', /kept for the platform itself/],
    ['new.title.en', 'Gоvernorate', /look-alikes/],
    ['new.title.fa', 'نام\u202eپنهان', /hidden character/],
    ['new.title.fa', 'استانداری خراسان جنوبی', /registered already/],
    ['new.portal', 'javascript:alert(1)', /Write the address/],
    ['new.portal', 'https://a.ir\r\nSet-Cookie: x=1', /Write the address/],
    ['new.timeZone', '../../etc/passwd', /time zone/],
    ['new.province', 'a b', /small Latin letter/]
  ] as const) {
    const typed = { ...mashhad, 'new.id': 'abc', 'new.title.fa': 'نو', [name]: value }
    const { statusCode, body } = await operator.post('/en/operator/authorities', typed)
    assert.equal(statusCode, 422, `${name} ${value}`)
    assert.match(body, wrong)
  }
})

const colours = {
  'light.header': '#5b1030',
  'light.primary': '#7a1740',
  'dark.header': '#2b0a18',
  'dark.primary': '#b03a6a'
}

/** A form with a file, as a browser sends it. */
async function brand(fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }) {
  const form = new FormData()
  form.set('_csrf', await operator.csrf())
  for (const [name, value] of Object.entries(fields)) form.set(`brand.${name}`, value)
  if (file !== undefined) form.set('brand.logo', new Blob([Buffer.from(file.bytes)]), file.name)
  const cookie = [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const url = `${server.origin}/en/operator/authorities/sko/branding`
  return fetch(url, { method: 'POST', body: form, headers: { cookie }, redirect: 'manual' })
}

test('a branding stands on the pages of its authority alone, under the strict policy', async () => {
  const desk = { 'desk.fa': 'میز خدمت استان', 'desk.en': 'Desk of the province' }
  const note = { 'note.fa': 'تلفن ۱۱۱', 'note.en': 'Call 111' }
  const saved = await brand(
    { ...colours, ...desk, ...note },
    { name: '../../x.svg', bytes: picture('png') }
  )
  assert.equal(saved.status, 303, await saved.text())
  const page = await (await fetch(`${server.origin}/en/services/10021001`)).text()
  assert.match(page, /Desk of the province/)
  assert.match(page, /Call 111/)
  const [, css = ''] = /href="(\/branding\/sko\/[0-9a-f]{16}\.css)"/.exec(page) ?? []
  const [, logo = ''] = /src="(\/branding\/sko\/[0-9a-f]{64}\.png)"/.exec(page) ?? []
  const sheet = await fetch(server.origin + css)
  assert.equal(sheet.headers.get('content-type'), 'text/css; charset=utf-8')
  assert.match(await sheet.text(), /--header:#5b1030/)
  const shown = await fetch(server.origin + logo)
  assert.equal(shown.headers.get('content-type'), 'image/png')
  assert.equal(shown.headers.get('x-content-type-options'), 'nosniff')
  assert.match(shown.headers.get('content-security-policy') ?? '', /style-src 'self'/)
  assert.doesNotMatch(page, /style="/)
  for (const path of ['/en/services/18051001', '/en', '/en/agreements/PI'])
    assert.doesNotMatch(await (await fetch(server.origin + path)).text(), /\/branding\//)
  assert.match(await (await fetch(`${server.origin}/en/agreements/SK`)).text(), /\/branding\/sko/)
  assert.match((await admin.get('/en/desk/keys')).body, /\/branding\/sko/)
  const facts = await factsBetween(context.db, { kinds: ['branding.changed'] })
  assert.equal(facts.length, 1)
})

test('names of files lead nowhere else', async () => {
  for (const path of [
    '/branding/sko/..%2f..%2fpackage.json',
    '/branding/..%2fsko/x.css',
    '/branding/sko/x.png'
  ])
    assert.equal((await fetch(server.origin + path)).status, 404, path)
})

test('colours that cannot be read and files that are no pictures are refused', async () => {
  const pale = await brand({ ...colours, 'light.header': '#a9c4ff' })
  assert.equal(pale.status, 422)
  assert.match(await pale.text(), /contrast of this colour with #c9d4f5 is 1\.\d\d; at least 4\.50/)
  const dim = await brand({ ...colours, 'dark.primary': '#101a30' })
  assert.match(await dim.text(), /contrast of this colour with #0f1527 is 1\.\d\d; at least 3\.00/)
  const script = await brand({ ...colours, 'light.header': 'red;}body{background:url(//e)' })
  assert.match(await script.text(), /six hexadecimal digits/)
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  for (const bytes of [svg, Buffer.from('GIF89a'), picture('png').subarray(0, 40)]) {
    const refused = await brand(colours, { name: 'logo.png', bytes })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /not a sound PNG or WebP/)
  }
  const large = await brand(colours, { name: 'logo.png', bytes: Buffer.alloc(150_000, 1) })
  assert.match(await large.text(), /at most 100 kB/)
  const half = await brand({ ...colours, 'desk.fa': 'میز' })
  assert.match(await half.text(), /in both languages/)
})

test('the operations do what the pages do, and take no field that they do not name', async () => {
  const csrf = await operator.csrf()
  const cookie = [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const headers = { cookie, 'x-csrf-token': csrf }
    const url = `/api/v1${path}`
    const sent = payload === undefined ? {} : { payload }
    return app.inject({ method, url, headers, ...sent })
  }
  const platform = (await ask('GET', '/platform')).json<{ database: boolean; workers: object[] }>()
  assert.deepEqual([platform.database, platform.workers.length], [true, 1])
  const tabriz = {
    id: 'tbz',
    title: { fa: 'شهرداری تبریز', en: 'Municipality of Tabriz' },
    shortTitle: { fa: 'شهرداری تبریز', en: 'Tabriz' },
    portal: 'https://tabriz.ir',
    timeZone: 'Asia/Tehran'
  }
  assert.equal((await ask('POST', '/authorities', { ...tabriz, position: 1 })).statusCode, 422)
  assert.equal((await ask('POST', '/authorities', tabriz)).statusCode, 201)
  const unit = { id: 'desk', title: { fa: 'میز', en: 'Desk' } }
  assert.equal((await ask('POST', '/authorities/tbz/units', unit)).statusCode, 201)
  assert.equal((await ask('POST', '/authorities/nobody/units', unit)).statusCode, 404)
  const post = { id: 'head', title: { fa: 'رئیس', en: 'Head' }, unit: 'desk' }
  assert.equal((await ask('POST', '/authorities/tbz/posts', post)).statusCode, 201)
  const look = { colours: null, desk: null, note: { fa: 'سطری', en: 'A line' } }
  const logo = picture('webp').toString('base64')
  const done = await ask('PUT', '/authorities/tbz/branding', { ...look, logo })
  assert.equal(done.statusCode, 200, done.body)
  assert.equal((await ask('POST', '/platform/queues/nothing/replay', {})).statusCode, 404)
  for (const [method, path] of [
    ['GET', '/platform'],
    ['POST', '/authorities']
  ] as const) {
    const { text } = await createApiKey(context, { authority: 'sko', role: 'operator', live: true })
    const headers = { authorization: `Bearer ${text}` }
    const body = method === 'POST' ? { payload: tabriz } : {}
    const refused = await app.inject({ method, url: `/api/v1${path}`, headers, ...body })
    assert.equal(refused.json<{ code: string }>().code, 'key/people-only')
  }
})

test('the service for trying is none for people', async () => {
  const apply = await admin.get('/en/services/90000001/apply')
  assert.equal(apply.statusCode, 404)
  assert.equal((await admin.get('/en/services/90000009/apply')).statusCode, 404)
})

test('each act of setting up asks for a fresh proof, and looking for none', async () => {
  clock.advance('PT11M')
  const at = '/operator/authorities/sko'
  for (const path of pages) assert.equal((await operator.get(path)).statusCode, 200)
  for (const path of ['/units', '/posts', '/hosts', '/hosts/sko.ir/retirement']) {
    const asked = await operator.post(at + path, { 'unit.id': 'kept-as-typed' })
    assert.equal(asked.statusCode, 403, path)
    assert.match(asked.body, /href="\/sign-in\/again/)
    assert.match(asked.body, /kept-as-typed/)
  }
  const look = await brand({ ...colours, 'desk.fa': 'میز', 'desk.en': 'A desk that I typed' })
  assert.equal(look.status, 403)
  assert.match(await look.text(), /A desk that I typed/)
  const cookie = [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, 'x-csrf-token': await operator.csrf() }
  const unit = { id: 'late', title: { fa: 'دیر', en: 'Late' } }
  for (const [method, path, payload] of [
    ['POST', '/authorities/sko/units', unit],
    ['POST', '/authorities/sko/posts', unit],
    ['PUT', '/authorities/sko/branding', { colours: null, desk: null, note: null }]
  ] as const) {
    const refused = await app.inject({ method, url: `/api/v1${path}`, headers, payload })
    assert.equal(refused.json<{ code: string }>().code, 'sign-in/proof-required', path)
  }
})
