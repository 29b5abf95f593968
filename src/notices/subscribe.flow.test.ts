// One file of over 300 lines: the steps of one reader share a mail server and what it was sent.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { mailServer, readMail } from '../../tests/support/mail-server.ts'
import { Visitor, peopleServer } from '../../tests/support/people-server.ts'
import { drainOutbox } from '../channels/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { deliveryCounts } from './delivery-store.ts'
import { jobs } from './jobs.ts'
import type { Notice, NoticeText } from './notice.ts'
import { correctNotice, publishNotice } from './publish-notice.ts'
import { routes } from './routes.ts'
import { sendMails } from './send-mails.ts'
import { nameService } from './service-name-store.ts'

const server = await peopleServer()
const mails = await mailServer()
const { app, clock } = server
const { db } = server.context
const context: Context = {
  ...server.context,
  config: { ...server.context.config, mail: mails.config }
}
await routes(app, context)
await inTransaction(db, (tx) =>
  nameService(tx, { code: '10021001', authority: 'sko', title: { fa: 'دیدار', en: 'Meeting' } })
)

const plain: NoticeText = {
  authority: 'sko',
  kind: 'change',
  changes: ['form'],
  services: ['10021001'],
  title: { fa: 'تغییر فرم', en: 'The form changes' },
  body: { fa: 'بند یک\n\nبند دو', en: 'One\n\nTwo' },
  about: null,
  effectiveAt: null,
  bannerUntil: null
}
const by = () => ({ actor: 'tester', at: clock.now() })
const publish = (more: Partial<NoticeText> = {}) =>
  inTransaction(db, (tx) => publishNotice(tx, { ...plain, ...more }, by()))
const work = async () => {
  await drainOutbox(context, jobs.outbox ?? {})
  await sendMails(context)
}
const anybody = new Visitor(app)
const ask = (fields: Record<string, string>, who = anybody, path = '/notices/subscribe') =>
  who.post(path, { authority: '', ...fields })

/** Mails taken since the last look, read. */
async function taken() {
  const read = await Promise.all(mails.mails.map(readMail))
  mails.mails.length = 0
  return read.map(({ to, subject, text, messageId, headers }) => ({
    to: to?.[0]?.address,
    subject,
    text: text ?? '',
    messageId,
    header: (name: string) => headers.find(({ key }) => key === name)?.value
  }))
}

/** The path of a link in a mail. */
function linkIn(text: string, what: 'confirm' | 'end'): string {
  return new RegExp(`https?://[^/]+(/\\S*/${what}/\\S+)`).exec(text)?.[1] ?? ''
}

async function subscribed(address: string, fields: Record<string, string> = {}): Promise<void> {
  assert.equal((await ask({ address, ...fields })).statusCode, 303)
  await sendMails(context)
  const mail = (await taken()).find(({ to }) => to === address)
  const confirmed = await anybody.post(linkIn(mail?.text ?? '', 'confirm'))
  assert.equal(confirmed.statusCode, 200)
}

// Each test asks as if an hour had passed: the limit of one place is a test of its own.
beforeEach(async () => {
  clock.advance('PT61M')
  mails.refuse = () => null
  await sql`delete from notice_subscriptions`.execute(db)
  await sql`delete from notice_deliveries`.execute(db)
  await work()
  await taken()
})

test('a reader subscribes, confirms, and is told of each version once', async () => {
  const asked = await ask({ address: 'reader@reader.example' })
  assert.equal(asked.headers.location, '/notices/subscribe/sent')
  await publish()
  await work()
  const [question, ...none] = await taken()
  assert.deepEqual(none, [], 'nothing is sent before the answer')
  assert.equal(question?.to, 'reader@reader.example')
  const link = linkIn(question?.text ?? '', 'confirm')
  const page = await anybody.get(link)
  assert.ok(page.body.includes('reader@reader.example') && page.body.includes('همه اطلاعیه‌ها'))
  assert.equal(page.headers['referrer-policy'], 'no-referrer')
  assert.equal(page.headers['cache-control'], 'no-store')
  clock.advance('PT1M')
  await publish()
  await work()
  assert.deepEqual(await taken(), [], 'looking at the page confirms nothing')
  assert.equal((await anybody.post(link)).statusCode, 200)
  clock.advance('PT1M')
  const notice = await publish()
  await work()
  await work()
  const [mail, ...more] = await taken()
  assert.deepEqual(more, [])
  assert.equal(mail?.subject, 'تغییر: تغییر فرم')
  assert.ok(mail?.text.includes('بند دو') && mail.text.includes(`/notices/${notice.id}`))
  await inTransaction(db, (tx) => correctNotice(tx, notice.id, plain, by()))
  await work()
  const [correction] = await taken()
  assert.equal(correction?.subject, 'تغییر: اصلاح: تغییر فرم')
  assert.notEqual(correction?.messageId, mail?.messageId)
  assert.equal((await deliveryCounts(db, notice.id)).sent, 2)
})

