// Goal: an alert is published only with the signature of every key of its unit, stands above every page
// until it is over, reaches everybody who has an address once, and an exercise nobody but staff. Method:
// a unit with real keys in the directory, the desk over HTTP, a real mail server.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDesk } from '../../../tests/support/desk.ts'
import { mailServer, readMail } from '../../../tests/support/mail-server.ts'
import { createApp } from '../../app.ts'
import { drainOutbox } from '../../channels/index.ts'
import {
  type Alert,
  capInstant,
  formatAlert,
  parseAlert,
  signAlert
} from '../../kernel/alerts/index.ts'
import { signEntry } from '../../kernel/directory/index.ts'
import { mailboxKeys, mailboxName, newMailboxSeed } from '../../kernel/seal/index.ts'
import { factsBetween } from '../../ledger/index.ts'
import { type Actor, contact, systemActor } from '../../people/index.ts'
import { type Context, type InvalidInputError, inTransaction, newId } from '../../platform/index.ts'
import { publishEntry } from '../directory/index.ts'
import { broadcastJobs } from './jobs.ts'
import { type BroadcastInput, publishBroadcast } from './publish-broadcast.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const mail = await mailServer()
const { clock } = desk
const context: Context = { ...desk.context, config: { ...desk.context.config, mail: mail.config } }
const app = await createApp(context, import.meta.dirname)
after(() => app.close())
const unit = { authority: 'sko', unit: 'it' }
const sender = mailboxName(new URL(context.config.origin).host, unit)
const keys = await mailboxKeys(newMailboxSeed(), sender)
const admin: Actor = {
  ...systemActor('test'),
  grants: [{ authority: 'sko', unit: null, role: 'signatory', post: null }]
}
await inTransaction(context.db, (tx) =>
  publishEntry(
    tx,
    {
      aliases: [],
      by: admin,
      entry: signEntry(
        {
          ...{ v: 1, owner: 'unit:sko/it', sequence: 0, at: clock.now().toString() },
          ...{ recipient: keys.recipient, keys: keys.keys, reason: 'enrolled', previous: null }
        },
        { own: keys.signers }
      )
    },
    clock.now()
  )
)

function alertNow(changes: Partial<Alert> = {}): Alert {
  const now = clock.now()
  return {
    ...{ identifier: newId(now), sender, sent: capInstant(now), status: 'Actual' },
    ...{ msgType: 'Alert', scope: 'Public', references: [] },
    infos: (['fa-IR', 'en', 'tk'] as const).map((language) => ({
      ...{ language, categories: ['Geo'], event: 'زلزله', responseTypes: ['Shelter'] },
      ...{ urgency: 'Immediate', severity: 'Severe', certainty: 'Observed' },
      ...{ effective: null, onset: null, expires: capInstant(now.add({ hours: 6 })) },
      senderName: null,
      headline: language === 'en' ? 'Earthquake in Birjand' : 'زمین‌لرزه در بیرجند',
      description: 'از ساختمان‌های آسیب‌دیده دور شوید.',
      instruction: 'به فضای باز بروید.',
      web: null,
      areas: [{ description: 'شهرستان بیرجند', geocodes: [], polygons: [], circles: [] }]
    })),
    ...changes
  }
}

const signed = (alert: Alert, more: Partial<BroadcastInput> = {}): BroadcastInput => {
  const xml = formatAlert(alert)
  return { ...unit, xml, note: signAlert(xml, alert, keys.signers), ...more }
}
const publish = (alert: Alert, more: Partial<BroadcastInput> = {}) =>
  publishBroadcast(context, admin, signed(alert, more))

async function work(): Promise<void> {
  for (const job of broadcastJobs.schedule ?? []) await job.run(context)
  await drainOutbox(context, broadcastJobs.outbox ?? {})
}

test('an alert stands above every page in the language of its reader, until it is cancelled', async () => {
  const alert = alertNow()
  const { id } = await publish(alert)
  const front = await app.inject('/services')
  assert.match(front.body, /زمین‌لرزه در بیرجند/)
  const own = await app.inject(`/en/alerts/${id}`)
  assert.equal(own.statusCode, 200)
  assert.match(own.body, /Earthquake in Birjand/)
  assert.match(own.body, /lang="tk" dir="ltr"/)
  const cap = await app.inject(`/alerts/${id}.cap`)
  assert.match(String(cap.headers['content-type']), /application\/cap\+xml/)
  assert.deepEqual(parseAlert(cap.body), { ok: true, value: alert })
  assert.match((await app.inject('/alerts.atom')).body, new RegExp(`/alerts/${id}\\.cap`))

  clock.advance('PT5M')
  const { identifier, sent } = alert
  const cancel = alertNow({ msgType: 'Cancel', references: [{ sender, identifier, sent }] })
  await publish(cancel)
  assert.doesNotMatch((await app.inject('/services')).body, /زمین‌لرزه در بیرجند/)
  assert.equal((await app.inject(`/alerts/${id}`)).statusCode, 200)
  await assert.rejects(publish({ ...cancel, identifier: 'again' }), { code: 'broadcast/reference' })
})

