import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Visitor, peopleServer } from '../../tests/support/people-server.ts'
import { seeNotices } from '../../tests/support/see-notices.ts'
import { inTransaction } from '../platform/index.ts'
import { draftById } from './draft-store.ts'
import { noticeById, noticeVersions } from './notice-store.ts'
import type { NoticeText } from './notice.ts'
import { correctNotice, publishNotice } from './publish-notice.ts'
import { routes } from './routes.ts'
import { nameService } from './service-name-store.ts'

const { app, context, clock } = await peopleServer()
await routes(app, context)
for (const [code, authority] of [
  ['10021001', 'sko'],
  ['10021002', 'sko'],
  ['20031001', 'ito']
] as const) {
  const title = { fa: `خدمت ${code}`, en: `Service ${code}` }
  await inTransaction(context.db, (tx) => nameService(tx, { code, authority, title }))
}

async function signedIn(person: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.signInAs(person)
  return visitor
}

const manager = await signedIn('kamran-mousavi')
const good = {
  kind: 'change',
  changes: 'form',
  services: '10021001',
  'title.fa': 'تغییر فرم',
  'title.en': 'The form changes',
  'body.fa': 'بند یک\r\n\r\nبند دو',
  'body.en': 'One\r\n\r\nTwo',
  effectiveAt: '۱۴۰۵/۰۹/۱۰',
  effectiveAtTime: '۰۸:۳۰',
  bannerUntil: '1405/9/20'
}

async function start(): Promise<string> {
  const { statusCode, headers } = await manager.post('/desk/notices', { authority: 'sko' })
  assert.equal(statusCode, 303)
  return String(headers.location).replace('/desk/notices/', '')
}

test('a notice is written, previewed and published by hand', async () => {
  const id = await start()
  assert.equal((await manager.get(`/desk/notices/${id}`)).statusCode, 200)
  const previewed = await manager.post(`/desk/notices/${id}`, {
    ...good,
    action: 'preview',
    revision: '1'
  })
  assert.equal(previewed.headers.location, `/desk/notices/${id}?preview=1#preview`)
  const preview = (await manager.get(`/desk/notices/${id}?preview=1`)).body
  assert.match(preview, /id="preview"[\s\S]*<h2[^>]*>\s*تغییر فرم[\s\S]*<p>بند دو<\/p>/)
  assert.ok(!preview.includes('data-notice='))
  assert.ok((await manager.get('/desk/notices')).body.includes('تغییر فرم'))
  assert.equal(await noticeById(context.db, id), null)
  const published = await manager.post(`/desk/notices/${id}`, {
    ...good,
    action: 'publish',
    revision: '2'
  })
  assert.equal(published.headers.location, `/notices/${id}`)
  const notice = await noticeById(context.db, id)
  assert.deepEqual(
    [notice?.kind, notice?.changes, notice?.services, notice?.body.fa],
    ['change', ['form'], ['10021001'], 'بند یک\n\nبند دو']
  )
  assert.equal(notice?.effectiveAt?.toString(), '2026-12-01T05:00:00Z')
  assert.equal(notice?.bannerUntil?.toString(), '2026-12-10T20:30:00Z')
  assert.equal(await draftById(context.db, id), null)
  assert.ok((await seeNotices(context)).some((seen) => seen.id === id))
})

test('bad input is answered field by field, and nothing typed is lost', async () => {
  const id = await start()
  const wrong = {
    kind: 'change',
    services: '20031001',
    'title.fa': 'English only',
    'title.en': 'فارسی',
    'body.fa': 'متن \u202e وارونه',
    'body.en': 'x'.repeat(10_001),
    effectiveAt: '1405/13/40',
    effectiveAtTime: '25:00',
    bannerUntil: '1400/1/1'
  }
  const { statusCode, body } = await manager.post(`/desk/notices/${id}`, {
    ...wrong,
    action: 'publish',
    revision: '1'
  })
  assert.equal(statusCode, 422)
  for (const text of [
    'دست‌کم یکی از آنچه را تغییر می‌کند',
    'تنها خدمات همین دستگاه',
    'این بخش را به فارسی بنویسید',
    'این بخش را به انگلیسی بنویسید',
    'جهت نوشته را وارونه',
    'حداکثر ۱۰٬۰۰۰ نویسه',
    'ساعت را مانند ۰۸:۳۰ بنویسید',
    'زمانی پس از اکنون'
  ]) {
    assert.ok(body.includes(text), text)
  }
  assert.ok(body.includes('value="English only"') && body.includes('value="2"'))
  assert.deepEqual((await draftById(context.db, id))?.typed['title.fa'], 'English only')
  const empty = await manager.post(`/desk/notices/${id}`, { action: 'publish', revision: '2' })
  assert.equal(empty.statusCode, 422)
  assert.ok(empty.body.includes('گونه اطلاعیه را برگزینید'))
  assert.equal(await noticeById(context.db, id), null)
})

