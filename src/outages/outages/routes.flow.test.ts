// Goal: people open, tell of, close and correct outages on pages that work without script; a correction
// needs a second person; everyone reads the course. Method: the whole desk, browsers without script.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../tests/support/server.ts'
import { Visitor } from '../../../tests/support/visitor.ts'
import { factsOf } from '../../ledger/index.ts'
import { noticeById } from '../../notices/index.ts'
import { syncWatching } from '../probes/sync-watching.ts'
import { noteUnregistered } from '../probes/host-store.ts'
import { inTransaction } from '../../platform/index.ts'
import { newestOutages, outageById } from './outage-store.ts'
import { tellNews } from './tell-news.ts'

// Watched from 08:00 in Tehran on 15 Mehr 1405; 1 Azar, 09:30, is now.
const server = await startTestServer('2026-10-07T04:30:00Z')
const { context, clock } = server
await syncWatching(context)
clock.set('2026-11-22T06:00:00Z')
const manager = await Visitor.as(server, 'kamran-mousavi')
const second = await Visitor.as(server, 'vahid-rostami')
const anyone = new Visitor(server)
const idOf = (location: string) => location.split('/').at(-1) ?? ''
let id = ''

async function kindsOf(outage: string): Promise<string[]> {
  return (await factsOf(context.db, 'sko', outage)).map(({ kind }) => kind)
}

test('an outage that people open has its notice at once', async () => {
  const list = await manager.get('/desk/outages')
  assert.equal(list.status, 200)
  const opened = await manager.post('/desk/outages', {
    authority: 'sko',
    'sko.component': 'portal',
    'sko.from.date': '۱۴۰۵/۰۹/۰۱',
    'sko.from.time': '۰۹:۱۰',
    'sko.cause': 'power',
    'sko.scope.fa': 'تنها بارگذاری فایل',
    'sko.scope.en': 'Only uploads'
  })
  assert.equal(opened.status, 303, opened.text)
  id = idOf(opened.location ?? '')
  const outage = await outageById(context.db, id)
  assert.equal(outage?.from.toString(), '2026-11-22T05:40:00Z')
  const notice = await noticeById(context.db, outage.notice ?? '')
  assert.match(notice?.body.fa ?? '', /تنها بارگذاری فایل/)
  assert.match(notice?.body.en ?? '', /A power cut/)
  assert.deepEqual(await kindsOf(id), ['outage.opened'])
  const page = await anyone.get(`/outages/${id}`)
  assert.match(page.text, /پرتال/)
  assert.match((await anyone.get(`/en/outages/${id}`)).text, /Only uploads/)
})

test('a component has one open outage, and wrong fields are told where they are', async () => {
  const again = {
    authority: 'sko',
    'sko.component': 'portal',
    'sko.from.date': '۱۴۰۵/۰۹/۰۱',
    'sko.from.time': '۰۹:۱۰',
    'sko.cause': 'power'
  }
  assert.equal((await manager.post('/desk/outages', again)).status, 409)
  const wrong = await manager.post('/desk/outages', {
    ...again,
    'sko.component': 'desk',
    'sko.from.time': '۱۱:۱۰',
    'sko.scope.fa': 'نیمی'
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /این زمان نباید پس از اکنون باشد/)
  assert.match(wrong.text, /این متن به هر دو زبان لازم است/)
  assert.match(wrong.text, /value="۱۱:۱۰"/)
})

test('a start long ago, by an error of one digit in the year, takes no numbers away', async () => {
  const typed = {
    authority: 'sko',
    'sko.component': 'desk',
    'sko.from.date': '۱۳۶۸/۱۰/۱۱',
    'sko.from.time': '۰۹:۱۰',
    'sko.cause': 'power'
  }
  const before = await newestOutages(context.db, { limit: 50 })
  const old = await manager.post('/desk/outages', typed)
  assert.equal(old.status, 422)
  assert.match(old.text, /بیش از ۳۰ روز پیش/)
  assert.match(old.text, /value="۱۳۶۸\/۱۰\/۱۱"/)
  const lastMonth = await manager.post('/desk/outages', { ...typed, 'sko.from.date': '۱۴۰۵/۰۷/۲۰' })
  assert.equal(lastMonth.status, 422)
  assert.deepEqual(await newestOutages(context.db, { limit: 50 }), before)
})

test('news corrects the notice; promised news comes by itself where nobody told any', async () => {
  const told = await manager.post(`/desk/outages/${id}/news`, {
    'news.cause': 'hardware',
    'news.words.fa': 'قطعه خراب عوض می‌شود',
    'news.words.en': 'The broken part is being replaced',
    'news.nextUpdateAt.date': '۱۴۰۵/۰۹/۰۱',
    'news.nextUpdateAt.time': '۱۰:۰۰'
  })
  assert.equal(told.status, 303, told.text)
  clock.set('2026-11-22T06:31:00Z')
  await tellNews(context)
  const outage = await outageById(context.db, id)
  assert.equal(outage?.nextUpdateAt?.toString(), '2026-11-22T07:01:00Z')
  assert.equal((await noticeById(context.db, outage.notice ?? ''))?.version, 3)
  assert.deepEqual(await kindsOf(id), ['outage.opened', 'outage.updated', 'outage.updated'])
})

test('it is closed with a note that everyone reads', async () => {
  const bare = await manager.post(`/desk/outages/${id}/closing`, {
    'closing.cause': 'hardware',
    'closing.to.date': '۱۴۰۵/۰۹/۰۱',
    'closing.to.time': '۱۰:۰۰'
  })
  assert.equal(bare.status, 422)
  const closed = await manager.post(`/desk/outages/${id}/closing`, {
    'closing.cause': 'hardware',
    'closing.to.date': '۱۴۰۵/۰۹/۰۱',
    'closing.to.time': '۱۰:۰۰',
    'closing.note.fa': 'قطعه عوض شد.',
    'closing.note.en': 'The part was replaced.'
  })
  assert.equal(closed.status, 303, closed.text)
  const outage = await outageById(context.db, id)
  assert.equal(outage?.to?.toString(), '2026-11-22T06:30:00Z')
  const notice = await noticeById(context.db, outage.notice ?? '')
  assert.match(notice?.body.en ?? '', /Closing note: The part was replaced/)
  assert.match((await anyone.get(`/en/outages/${id}`)).text, /The part was replaced/)
})

test('a correction changes nothing before a second person approves, and it is never the same', async () => {
  const proposal = {
    'correction.from.date': '۱۴۰۵/۰۹/۰۱',
    'correction.from.time': '۰۹:۲۰',
    'correction.to.date': '۱۴۰۵/۰۹/۰۱',
    'correction.to.time': '۱۰:۰۰',
    'correction.cause': 'hardware',
    'correction.reason': 'wrong-times',
    'correction.words.fa': 'گزارش برق نشان داد',
    'correction.words.en': 'The log of the power supply shows it'
  }
  const path = `/desk/outages/${id}/corrections`
  const first = await manager.post(path, proposal)
  assert.equal(first.status, 303)
  assert.equal((await outageById(context.db, id))?.from.toString(), '2026-11-22T05:40:00Z')
  assert.equal((await manager.post(path, proposal)).status, 409)
  const own = await manager.get(`/desk/outages/${id}`)
  const [, approval = ''] = /action="([^"]+)\/refusal"/.exec(own.text) ?? []
  assert.ok(!own.text.includes('/approval"'), 'the proposer is offered to approve')
  const refused = await manager.post(`${approval}/approval`)
  assert.equal(refused.status, 403)
  assert.equal((await second.post(`${approval}/approval`)).status, 303)
  const outage = await outageById(context.db, id)
  assert.equal(outage?.from.toString(), '2026-11-22T05:50:00Z')
  assert.equal(outage.settled, true)
  assert.equal((await kindsOf(id)).at(-1), 'outage.corrected')
  assert.equal((await second.post(`${approval}/approval`)).status, 409)
})

