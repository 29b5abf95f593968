import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { mailServer, readMail } from '../../tests/support/mail-server.ts'
import { Visitor, peopleServer } from '../../tests/support/people-server.ts'
import { drainOutbox } from '../channels/index.ts'
import { bucketOf, inTransaction, newId } from '../platform/index.ts'
import { jobs } from './jobs.ts'
import type { NoticeText } from './notice.ts'
import { publishNotice } from './publish-notice.ts'
import { routes } from './routes.ts'
import { sendMails } from './send-mails.ts'
import { subscriberKey } from './subscription.ts'

const { app, context, clock } = await peopleServer()
await routes(app, context)

test('without a mail server the form says so, and offers the feeds', async () => {
  const visitor = new Visitor(app)
  const { body } = await visitor.get('/notices/subscribe')
  assert.ok(body.includes('اشتراک با ایمیل راه‌اندازی نشده است'))
  assert.ok(body.includes('href="/notices.atom"') && !body.includes('name="address"'))
  const posted = await visitor.post('/notices/subscribe', { address: 'a@b.example', authority: '' })
  assert.equal(posted.statusCode, 409)
  await sendMails(context)
})

test('a mail server in trouble keeps the mails for later, and is not asked for each', async () => {
  const mails = await mailServer()
  const told: string[] = []
  const log = { ...context.log, warn: (_details: object, message: string) => told.push(message) }
  const mailing = { ...context, log, config: { ...context.config, mail: mails.config } }
  await mails.stop()
  for (const address of ['a@b.example', 'c@d.example', 'e@f.example']) {
    const now = clock.now()
    await sql`
      insert into notice_subscriptions (bucket, id, address, lang, services, kinds, asked_at, next_at)
      values (${bucketOf(subscriberKey(address))}, ${newId(now)}, ${address}, 'fa', '{}', '{}',
        ${now}, ${now})`.execute(context.db)
  }
  await sendMails(mailing)
  const rows = await sql<{ attempts: number }>`
    select attempts from notice_subscriptions where next_at is not null order by 1`.execute(
    context.db
  )
  assert.deepEqual(
    rows.rows.map(({ attempts }) => attempts),
    [0, 0, 1]
  )
  assert.equal(told.length, 1)
})

test('a mail that was taken and not noted is sent again as the same, and its links work', async () => {
  const { db } = context
  const mails = await mailServer()
  const mailing = { ...context, config: { ...context.config, mail: mails.config } }
  const address = 'twice@reader.example'
  const [now, id, bucket] = [clock.now(), newId(clock.now()), bucketOf(subscriberKey(address))]
  await sql`delete from notice_subscriptions`.execute(db)
  await sql`
    insert into notice_subscriptions (bucket, id, address, lang, services, kinds, asked_at, confirmed_at)
    values (${bucket}, ${id}, ${address}, 'fa', '{}', '{}', ${now}, ${now})`.execute(db)
  const text: NoticeText = {
    authority: 'sko',
    kind: 'general',
    changes: [],
    services: [],
    title: { fa: 'اطلاعیه', en: 'Notice' },
    body: { fa: 'متن', en: 'Text' },
    about: null,
    effectiveAt: null,
    bannerUntil: null
  }
  await inTransaction(db, (tx) => publishNotice(tx, text, { actor: 'tester', at: now }))
  await drainOutbox(mailing, jobs.outbox ?? {})
  // The connection of the transaction that waits for the mail server breaks while it does.
  mails.refuse = async () => {
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`.execute(db)
    return null
  }
  await assert.rejects(sendMails(mailing))
  mails.refuse = () => null
  await sendMails(mailing)
  await sendMails(mailing)
  const read = await Promise.all(mails.mails.map(readMail))
  assert.equal(read.length, 2)
  assert.equal(read[0]?.messageId, read[1]?.messageId)
  for (const { text: body } of read) {
    const end = /https?:\/\/[^/]+(\/\S*\/end\/\S+)/.exec(body ?? '')?.[1] ?? ''
    assert.equal((await app.inject({ method: 'GET', url: end })).statusCode, 200)
  }
})