test('a correction is a new version, and both stay readable', async () => {
  const id = await start()
  await manager.post(`/desk/notices/${id}`, { ...good, action: 'publish', revision: '1' })
  assert.ok((await manager.get(`/desk/notices/${id}`)).body.includes(`${id}/correction`))
  await manager.post(`/desk/notices/${id}/correction`)
  const editor = (await manager.get(`/desk/notices/${id}`)).body
  assert.ok(editor.includes('value="۱۴۰۵/۰۹/۱۰"') && editor.includes('value="۰۸:۳۰"'))
  const same = await manager.post(`/desk/notices/${id}`, {
    ...good,
    action: 'publish',
    revision: '1'
  })
  assert.equal(same.statusCode, 409)
  assert.ok(same.body.includes('با نسخه کنونی اطلاعیه یکی است'))
  clock.advance('PT1H')
  await manager.post(`/desk/notices/${id}`, {
    ...good,
    'title.en': 'Corrected',
    action: 'publish',
    revision: '2'
  })
  const versions = await noticeVersions(context.db, id)
  assert.deepEqual(
    versions.map(({ version, title }) => [version, title.en]),
    [
      [2, 'Corrected'],
      [1, 'The form changes']
    ]
  )
  assert.ok((await manager.get(`/en/notices/${id}/versions/1`)).body.includes('The form changes'))
})

test('a writer is told when somebody else wrote in between', async () => {
  const id = await start()
  const other = await signedIn('kamran-mousavi')
  const save = (who: Visitor, title: string, revision: string) =>
    who.post(`/desk/notices/${id}`, { ...good, 'title.en': title, action: 'save', revision })
  assert.equal((await save(other, 'Theirs', '1')).statusCode, 303)
  const lost = await save(manager, 'Mine', '1')
  assert.equal(lost.statusCode, 409)
  assert.ok(lost.body.includes('کس دیگری همین اطلاعیه را تغییر داده است'))
  assert.ok(lost.body.includes('value="Mine"'))
  assert.equal((await draftById(context.db, id))?.typed['title.en'], 'Theirs')
  const publishing = await manager.post(`/desk/notices/${id}`, {
    ...good,
    action: 'publish',
    revision: '1'
  })
  assert.equal(publishing.statusCode, 409)
  const discarding = await manager.post(`/desk/notices/${id}`, { action: 'discard', revision: '1' })
  assert.equal(discarding.statusCode, 409)
  const discarded = await manager.post(`/desk/notices/${id}`, { action: 'discard', revision: '2' })
  assert.equal(discarded.statusCode, 303)
  assert.equal(await draftById(context.db, id), null)
})

test('two who publish one draft at once publish one version', async () => {
  const id = await start()
  await manager.post(`/desk/notices/${id}`, { ...good, action: 'save', revision: '1' })
  const publish = { ...good, action: 'publish', revision: '2' }
  const both = await Promise.all([
    manager.post(`/desk/notices/${id}`, publish),
    manager.post(`/desk/notices/${id}`, publish)
  ])
  assert.ok(both.some(({ statusCode }) => statusCode === 303))
  assert.equal((await noticeVersions(context.db, id)).length, 1)
})

test('nobody writes for an authority but its own writers', async () => {
  const id = await start()
  const strangers = [await signedIn('shirin-ghaderi'), new Visitor(app)]
  for (const stranger of strangers) {
    const codes = [
      (await stranger.get('/desk/notices')).statusCode,
      (await stranger.get(`/desk/notices/${id}`)).statusCode,
      (await stranger.post(`/desk/notices/${id}`, { ...good, action: 'publish', revision: '1' }))
        .statusCode,
      (await stranger.post('/desk/notices', { authority: 'sko' })).statusCode
    ]
    assert.ok(
      codes.every((code) => code === 403 || code === 401 || code === 303),
      String(codes)
    )
  }
  assert.equal((await manager.post('/desk/notices', { authority: 'ito' })).statusCode, 403)
  assert.equal((await manager.get('/desk/notices/x')).statusCode, 404)
  assert.equal(await noticeById(context.db, id), null)
  assert.equal((await draftById(context.db, id))?.revision, 1)
})

