import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { factsOf } from '../ledger/index.ts'
import { inTransaction, newId } from '../platform/index.ts'
import type { NoticeText } from './notice.ts'
import { currentNotices, listNotices, noticeById, noticesAbout } from './notice-store.ts'
import { noticesToSee } from './notices-to-see.ts'
import { correctNotice, publishNotice } from './publish-notice.ts'
import { NoticeChangedMeanwhileError, NoticeNotFoundError } from './refusals.ts'

const { db } = await testDatabase()
const start = Temporal.Instant.from('2026-11-22T06:00:00Z')
const by = { actor: 'tester', at: start }
const plain: NoticeText = {
  authority: 'sko',
  kind: 'general',
  changes: [],
  services: [],
  title: { fa: 'اطلاعیه نمونه', en: 'A notice' },
  body: { fa: 'بند یک\n\nبند دو', en: 'Paragraph one\n\nParagraph two' },
  about: null,
  effectiveAt: null,
  bannerUntil: null
}
const publish = (text: Partial<NoticeText> = {}, more: object = {}) =>
  inTransaction(db, (tx) => publishNotice(tx, { ...plain, ...text }, { ...by, ...more }))
const correct = (id: string, text: Partial<NoticeText>, seen?: number) =>
  inTransaction(db, (tx) =>
    correctNotice(tx, id, { ...plain, ...text }, { ...by, ...(seen === undefined ? {} : { seen }) })
  )

test('publishNotice writes the notice and its public fact', async () => {
  const about = { kind: 'card', id: '10021001@2' } as const
  const effectiveAt = start.add({ hours: 72 })
  const notice = await publish({
    kind: 'change',
    changes: ['card', 'form'],
    services: ['10021001'],
    about,
    effectiveAt
  })
  assert.deepEqual(await noticeById(db, notice.id), notice)
  const lines = 'اطلاعیه نمونه\nبند یک\nبند دو\nA notice\nParagraph one\nParagraph two'
  assert.equal(notice.sha256, createHash('sha256').update(lines).digest('hex'))
  const [fact, ...more] = await factsOf(db, 'sko', notice.id)
  assert.deepEqual(more, [])
  assert.deepEqual([fact?.kind, fact?.id, fact?.actor], ['notice.published', notice.fact, 'tester'])
  assert.deepEqual(fact?.body, {
    notice: notice.id,
    version: 1,
    kind: 'change',
    changes: ['card', 'form'],
    services: ['10021001'],
    service: '10021001',
    sha256: notice.sha256,
    about,
    effectiveAt: '2026-11-25T06:00:00Z'
  })
})

test('publishNotice takes the id that its caller made', async () => {
  const id = newId(start)
  assert.equal((await publish({}, { id })).id, id)
})

test('publishNotice leaves nothing where the transaction fails', async () => {
  const id = newId(start)
  const failing = inTransaction(db, async (tx) => {
    await publishNotice(tx, plain, { ...by, id })
    throw new Error('stop')
  })
  await assert.rejects(failing)
  assert.equal(await noticeById(db, id), null)
  assert.deepEqual(await factsOf(db, 'sko', id), [])
})

test('correctNotice keeps both versions readable, and asks to be seen anew', async () => {
  const first = await publish({ title: { fa: 'نخست', en: 'First' } })
  const second = await correct(first.id, { title: { fa: 'دوم', en: 'Second' } }, 1)
  assert.equal(second.version, 2)
  assert.deepEqual(await noticeById(db, first.id), second)
  assert.deepEqual(await noticeById(db, first.id, 1), first)
  assert.equal(await noticeById(db, first.id, 3), null)
  const facts = await factsOf(db, 'sko', first.id)
  assert.equal(facts.length, 2)
  const waiting = (await noticesToSee(db)).filter(({ id }) => id === first.id)
  assert.deepEqual(waiting, [
    {
      id: first.id,
      version: 2,
      path: `/notices/${first.id}`,
      sha256: second.sha256,
      lines: ['دوم', 'بند یک', 'بند دو', 'Second', 'Paragraph one', 'Paragraph two']
    }
  ])
})

test('correctNotice refuses a notice that is not there, or of another authority', async () => {
  await assert.rejects(correct(newId(start), {}), NoticeNotFoundError)
  const { id } = await publish()
  await assert.rejects(correct(id, { authority: 'ito' }), NoticeNotFoundError)
})

test('correctNotice tells a writer who did not see the newest version', async () => {
  const { id } = await publish()
  await correct(id, {}, 1)
  await assert.rejects(correct(id, {}, 1), NoticeChangedMeanwhileError)
  assert.equal((await noticeById(db, id))?.version, 2)
})

test('two who correct at once make two versions, or one and a refusal', async () => {
  const free = await publish()
  await Promise.all([correct(free.id, {}), correct(free.id, {})])
  assert.equal((await noticeById(db, free.id))?.version, 3)
  const seen = await publish()
  const both = await Promise.allSettled([correct(seen.id, {}, 1), correct(seen.id, {}, 1)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('noticesAbout gives all versions of all notices about one thing, newest first', async () => {
  const about = { kind: 'outage', id: newId(start) } as const
  const first = await publish({ about })
  await publish({ about: { ...about, id: newId(start) } })
  const later = await publish({ about }, { at: start.add({ hours: 1 }) })
  const third = await inTransaction(db, (tx) =>
    correctNotice(tx, first.id, { ...plain, about }, { ...by, at: start.add({ hours: 2 }) })
  )
  assert.deepEqual(await noticesAbout(db, about), [third, later, first])
})

test('currentNotices gives what stands on banners at an instant', async () => {
  const of = { authority: 'banners', bannerUntil: start.add({ hours: 2 }) }
  const all = await publish(of)
  const one = await publish({ ...of, services: ['1', '2'] }, { at: start.add({ hours: 1 }) })
  await publish({ ...of, bannerUntil: null })
  await publish({ ...of, services: ['3'] })
  const over = await publish(of)
  await correct(over.id, { ...of, bannerUntil: start })
  const at = start.add({ hours: 1 })
  const ids = async (q: object) =>
    (await currentNotices(db, { authority: 'banners', at, ...q })).map(({ id }) => id)
  assert.deepEqual(await ids({ service: '2' }), [one.id, all.id])
  assert.equal((await ids({})).length, 3)
  assert.deepEqual(await ids({ service: '2', at: start }), [all.id])
  assert.deepEqual(await ids({ at: start.add({ hours: 2 }) }), [])
})

test('listNotices filters, counts and pages', async () => {
  const authority = 'listed'
  for (const [i, kind] of (['fee', 'general', 'fee', 'damages'] as const).entries()) {
    const services = i === 0 ? ['7'] : i === 1 ? ['8'] : []
    await publish({ authority, kind, services }, { at: start.add({ minutes: i }) })
  }
  const page = await listNotices(db, { authority }, { skip: 1, limit: 2 })
  assert.deepEqual([page.total, page.notices.map(({ kind }) => kind)], [4, ['fee', 'general']])
  const fees = await listNotices(db, { authority, kind: 'fee' }, { skip: 0, limit: 9 })
  assert.equal(fees.total, 2)
  const seven = await listNotices(db, { authority, service: '7' }, { skip: 0, limit: 9 })
  assert.equal(seven.total, 3)
})

test('noticeById finds nothing under what is no id', async () => {
  for (const id of ['', 'x', "'; drop table notices", '0'.repeat(36)]) {
    assert.equal(await noticeById(db, id), null)
  }
})