test('what was no outage is made void, and its notice says so', async () => {
  const path = `/desk/outages/${id}/corrections`
  const proposed = await second.post(path, {
    'correction.void': 'on',
    'correction.from.date': '۱۴۰۵/۰۹/۰۱',
    'correction.from.time': '۰۹:۲۰',
    'correction.to.date': '۱۴۰۵/۰۹/۰۱',
    'correction.to.time': '۱۰:۰۰',
    'correction.cause': 'hardware',
    'correction.reason': 'not-an-outage',
    'correction.words.fa': 'آزمایش بود',
    'correction.words.en': 'It was a test'
  })
  assert.equal(proposed.status, 303, proposed.text)
  const page = await manager.get(`/desk/outages/${id}`)
  const [, approval = ''] = /action="([^"]+)\/approval"/.exec(page.text) ?? []
  assert.equal((await manager.post(`${approval}/approval`)).status, 303)
  const outage = await outageById(context.db, id)
  assert.equal(outage?.void, true)
  const notice = await noticeById(context.db, outage.notice ?? '')
  assert.match(notice?.title.en ?? '', /^No outage/)
})

test('the page of probes takes hosts, targets and settings, and refuses by field', async () => {
  await inTransaction(context.db, (tx) =>
    noteUnregistered(
      tx,
      { authority: 'sko', host: 'forms.example', foundOn: `${server.origin}/services` },
      clock.now()
    )
  )
  const page = await manager.get('/desk/probes')
  assert.equal(page.status, 200)
  assert.match(page.text, /forms\.example/)
  const added = await manager.post('/desk/probes/sko/hosts', {
    'sko-host.address': 'https://forms.example/'
  })
  assert.equal(added.status, 303)
  const bad = await manager.post('/desk/probes/sko/targets', {
    'sko-target.component': 'portal:forms.example',
    'sko-target.kind': 'http',
    'sko-target.check.url': 'https://elsewhere.example/',
    'sko-target.everySeconds': '۰'
  })
  assert.equal(bad.status, 422)
  assert.match(bad.text, /تنها میزبان‌های ثبت‌شده پایش می‌شوند/)
  assert.match(bad.text, /عددی درست از/)
  const good = await manager.post('/desk/probes/sko/targets', {
    'sko-target.component': 'portal:forms.example',
    'sko-target.kind': 'tcp',
    'sko-target.check.host': 'forms.example',
    'sko-target.check.port': '۴۴۳'
  })
  assert.equal(good.status, 303, good.text)
  const settings = {
    everySeconds: '۳۰',
    timeoutMs: '5000',
    failuresInARow: '۲',
    successesInARow: '2',
    nextUpdateMinutes: '45'
  }
  const sent = Object.entries(settings).map(([name, value]): [string, string] => [
    `sko-settings.${name}`,
    value
  ])
  const saved = await manager.post('/desk/probes/sko/settings', Object.fromEntries(sent))
  assert.equal(saved.status, 303)
  const after = await manager.get('/en/desk/probes')
  assert.match(after.text, /value="45"/)
  assert.equal((await anyone.post('/desk/probes/sko/hosts', {})).status, 401)
})
