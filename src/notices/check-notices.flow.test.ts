import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { peopleServer } from '../../tests/support/people-server.ts'
import { seeNotices } from '../../tests/support/see-notices.ts'
import { inTransaction } from '../platform/index.ts'
import { checkNotices } from './check-notices.ts'
import type { NoticeText } from './notice.ts'
import { correctNotice, publishNotice } from './publish-notice.ts'

const { context, clock } = await peopleServer()
const { db } = context
const plain: NoticeText = {
  authority: 'sko',
  kind: 'change',
  changes: ['card'],
  services: ['10021001'],
  title: { fa: 'تغییر', en: 'Change' },
  body: { fa: 'متن', en: 'Text' },
  about: { kind: 'card', id: '10021001@2' },
  effectiveAt: Temporal.Instant.from('2026-12-01T05:00:00.123456Z'),
  bannerUntil: null
}
const by = () => ({ actor: 'tester', at: clock.now() })
const { id } = await inTransaction(db, (tx) => publishNotice(tx, plain, by()))
await seeNotices(context)
const more = { fa: 'متن\n\nبیشتر', en: 'Text\n\nMore' }
clock.advance('PT1H')
await inTransaction(db, (tx) => correctNotice(tx, id, { ...plain, body: more }, by()))

/** What is found once a hand was at work; it is undone again. */
async function found(change: ReturnType<typeof sql>): Promise<string[]> {
  const differences: string[] = []
  const undone = inTransaction(db, async (tx) => {
    await change.execute(tx)
    const { differences: now } = await checkNotices(tx)
    differences.push(...now.map(({ notice, what }) => `${notice.replace(id, 'x')} ${what}`))
    throw new Error('undo')
  })
  await assert.rejects(undone, /undo/)
  return differences
}

test('checkNotices finds nothing where nobody touched anything', async () => {
  assert.deepEqual(await checkNotices(db), { checked: 2, differences: [] })
})

test('checkNotices finds what a hand changed after it was published and seen', async () => {
  const text = sql`update notice_versions set body = '{"fa":"دیگر","en":"Other"}' where version = 1`
  assert.deepEqual(await found(text), ['x@1 text'])
  const kind = sql`update notice_versions set services = '{}' where version = 2`
  assert.deepEqual(await found(kind), ['x@2 published'])
  const seen = sql`update notice_versions set seen_at = published_at where version = 2`
  assert.deepEqual(await found(seen), ['x@2 seen'])
  const earlier = sql`update notice_versions set seen_at = seen_at - interval '1 hour' where version = 1`
  assert.deepEqual(await found(earlier), ['x@1 seen'])
  const page = sql`update notice_sightings set snapshot = 'x'::bytea`
  assert.deepEqual(await found(page), ['x@1 snapshot'])
  assert.deepEqual(await found(sql`delete from notice_sightings`), ['x@1 snapshot'])
  const sight = sql`update notice_sightings set seen_at = seen_at - interval '1 hour'`
  assert.deepEqual(await found(sight), ['x@1 sight'])
  const outside = sql`update notice_sightings set outside = not outside`
  assert.deepEqual(await found(outside), ['x@1 sight'])
  const sha256 = sql`update notice_sightings set snapshot_sha256 = repeat('0', 64)`
  assert.deepEqual(await found(sha256), ['x@1 sight'])
  const invented = sql`
    insert into notice_sightings select notice, 2, vantage, outside, seen_at, recorded_at,
      snapshot_sha256, snapshot, fact from notice_sightings`
  assert.deepEqual(await found(invented), ['x@2 sight'])
  assert.deepEqual(await found(sql`delete from notice_versions where version = 2`), ['x@2 lost'])
  const fact = sql`delete from facts where kind = 'notice.published' and body ->> 'version' = '2'`
  assert.deepEqual(await found(fact), ['x@2 published'])
})