test('a reader ends a subscription by one click of the mail program', async () => {
  await subscribed('reader@reader.example')
  clock.advance('PT1M')
  await publish()
  await work()
  const mail = (await taken())[0]!
  const end = linkIn(mail.text, 'end')
  assert.equal(mail.header('list-unsubscribe'), `<${context.config.origin}${end}>`)
  assert.equal(mail.header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  assert.ok((await anybody.get(end)).body.includes('reader@reader.example'))
  const ended = await app.inject({
    method: 'POST',
    url: end,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click'
  })
  assert.equal(ended.statusCode, 200)
  await publish()
  await work()
  assert.deepEqual(await taken(), [])
  const kept = await sql`select 1 from notice_subscriptions`.execute(db)
  assert.equal(kept.rows.length, 0, 'the address is forgotten')
  assert.equal((await anybody.get(end)).statusCode, 404)
})

test('a subscription gets what it asked for and nothing else', async () => {
  await subscribed('all@reader.example')
  await subscribed('fees@reader.example', { kinds: 'fee' })
  await subscribed('meeting@reader.example', { services: '10021001', kinds: 'change' })
  await subscribed('ito@reader.example', { authority: 'ito' })
  clock.advance('PT1M')
  const told = async (more: Partial<NoticeText>) => {
    await publish(more)
    await work()
    return (await taken()).map(({ to }) => to?.split('@')[0] ?? '').toSorted()
  }
  assert.deepEqual(await told({}), ['all', 'meeting'])
  assert.deepEqual(await told({ services: ['10021002'] }), ['all'])
  assert.deepEqual(await told({ services: [] }), ['all', 'meeting'])
  assert.deepEqual(await told({ kind: 'fee' }), ['all', 'fees'])
  assert.deepEqual(await told({ authority: 'ito', kind: 'damages', services: [] }), ['all', 'ito'])
})

test('nobody learns who is subscribed', async () => {
  await subscribed('known@reader.example')
  const answers = []
  for (const address of ['known@reader.example', 'new@reader.example', 'KNOWN@reader.example']) {
    const { statusCode, headers, body } = await ask({ address })
    answers.push([statusCode, headers.location, body])
  }
  assert.deepEqual(answers[0], answers[1])
  assert.deepEqual(answers[0], answers[2])
  const wrong = ['0.x', `9zz.${'a'.repeat(43)}`, `1.${'a'.repeat(43)}`, '../../x', 'x'.repeat(150)]
  const said = new Set<string>()
  for (const token of wrong) {
    for (const what of ['confirm', 'end']) {
      const { statusCode, body } = await anybody.get(
        `/notices/subscriptions/${what}/${encodeURIComponent(token)}`
      )
      assert.equal(statusCode, 404)
      said.add(/<h1[^>]*>([^<]*)/.exec(body)?.[1] ?? '')
    }
  }
  assert.equal(said.size, 1)
})

test('links are for one thing, and for a time', async () => {
  await ask({ address: 'slow@reader.example' })
  await sendMails(context)
  const [question] = await taken()
  const confirm = linkIn(question?.text ?? '', 'confirm')
  assert.equal((await anybody.get(confirm.replace('confirm', 'end'))).statusCode, 404)
  const kept = await sql<{ all: string }>`select t::text as all from notice_tokens t`.execute(db)
  const secret = confirm.split('.').at(-1) ?? ''
  assert.ok(kept.rows.every((row) => !row.all.includes(secret)))
  clock.advance('PT25H')
  assert.equal((await anybody.post(confirm)).statusCode, 404)
  clock.advance('PT24H')
  await jobs.schedule?.find(({ name }) => name === 'notices.forget')?.run(context)
  const rows = await sql`select 1 from notice_subscriptions`.execute(db)
  assert.equal(rows.rows.length, 0, 'an address that never answered is forgotten')
})

test('an address is asked three times a day at most, and a place ten times an hour', async () => {
  for (let i = 0; i < 6; i += 1) {
    assert.equal((await ask({ address: 'often@reader.example' })).statusCode, 303)
  }
  await sendMails(context)
  assert.equal((await taken()).length, 3)
  for (let i = 0; i < 4; i += 1) await ask({ address: `one${String(i)}@reader.example` })
  const many = await ask({ address: 'last@reader.example' })
  assert.equal(many.statusCode, 429)
  assert.ok(many.body.includes('value="last@reader.example"'))
})

test('bad input is answered field by field, and no header is made of it', async () => {
  const wrong = {
    address: 'a@b.example\r\nBcc: c@d.example',
    authority: 'nobody',
    services: '99999999'
  }
  const { statusCode, body } = await ask(wrong)
  assert.equal(statusCode, 422)
  for (const text of ['مانند name@example.ir', 'یکی از دستگاه‌ها', 'تنها از خدمات این فهرست']) {
    assert.ok(body.includes(text), text)
  }
  await sendMails(context)
  assert.deepEqual(await taken(), [])
})

test('asking again for the same makes one subscription of two', async () => {
  await subscribed('twice@reader.example')
  await subscribed('TWICE@reader.example')
  clock.advance('PT1M')
  await publish()
  await work()
  assert.equal((await taken()).length, 1)
})

test('a mail in English, with the English', async () => {
  await ask({ address: 'english@reader.example' }, anybody, '/en/notices/subscribe')
  await sendMails(context)
  const [question] = await taken()
  const link = linkIn(question?.text ?? '', 'confirm')
  assert.ok(link.startsWith('/en/'))
  await anybody.post(link)
  clock.advance('PT1M')
  await publish()
  await work()
  const [mail] = await taken()
  assert.equal(mail?.subject, 'Change: The form changes')
  assert.ok(mail?.text.includes('Meeting') && linkIn(mail.text, 'end').startsWith('/en/'))
})

async function stateOf({ id }: Notice): Promise<string[]> {
  const found = await sql<{ state: string; attempts: number; reason: string | null }>`
    select state, attempts, reason from notice_deliveries where notice = ${id}`.execute(db)
  return found.rows.map(
    ({ state, attempts, reason }) => `${state} ${String(attempts)} ${reason ?? ''}`
  )
}

test('a delivery that fails is tried again, later and later, and given up in the end', async () => {
  await subscribed('full@reader.example')
  clock.advance('PT1M')
  mails.refuse = () => 452
  const notice = await publish()
  await work()
  assert.deepEqual(await stateOf(notice), ['queued 1 EENVELOPE 452'])
  await work()
  assert.deepEqual(await stateOf(notice), ['queued 1 EENVELOPE 452'], 'not before its time')
  for (let attempt = 2; attempt <= 14; attempt += 1) {
    clock.advance('PT61M')
    await work()
  }
  assert.deepEqual(await stateOf(notice), ['given-up 14 EENVELOPE 452'])
  mails.refuse = () => null
  clock.advance('PT61M')
  const other = await publish()
  await work()
  assert.deepEqual(await stateOf(other), ['sent 1 '])
})

test('an address that is refused holds up no other', async () => {
  await subscribed('gone@reader.example')
  await subscribed('there@reader.example')
  clock.advance('PT1M')
  mails.refuse = (address) => (address.startsWith('gone') ? 550 : null)
  const notice = await publish()
  await work()
  assert.deepEqual((await stateOf(notice)).toSorted(), ['refused 1 EENVELOPE 550', 'sent 1 '])
  assert.deepEqual(
    (await taken()).map(({ to }) => to),
    ['there@reader.example']
  )
})

test('two workers at once send each mail once', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await subscribed(`${name}@reader.example`)
  clock.advance('PT1M')
  await publish()
  await Promise.all([work(), work()])
  await work()
  assert.equal((await taken()).length, 4)
})

test('a person sees and ends what they asked for while signed in', async () => {
  const person = new Visitor(app)
  await person.signInAs('shirin-ghaderi')
  assert.ok((await person.get('/notices/subscribe')).body.includes('shirin-ghaderi@example.org'))
  await ask({ address: 'shirin@reader.example', kinds: 'fee' }, person)
  const own = (await person.get('/notices/subscriptions')).body
  assert.ok(own.includes('shirin@reader.example') && own.includes('در انتظار تأیید'))
  const path = /\/notices\/subscriptions\/[0-9a-f-]+\/end/.exec(own)?.[0] ?? ''
  const other = new Visitor(app)
  await other.signInAs('kamran-mousavi')
  assert.equal((await other.post(path)).statusCode, 404)
  assert.equal((await person.post(path)).statusCode, 303)
  assert.ok(!(await person.get('/notices/subscriptions')).body.includes('shirin@reader.example'))
  assert.equal((await anybody.get('/notices/subscriptions')).statusCode, 303)
})
