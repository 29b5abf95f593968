import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueServer, fieldsOf } from '../../tests/support/catalogue-server.ts'
import { takeEffects } from '../../tests/support/take-effect.ts'

const server = await catalogueServer()
const { context, app, sko, ito, get, post } = server

test('every card, process, form and approver is at most two links from the menu', async () => {
  for (const prefix of ['', '/en']) {
    const menu = await get(`${prefix}/services`)
    assert.equal(menu.statusCode, 200)
    for (const code of ['10021001', '18051005']) {
      for (const part of ['', '/process', '/forms', '/approver']) {
        const href = `${prefix}/services/${code}${part}`
        assert.ok(menu.body.includes(`href="${href}"`), href)
        const page = await get(href)
        assert.equal(page.statusCode, 200, href)
        assert.ok(page.body.includes(`${prefix}/services/${code}/apply`), href)
      }
    }
  }
})

test('the menu finds a service whatever keyboard typed it, and says when there is none', async () => {
  assert.match((await get('/services?q=شكايت')).body, /services\/10021002"/)
  assert.match((await get('/services?q=سرمايهگذاري')).body, /services\/10021008"/)
  assert.match((await get('/services?q=گذرنامه هواپیما')).body, /خدمتی پیدا نشد/)
  const hostile = await get('/services?q=<script>alert(1)</script>')
  assert.equal(hostile.statusCode, 200)
  assert.ok(!hostile.body.includes('<script>alert'))
  assert.match((await get('/services?life-event=business')).body, /کسب‌وکار/)
})

test('a card says its fee, its time in words and its documents', async () => {
  const free = (await get('/services/10021001')).body
  assert.match(free, /رایگان \(۰ ریال\)/)
  assert.match(free, /۱۰ روز کاری/)
  const paid = (await get('/en/services/10021005')).body
  assert.match(paid, /1,200,000 rial \(120,000 toman\)/)
  assert.match(paid, /20 calendar days/)
  assert.match(paid, /Passport or identity document/)
})

test('a card speaks CPSV-AP by its media type, and schema.org in its page', async () => {
  const asked = await get('/services/10021005', { accept: 'application/ld+json' })
  assert.match(String(asked.headers['content-type']), /application\/ld\+json/)
  assert.equal(asked.headers.vary?.toString().toLowerCase().includes('accept'), true)
  const data = asked.json<Record<string, unknown>>()
  assert.equal(data['@type'], 'cpsv:PublicService')
  assert.equal(data['dct:identifier'], '10021005')
  assert.deepEqual(data['cv:processingTime'], { '@type': 'xsd:duration', '@value': 'P20D' })
  for (const key of [
    'dct:title',
    'dct:description',
    'cv:hasCompetentAuthority',
    'cv:hasCost',
    'cv:hasChannel',
    'cv:hasInputType',
    'cv:hasLegalResource'
  ]) {
    assert.ok(data[key] !== undefined, key)
  }
  assert.deepEqual((await get('/services/10021005.jsonld')).json(), data)
  const page = (await get('/services/10021005')).body
  const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
  assert.equal((JSON.parse(block) as Record<string, unknown>)['@type'], 'GovernmentService')
})

test('the list of services has one name, and says under which menu item it stands', async () => {
  const { body } = await get('/services')
  assert.match(body, /<h1 ?>خدمات<\/h1>/)
  assert.match(body, /در منوی «دولت الکترونیک»/)
  assert.match((await get('/services/10021001')).body, /<a href="\/services">خدمات<\/a>/)
})

test('the menu searches for the beginning of what is too long, and says so', async () => {
  const { body } = await get(`/services?q=${'شکایت '.repeat(800)}`)
  assert.match(body, /تنها ۲۰۰ نویسه نخست آن جست‌وجو شد/)
  assert.match(body, /services\/10021002"/)
  assert.doesNotMatch((await get('/services?q=شکایت')).body, /نویسه نخست/)
})

test('the menu answers a sentence by its words and says so', async () => {
  const { body } = await get('/services?q=شکایت از شهرداری')
  assert.match(body, /services\/10021002"/)
  assert.match(body, /خدمتی که همه واژه‌ها را داشته باشد پیدا نشد/)
})

test('an invented card leads to this desk, and its decree is written as Persian writes it', async () => {
  const { body } = await get('/services/10021003')
  assert.doesNotMatch(body, /sko\.ir\/services/)
  assert.match(body, /http:\/\/localhost:4000\/services\/10021003<\/bdi/)
  assert.match(body, /<bdi>نمایشی-۱<\/bdi\s*>، ۱ فروردین ۱۴۰۵/)
  assert.match((await get('/services/10021006')).body, /مدیرکل مدیریت بحران/)
})

test('unknown services, versions and addresses are not found, politely', async () => {
  for (const url of [
    '/services/99999999',
    '/services/x',
    '/services/10021001/versions/9',
    '/services/99999999/forms',
    '/services/9.jsonld'
  ]) {
    assert.equal((await get(url)).statusCode, 404, url)
  }
  assert.equal((await get('/api/v1/services/99999999')).statusCode, 404)
  assert.equal((await get('/api/v1/services/x')).statusCode, 422)
})

test('the API lists, searches, pages and reads cards', async () => {
  const all = (await get('/api/v1/services?authority=sko&limit=5')).json<{
    services: { code: string }[]
    links: { next: string }
  }>()
  assert.equal(all.services?.length, 5, JSON.stringify(all).slice(0, 800))
  const rest = (await get(all.links.next)).json<typeof all>()
  assert.deepEqual(
    rest.services.map(({ code }) => code),
    ['10021006', '10021007', '10021008']
  )
  assert.equal(rest.links.next, null)
  const found = (await get('/api/v1/services?q=زلزله')).json<typeof all>()
  assert.equal(found.services[0]?.code, '10021006')
  const one = (await get('/api/v1/services/10021006')).json<{
    version: number
    card: { steps: unknown[] }
  }>()
  assert.deepEqual([one.version, one.card.steps.length], [1, 3])
})

test('an administrator edits, is told what is missing, publishes, and everyone sees the change', async () => {
  const address = '/desk/catalogue/10021006'
  const opened = await get(address, { authorization: sko })
  assert.equal(opened.statusCode, 200)
  const fields = fieldsOf(opened.body)
  assert.equal(fields['promisedTime.amount'], '72')

  const broken = await post(address, {
    ...fields,
    feeRial: 'زیاد',
    'title.fa': 'نامی تازه',
    action: 'save'
  })
  assert.equal(broken.statusCode, 422)
  assert.match(broken.body, /value="زیاد"/)
  assert.match(broken.body, /value="نامی تازه"/)

  const missing = await post(address, {
    ...fields,
    'title.en': '',
    'promisedTime.amount': '۴۸',
    action: 'publish'
  })
  assert.equal(missing.statusCode, 422)
  assert.match(missing.body, /«عنوان خدمت \(انگلیسی\)» خالی است/)
  const kept = fieldsOf((await get(address, { authorization: sko })).body)
  assert.deepEqual([kept.revision, kept['promisedTime.amount']], ['1', '48'])

  const stale = await post(address, { ...fields, action: 'save' })
  assert.equal(stale.statusCode, 409)
  const done = await post(address, { ...kept, 'title.en': 'Disaster damage', action: 'publish' })
  assert.equal(done.statusCode, 303)
  assert.equal(done.headers.location, '/services/10021006/versions')
  const difference = await get('/services/10021006/versions?before=1&after=2')
  assert.match(difference.body, /<del>۷۲<\/del>/)
  assert.match(difference.body, /<ins>۴۸<\/ins>/)
  const waiting = await get('/services/10021006')
  assert.match(waiting.body, /منتظر است تا پایشگری بیرونی اطلاعیه آن را بخواند/)
  assert.match(waiting.body, /href="\/notices\/[0-9a-f-]{36}"/)
  assert.match(waiting.body, /۷۲ ساعت/)
  const announced = await get('/services/10021006/versions/2')
  assert.match(announced.body, /این نسخه اعلام شده است و هنوز اجرا نمی‌شود/)
  assert.doesNotMatch(announced.body, /GovernmentService/)
  await takeEffects(context)
  assert.match((await get('/services/10021006/versions/1')).body, /این نسخه جاری نیست/)
  const current = await get('/services/10021006')
  assert.match(current.body, /۴۸ ساعت/)
  assert.doesNotMatch(current.body, /منتظر است تا پایشگری/)
})

test('strangers and other authorities cannot edit, and the edge says so', async () => {
  const address = '/desk/catalogue/10021001'
  assert.equal((await get(address)).statusCode, 303)
  assert.equal((await get(address, { authorization: ito })).statusCode, 403)
  assert.equal((await post(address, { action: 'discard' }, ito)).statusCode, 403)
  const put = await app.inject({
    method: 'PUT',
    url: '/api/v1/services/10021001/draft',
    headers: { authorization: ito },
    payload: { revision: 0, card: { authority: 'sko' } }
  })
  assert.equal(put.statusCode, 403)
})

test('a new card begins from its code, and a bad code is named', async () => {
  const begun = await post('/desk/catalogue', { authority: 'sko', code: '۱۰۰۲۹۹۹۷' })
  assert.equal(begun.headers.location, '/desk/catalogue/10029997')
  const opened = await get('/desk/catalogue/10029997', { authorization: sko })
  assert.match(opened.body, /برای انتشار این بخش‌ها را پر کنید/)
  assert.equal((await post('/desk/catalogue', { authority: 'sko', code: '12' })).statusCode, 422)
  const taken = await post('/desk/catalogue', { authority: 'sko', code: '18051001' })
  assert.equal(taken.statusCode, 409)
  assert.match(taken.body, /دستگاهی دیگر/)
})

test('the API drafts and publishes, and refuses what is no card', async () => {
  const call = (method: 'PUT' | 'POST', url: string, payload?: object) =>
    app.inject({
      method,
      url: `/api/v1/services/${url}`,
      headers: { authorization: sko },
      ...(payload && { payload })
    })
  const card = (await get('/api/v1/services/10021001')).json<{ card: object }>().card
  const saved = await call('PUT', '10021060/draft', {
    revision: 0,
    card: { ...card, visitsMax: null }
  })
  assert.equal(saved.statusCode, 200)
  assert.deepEqual(
    saved.json<{ missing: { pointer: string }[] }>().missing.map(({ pointer }) => pointer),
    ['/visitsMax']
  )
  const refused = await call('POST', '10021060/versions')
  assert.equal(refused.statusCode, 422)
  assert.equal(refused.json<{ code: string }>().code, 'card/incomplete')
  const odd = await call('PUT', '10021060/draft', { revision: 1, card: { ...card, steps: 'none' } })
  assert.equal(odd.json<{ code: string }>().code, 'card/invalid')
  await call('PUT', '10021060/draft', { revision: 1, card })
  const first = await call('POST', '10021060/versions', { effectiveAt: '2027-01-01T00:00:00Z' })
  assert.equal(first.json<{ code: string }>().code, 'card/effect-of-first')
  const published = await call('POST', '10021060/versions')
  assert.equal(published.statusCode, 201)
  assert.equal(published.json<{ code: string }>().code, '10021060')
  await call('PUT', '10021060/draft', { revision: 0, card: { ...card, visitsMax: 3 } })
  const past = await call('POST', '10021060/versions', { effectiveAt: '2026-11-22T05:59:59Z' })
  assert.equal(past.statusCode, 422)
  assert.equal(past.json<{ code: string }>().code, 'card/effect-in-past')
  const later = await call('POST', '10021060/versions', { effectiveAt: '2027-01-01T00:00:00Z' })
  assert.equal(later.statusCode, 201)
  const made = later.json<{ version: number; isInForce: boolean; effectiveAt: string | null }>()
  assert.deepEqual([made.version, made.isInForce, made.effectiveAt], [2, false, null])
})

test('the export is a table, and the import page refuses a bad file with its places', async () => {
  const file = await get('/desk/catalogue/export.csv', { authorization: sko })
  assert.match(String(file.headers['content-type']), /text\/csv/)
  const page = await get('/desk/catalogue/import', { authorization: sko })
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const body = new FormData()
  body.set('_csrf', csrf)
  body.set('file', new File(['code,authority,visitsMax\n10021090,sko,دو\n'], 'x.csv'))
  const sent = new Response(body)
  const answer = await app.inject({
    method: 'POST',
    url: '/desk/catalogue/import',
    headers: { authorization: sko, cookie, 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer())
  })
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /visitsMax/)
  assert.match(answer.body, /یک عدد صحیح بنویسید/)
})