test('a correction that another one overtook is told, and can be made of the newer', async () => {
  const id = await start()
  await manager.post(`/desk/notices/${id}`, { ...good, action: 'publish', revision: '1' })
  await manager.post(`/desk/notices/${id}/correction`)
  const now = (await noticeById(context.db, id))!
  await inTransaction(context.db, (tx) =>
    correctNotice(
      tx,
      id,
      { ...now, title: { fa: 'خودکار', en: 'Automatic' } },
      {
        actor: 'system:test',
        at: clock.now()
      }
    )
  )
  const mine = { ...good, 'title.en': 'Mine' }
  const lost = await manager.post(`/desk/notices/${id}`, {
    ...mine,
    action: 'publish',
    revision: '1'
  })
  assert.equal(lost.statusCode, 409)
  assert.ok(lost.body.includes('نسخه ۲ را ببینید') && lost.body.includes('value="rebase"'))
  await manager.post(`/desk/notices/${id}`, { ...mine, action: 'rebase', revision: '2' })
  assert.ok(!(await manager.get(`/desk/notices/${id}`)).body.includes('value="rebase"'))
  await manager.post(`/desk/notices/${id}`, { ...mine, action: 'publish', revision: '4' })
  const versions = await noticeVersions(context.db, id)
  assert.deepEqual(
    versions.map(({ title }) => title.en),
    ['Mine', 'Automatic', 'The form changes']
  )
})

test('the form only adds to a notice that the program made', async () => {
  const made: NoticeText = {
    authority: 'sko',
    kind: 'fee',
    changes: ['rules'],
    services: ['10021001'],
    title: { fa: 'تغییر هزینه', en: 'The fee changes' },
    body: { fa: 'هزینه از ۱ به ۹ ریال', en: 'The fee: from 1 to 9 rials' },
    about: { kind: 'card', id: '10021001@2' },
    effectiveAt: clock.now().add({ hours: 90, seconds: 5 }).round('second'),
    bannerUntil: null
  }
  const by = { actor: 'admin', at: clock.now() }
  const { id } = await inTransaction(context.db, (tx) => publishNotice(tx, made, by))
  await manager.post(`/desk/notices/${id}/correction`)
  const editor = (await manager.get(`/desk/notices/${id}`)).body
  assert.ok(editor.includes('name="body.fa"') && !editor.includes('name="title.fa"'))
  const disguised = {
    ...good,
    kind: 'general',
    'title.fa': 'تبریک عید',
    'body.fa': 'با پوزش',
    'body.en': 'Sorry',
    bannerUntil: ''
  }
  const previewed = { ...disguised, action: 'preview', revision: '1' }
  await manager.post(`/desk/notices/${id}`, previewed)
  const preview = (await manager.get(`/desk/notices/${id}?preview=1`)).body
  assert.match(preview, /id="preview"[\s\S]*تغییر هزینه[\s\S]*از ۱ به ۹[\s\S]*با پوزش/)
  await manager.post(`/desk/notices/${id}`, { ...disguised, action: 'publish', revision: '2' })
  const notice = (await noticeById(context.db, id))!
  assert.equal(notice.version, 2)
  const body = { fa: 'هزینه از ۱ به ۹ ریال\n\nبا پوزش', en: 'The fee: from 1 to 9 rials\n\nSorry' }
  assert.deepEqual({ ...notice, ...made, body }, notice)
})

test('the form offers no outage, and refuses one', async () => {
  const id = await start()
  const editor = (await manager.get(`/desk/notices/${id}`)).body
  assert.ok(editor.includes('value="general"') && !editor.includes('value="planned-outage"'))
  for (const [i, kind] of ['planned-outage', 'outage'].entries()) {
    const { statusCode, body } = await manager.post(`/desk/notices/${id}`, {
      ...good,
      kind,
      action: 'publish',
      revision: String(i + 1)
    })
    assert.equal(statusCode, 422)
    assert.ok(body.includes(kind === 'outage' ? '/desk/outages)' : '/desk/planned)'))
  }
  assert.equal(await noticeById(context.db, id), null)
})
