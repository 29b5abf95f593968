import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seeNotices } from '../../tests/support/see-notices.ts'
import { testDatabase } from '../../tests/support/database.ts'
import { readConfig } from '../config.ts'
import { createServer } from '../platform/http/index.ts'
import { type Context, inTransaction, manualClock, silentLog } from '../platform/index.ts'
import type { NoticeText } from './notice.ts'
import { noticeById } from './notice-store.ts'
import { noticesToSee } from './notices-to-see.ts'
import { correctNotice, publishNotice } from './publish-notice.ts'
import { routes } from './routes.ts'
import { nameService } from './service-name-store.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
const app = await createServer({
  context,
  assetsFolder: import.meta.dirname,
  describeReader: () => ({ account: null, nav: [] })
})
await routes(app, context)
after(() => app.close())

const hostile: NoticeText = {
  authority: 'sko',
  kind: 'change',
  changes: ['card', 'form'],
  services: ['10021001'],
  title: { fa: 'تغییر <b>شناسنامه</b> «الف»', en: 'Card & <script>alert(1)</script>' },
  body: {
    fa: '  بند "یک"\nادامه\r\n\r\nبند دو &amp; &#39; -->',
    en: "It's </article> <!-- here\n \n\n${x} {{y}} \\u0041"
  },
  about: { kind: 'card', id: '10021001@2' },
  effectiveAt: null,
  bannerUntil: null
}
const publish = (text: Partial<NoticeText> = {}) =>
  inTransaction(db, (tx) =>
    publishNotice(tx, { ...hostile, ...text }, { actor: 'tester', at: clock.now() })
  )
const get = (url: string) => app.inject({ method: 'GET', url })

test('the page of a notice shows every line, whatever the lines hold', async () => {
  await inTransaction(db, (tx) =>
    nameService(tx, {
      code: '10021001',
      authority: 'sko',
      title: { fa: 'دیدار با استاندار', en: 'Meeting the Governor' }
    })
  )
  const { id } = await publish()
  const { body } = await get(`/notices/${id}`)
  assert.match(body, new RegExp(`data-notice="${id}" data-version="1"`))
  assert.ok(!body.includes('<script>alert'))
  assert.ok(body.includes('دیدار با استاندار'))
  assert.ok(body.includes('هنوز دیده نشده است'))
  assert.deepEqual(await seeNotices(context), [{ id, version: 1 }])
  assert.deepEqual(await seeNotices(context), [])
  const seen = (await get(`/notices/${id}`)).body
  assert.ok(!seen.includes('هنوز دیده نشده است'))
  assert.ok(seen.includes('test-vantage') && seen.includes('بیرون از سامانه'))
})

test('the English page shows the English, and is no proof', async () => {
  const { id } = await publish()
  const [waiting] = await noticesToSee(db)
  const { body } = await get(`/en/notices/${id}`)
  assert.ok(body.includes('Card &amp; &lt;script&gt;'))
  assert.ok(!body.includes('شناسنامه</b>'))
  assert.equal(waiting?.id, id)
  await seeNotices(context)
})

test('an older version stays readable on a page that proves nothing', async () => {
  const { id } = await publish({ about: null })
  const text = { ...hostile, about: null, title: { fa: 'عنوان دوم', en: 'Second title' } }
  await inTransaction(db, (tx) => correctNotice(tx, id, text, { actor: 'tester', at: clock.now() }))
  const older = await get(`/notices/${id}/versions/1`)
  assert.equal(older.statusCode, 200)
  assert.ok(!older.body.includes('data-notice'))
  assert.ok(older.body.includes('این نسخه کنونی نیست'))
  const own = await get(`/notices/${id}`)
  assert.ok(own.body.includes('عنوان دوم') && own.body.includes('data-version="2"'))
  assert.deepEqual(await seeNotices(context), [{ id, version: 2 }])
  assert.equal((await noticeById(db, id, 1))?.seenAt, null)
})

test('the page that proves a sight is a file that no browser opens', async () => {
  const { id } = await publish()
  assert.equal((await get(`/notices/${id}/versions/1/snapshot`)).statusCode, 404)
  const page = (await get(`/notices/${id}`)).body
  await seeNotices(context)
  const { body, headers, statusCode } = await get(`/notices/${id}/versions/1/snapshot`)
  assert.equal(statusCode, 200)
  assert.equal(headers['content-type'], 'text/plain; charset=utf-8')
  assert.match(
    String(headers['content-disposition']),
    /^attachment; filename="notice-[0-9a-f-]+-1\.txt"$/
  )
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(body.match(/<article.*<\/article>/s)?.[0], page.match(/<article.*<\/article>/s)?.[0])
})

test('pages of notices that are not there say so', async () => {
  const { id } = await publish()
  const wrong = ['/notices/x', `/notices/${id}/versions/2`, `/notices/${id}/versions/01`]
  for (const url of [...wrong, `/en${wrong[0] ?? ''}`, `/notices/${id}/versions/9/snapshot`]) {
    assert.equal((await get(url)).statusCode, 404, url)
  }
})

test('the list narrows to a kind and a service, and leaves a wrong query out', async () => {
  const { id } = await publish({ kind: 'fee', services: ['99999999'], authority: 'ito' })
  const list = async (query: string) => (await get(`/notices${query}`)).body
  assert.ok((await list('?kind=fee')).includes(id))
  assert.ok((await list('?service=99999999&authority=ito&kind=')).includes(id))
  assert.ok(!(await list('?kind=outage')).includes(id))
  assert.ok(!(await list('?service=10021001')).includes(id))
  const wrong = await get('/notices?kind=%3Cb%3E&service=x&authority=..&page=-1')
  assert.equal(wrong.statusCode, 200)
  assert.ok(wrong.body.includes(id))
  assert.ok(wrong.body.includes('href="/notices.atom"'))
})

test('feeds are narrowed as the list is, and say when nothing is new', async () => {
  for (const ending of ['atom', 'rss', 'json']) {
    const path = `/en/notices.${ending}?kind=fee`
    const first = await get(path)
    assert.equal(first.statusCode, 200)
    assert.match(String(first.headers['content-type']), /atom\+xml|rss\+xml|feed\+json/)
    assert.ok(first.body.includes('/en/notices.'), 'its own address')
    const etag = String(first.headers.etag)
    const headers = { 'if-none-match': `"x", ${etag}` }
    const again = await app.inject({ method: 'GET', url: path, headers })
    assert.deepEqual([again.statusCode, again.body], [304, ''])
    await publish({ kind: 'fee' })
    const changed = await app.inject({ method: 'GET', url: path, headers })
    assert.equal(changed.statusCode, 200)
    const other = await app.inject({ method: 'GET', url: `/en/notices.${ending}?kind=damages` })
    assert.notEqual(other.headers.etag, etag)
  }
})
