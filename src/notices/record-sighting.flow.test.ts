import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { testDatabase } from '../../tests/support/database.ts'
import { readConfig } from '../config.ts'
import { noticeLines } from '../kernel/notices/index.ts'
import { factsOf, recordFact } from '../ledger/index.ts'
import { type Context, inTransaction, manualClock, silentLog } from '../platform/index.ts'
import type { Notice, NoticeText } from './notice.ts'
import { noticeById } from './notice-store.ts'
import { noticesToSee } from './notices-to-see.ts'
import { correctNotice, publishNotice } from './publish-notice.ts'
import { type SightingInput, recordSighting } from './record-sighting.ts'
import { sightingsOf, snapshotOf } from './sighting-store.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
const plain: NoticeText = {
  authority: 'sko',
  kind: 'change',
  changes: ['card'],
  services: ['10021001'],
  title: { fa: 'تغییر شناسنامه', en: 'Card changed' },
  body: { fa: 'هزینه «ب» < ۱۰۰', en: 'Fee "B" < 100 & more' },
  about: { kind: 'card', id: '10021001@2' },
  effectiveAt: null,
  bannerUntil: null
}
const publish = (text: Partial<NoticeText> = {}) =>
  inTransaction(db, (tx) =>
    publishNotice(tx, { ...plain, ...text }, { actor: 'tester', at: clock.now() })
  )
const escaped = (text: string) =>
  text.replaceAll(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`)

function pageOf(notice: Notice, version = notice.version): Buffer {
  const lines = noticeLines(notice).map((line) => `<p>${escaped(line)}</p>`)
  const mark = `data-notice="${notice.id}" data-version="${String(version)}"`
  return Buffer.from(`<!doctype html><main><article ${mark}>${lines.join('\n')}</article></main>`)
}

function sight(notice: Notice, more: Partial<SightingInput> = {}) {
  return recordSighting(context, {
    notice: notice.id,
    version: notice.version,
    vantage: 'tehran',
    outside: true,
    at: clock.now(),
    page: pageOf(notice),
    ...more
  })
}

async function waiting(): Promise<unknown[]> {
  const found = await sql<{ topic: string; payload: unknown }>`
    delete from outbox where topic like 'notice.seen%' returning topic, payload`.execute(db)
  return found.rows.map(({ topic, payload }) => [topic, payload])
}

test('recordSighting makes a notice given, once, with its proof', async () => {
  await waiting()
  const notice = await publish()
  clock.advance('PT90S')
  const at = clock.now().subtract({ seconds: 30 })
  const both = await Promise.all([sight(notice, { at }), sight(notice, { at, vantage: 'other' })])
  assert.deepEqual(both.toSorted(), ['already', 'seen'])
  assert.equal(await sight(notice), 'already')
  assert.deepEqual((await noticeById(db, notice.id))?.seenAt, at)
  assert.deepEqual(
    (await noticesToSee(db)).filter(({ id }) => id === notice.id),
    []
  )
  const [seen, ...others] = (await factsOf(db, 'sko', notice.id)).filter(
    ({ kind }) => kind === 'notice.seen'
  )
  assert.deepEqual(others, [])
  const page = pageOf(notice)
  const { id, version, sha256, about } = notice
  const [sighting] = await sightingsOf(db, id)
  assert.deepEqual(seen?.body, {
    notice: id,
    version,
    sha256,
    vantage: sighting?.vantage,
    outside: true,
    snapshotSha256: createHash('sha256').update(page).digest('hex'),
    about
  })
  assert.deepEqual([seen?.at, seen?.knownAt, seen?.id], [at, clock.now(), sighting?.fact])
  const proof = await snapshotOf(db, id, 1)
  assert.deepEqual(gunzipSync(proof?.snapshot ?? ''), page)
  assert.deepEqual(await waiting(), [
    ['notice.seen.card', { notice: id, version, about, seenAt: at.toString() }]
  ])
})

test('recordSighting believes no page that does not show the notice', async () => {
  const notice = await publish()
  const page = pageOf(notice).toString()
  const wrong = [
    '',
    page.replace('تغییر شناسنامه', 'تغییر'),
    page.replace(' data-version="1"', ' data-version="2"'),
    page.replaceAll('<p>', '<p hidden>'),
    page.replace(notice.id, '00000000-0000-7000-8000-000000000000'),
    `<!--${page}-->`
  ]
  for (const html of wrong) {
    assert.equal(await sight(notice, { page: Buffer.from(html) }), 'not-found')
  }
  assert.equal(await sight(notice, { page: Buffer.from(page, 'utf16le') }), 'not-found')
  assert.equal(await sight(notice, { version: 7 }), 'not-found')
  assert.equal(await sight(notice, { notice: 'x' }), 'not-found')
  assert.deepEqual(await sightingsOf(db, notice.id), [])
})

test('recordSighting asks for each version anew', async () => {
  const first = await publish({ about: null })
  assert.equal(await sight(first), 'seen')
  const second = await inTransaction(db, (tx) =>
    correctNotice(
      tx,
      first.id,
      { ...plain, title: { fa: 'دوم', en: 'Second' } },
      { actor: 'tester', at: clock.now() }
    )
  )
  assert.equal((await noticeById(db, first.id))?.seenAt, null)
  assert.equal(await sight(second, { page: pageOf(first) }), 'not-found')
  assert.equal(await sight(second), 'seen')
  assert.deepEqual(
    (await sightingsOf(db, first.id)).map(({ version }) => version),
    [2, 1]
  )
})

test('recordSighting keeps the time of a sight between publication and now', async () => {
  const early = await publish()
  await sight(early, { at: early.publishedAt.subtract({ minutes: 5 }) })
  assert.deepEqual((await noticeById(db, early.id))?.seenAt, early.publishedAt)
  const late = await publish()
  clock.advance('PT1M')
  await sight(late, { at: clock.now().add({ hours: 1 }) })
  assert.deepEqual((await noticeById(db, late.id))?.seenAt, clock.now())
})

test('recordSighting queues what waits for a notice of each kind', async () => {
  await waiting()
  const kinds = ['agreement', 'planned-outage', 'suspension', 'outage', 'system'] as const
  for (const kind of kinds)
    assert.equal(await sight(await publish({ about: { kind, id: 'x' } })), 'seen')
  const topics = (await waiting()).map((row) => (row as [string])[0])
  assert.deepEqual(topics.toSorted(), [
    'notice.seen.agreement',
    'notice.seen.planned-outage',
    'notice.seen.planned-outage'
  ])
})

async function register(authority: string, kind: 'registered' | 'retired', vantage: string) {
  clock.advance('PT1S')
  await inTransaction(db, (tx) =>
    recordFact(tx, {
      owner: authority,
      authority,
      kind: `vantage-point.${kind}`,
      subject: vantage,
      at: clock.now(),
      actor: 'tester',
      body: { vantage, outside: vantage !== 'own' }
    })
  )
}

test('recordSighting counts the inside eye only while there is none outside', async () => {
  const authority = 'ito'
  const inside = { vantage: 'own', outside: false }
  await register(authority, 'registered', 'own')
  assert.equal(await sight(await publish({ authority }), inside), 'seen')
  await register(authority, 'registered', 'mashhad')
  const notice = await publish({ authority })
  assert.equal(await sight(notice, inside), 'already')
  assert.equal((await noticeById(db, notice.id))?.seenAt, null)
  assert.equal(await sight(await publish(), inside), 'seen', 'another authority has none outside')
  await register(authority, 'retired', 'mashhad')
  assert.equal(await sight(notice, inside), 'seen')
})