test('everybody with an address is told once, before whatever else waits, and counted', async () => {
  await work()
  mail.mails.length = 0
  const people = await contact.contactsOfBuckets(context.db, { from: 0, below: 4096 })
  const mails = people.filter(({ channel }) => channel === 'e-mail')
  assert.ok(mails.length > 1)
  const { id } = await publish(alertNow())
  await work()
  await work()
  assert.equal(mail.mails.length, mails.length)
  const [first] = mail.mails
  assert.ok(first)
  const { subject, text } = await readMail(first)
  assert.match(subject ?? '', /زمین‌لرزه|Earthquake/)
  assert.match(text ?? '', new RegExp(`/alerts/${id}`))
  const { reach } = (await app.inject(`/api/v1/broadcasts/${id}`)).json<{ reach: Reach }>()
  assert.deepEqual([reach.sent, reach.waiting], [mails.length, 0])
  assert.equal(reach.reached, new Set(mails.map(({ person }) => person)).size)
})

interface Reach {
  readonly audience: number
  readonly reached: number
  readonly sent: number
  readonly waiting: number
}

test('an exercise alarms nobody but staff, and its result is recorded when its time is up', async () => {
  mail.mails.length = 0
  const target = { percent: 90, seconds: 300 }
  const { id } = await publish(alertNow({ status: 'Exercise' }), { target })
  assert.doesNotMatch((await app.inject('/services')).body, new RegExp(id))
  await work()
  const all = await contact.contactsOfBuckets(context.db, { from: 0, below: 4096 })
  assert.ok(mail.mails.length > 0 && mail.mails.length < all.length)
  const drilled = () => factsBetween(context.db, { authority: 'sko', kinds: ['crisis.drilled'] })
  assert.equal((await drilled()).length, 0)
  clock.advance('PT6M')
  await work()
  await work()
  const [fact, ...more] = await drilled()
  assert.equal(more.length, 0)
  assert.deepEqual([fact?.body['ok'], fact?.body['targetPercent']], [true, 90])
})

test('the same alert again is the same broadcast; another by its name is refused', async () => {
  const alert = alertNow()
  const one = await publish(alert)
  assert.equal((await publish(alert)).id, one.id)
  const other = alertNow({ identifier: alert.identifier, status: 'Exercise' })
  await assert.rejects(publish(other), { code: 'broadcast/identifier-used' })
})

test('publishBroadcast refuses what is not signed by every key of the unit over this very text', async () => {
  const alert = alertNow()
  const { xml, note } = signed(alert)
  const stranger = await mailboxKeys(newMailboxSeed(), sender)
  for (const wrong of [
    { note: signAlert(xml, alert, stranger.signers) },
    { note: signAlert(xml, alert, keys.signers.slice(0, 1)) },
    { note: '' },
    { note, xml: xml.replace('بیرجند', 'مشهد') }
  ])
    await assert.rejects(
      publishBroadcast(context, admin, { ...unit, ...{ xml, note }, ...wrong }),
      {
        code: 'broadcast/unsigned'
      }
    )
  const nobody = { ...admin, grants: [] }
  await assert.rejects(publishBroadcast(context, nobody, signed(alert)), {
    code: 'people/not-allowed'
  })
  const inspection = { ...unit, unit: 'inspection-legal' }
  const asked = signed({ ...alert, sender: sender.replace('/it', '/inspection-legal') }, inspection)
  await assert.rejects(publishBroadcast(context, admin, asked), { code: 'broadcast/unit' })
})

test('publishBroadcast names what is wrong with the document', async () => {
  const now = clock.now()
  const [said] = alertNow().infos
  assert.ok(said)
  const cases: [string, BroadcastInput][] = [
    ['broadcast/cap', { ...unit, xml: '<alert/>', note: '' }],
    ['broadcast/too-large', { ...unit, xml: 'x'.repeat(300_000), note: '' }],
    ['broadcast/sender', signed(alertNow({ sender: 'elsewhere/sko/it' }))],
    ['broadcast/status', signed(alertNow({ status: 'Test' }))],
    ['broadcast/status', signed(alertNow({ msgType: 'Ack' }))],
    ['broadcast/language', signed(alertNow({ infos: [{ ...said, language: 'en' }] }))],
    ['broadcast/time', signed(alertNow({ sent: capInstant(now.subtract({ minutes: 30 })) }))],
    ['broadcast/time', signed(alertNow({ infos: [{ ...said, expires: null }] }))],
    ['broadcast/target', signed(alertNow(), { target: { percent: 0, seconds: 600 } })]
  ]
  for (const [code, input] of cases)
    await assert.rejects(publishBroadcast(context, admin, input), (error: InvalidInputError) => {
      assert.equal(error.fields[0]?.code, code)
      return true
    })
})
