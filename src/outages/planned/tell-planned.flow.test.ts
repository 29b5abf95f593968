// Goal: whoever waits for an answer of a service is told of its planned outage, once for each version, if
// they ever asked this desk for mails; nobody else is. Method: a mail server on this machine.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { damageAnswers, testDesk } from '../../../tests/support/desk.ts'
import { mailServer } from '../../../tests/support/mail-server.ts'
import { caseDesk } from '../../cases/index.ts'
import { drainOutbox } from '../../channels/index.ts'
import { type Context, type OutboxHandlers, bucketOf, newId } from '../../platform/index.ts'
import { sliceJobs } from '../../slice-jobs.ts'
import { announcePlanned } from './announce-planned.ts'
import { cancelPlanned } from './cancel-planned.ts'

const desk = await testDesk('2026-11-22T06:00:00Z')
const { clock } = desk
const mails = await mailServer()
const context: Context = {
  ...desk.context,
  config: { ...desk.context.config, mail: mails.config }
}
const handlers = Object.assign({}, ...sliceJobs.map((each) => each.outbox ?? {})) as OutboxHandlers
const mailing = sliceJobs
  .flatMap((each) => each.schedule ?? [])
  .find(({ name }) => name === 'notices.mails')
const manager = await desk.as('kamran-mousavi')
const waiting = await desk.as('maryam-rezaei')
const other = await desk.as('hossein-barati')
const silent = await desk.as('zahra-khosravi')

async function subscribe(person: string, address: string, services: string[]): Promise<void> {
  const now = clock.now()
  await sql`
    insert into notice_subscriptions (bucket, id, address, person, lang, services, kinds, asked_at,
      confirmed_at)
    values (${bucketOf(`mail:${address}`)}, ${newId(now)}, ${address}, ${person}, 'fa',
      ${services}::text[], '{}', ${now}, ${now})`.execute(context.db)
}

async function run(): Promise<string[]> {
  const before = mails.mails.length
  await drainOutbox(context, handlers)
  await mailing?.run(context)
  return mails.mails.slice(before).flatMap(({ to }) => to)
}

test('applicants with an open case of the service are mailed each version once', async () => {
  for (const applicant of [waiting, silent])
    await caseDesk.submitCase(context, applicant, {
      service: '10021006',
      answers: damageAnswers,
      later: ['damage-photos'],
      submissionKey: newId()
    })
  // Both asked for mails about another service; only one of them waits for an answer of this one.
  await subscribe(waiting.id, 'maryam@example.org', ['10021003'])
  await subscribe(other.id, 'hossein@example.org', ['10021003'])
  const planned = await announcePlanned(context, manager, {
    authority: 'sko',
    kind: 'outage',
    components: ['service:10021006'],
    from: Temporal.Instant.from('2026-11-28T05:30:00Z'),
    to: Temporal.Instant.from('2026-11-28T07:30:00Z')
  })
  assert.deepEqual(await run(), ['maryam@example.org'])
  assert.deepEqual(await run(), [])
  // Who subscribed to the service itself is told by that, and not a second time.
  await subscribe(waiting.id, 'maryam@example.org', ['10021006'])
  clock.advance('PT1M')
  await cancelPlanned(context, manager, { planned: planned.id, because: 'not-needed' })
  assert.deepEqual(await run(), ['maryam@example.org'])
})

test('an outage of what no service needs tells no applicant', async () => {
  await announcePlanned(context, manager, {
    authority: 'sko',
    kind: 'outage',
    components: ['letters'],
    from: Temporal.Instant.from('2026-11-29T05:30:00Z'),
    to: Temporal.Instant.from('2026-11-29T07:30:00Z')
  })
  const queued = await sql`select from outbox where topic = 'planned.tell'`.execute(context.db)
  assert.equal(queued.rows.length, 0)
})
