import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { mailServer } from '../../tests/support/mail-server.ts'
import { Visitor, peopleServer } from '../../tests/support/people-server.ts'
import { bucketOf, newId } from '../platform/index.ts'
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
