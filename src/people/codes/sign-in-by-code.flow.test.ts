// Goal: a one-time code lets in its owner once, and tells nobody who has an account. Method: the people
// slice on PostgreSQL, a real mail server, a gateway of short messages in a process of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { mailServer, readMail } from '../../../tests/support/mail-server.ts'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { smsGateway } from '../../../tests/support/sms-gateway.ts'
import { factsBetween } from '../../ledger/index.ts'
import { networkOf } from './ask-code.ts'

const mail = await mailServer()
const gateway = await smsGateway()
const { app, context, clock, work } = await peopleServer({
  environment: {
    PEYMAN_SMTP_URL: mail.config.url,
    PEYMAN_MAIL_FROM: 'desk@desk.example',
    PEYMAN_SMS_URL: `${gateway.origin}/send`
  }
})

async function mailedCode(): Promise<string> {
  const taken = mail.mails.at(-1)
  assert.ok(taken)
  const { text = '' } = await readMail(taken)
  return /(?:: )([۰-۹0-9]{6})/.exec(text)?.[1] ?? ''
}

async function askFor(visitor: Visitor, address: string): Promise<string> {
  const answer = await visitor.post('/sign-in/code', { address, next: '/account' })
  assert.equal(answer.statusCode, 303, answer.body)
  await work()
  return mailedCode()
}

test('somebody without an account makes one with a code by e-mail, and comes back with another', async () => {
  const visitor = new Visitor(app)
  const code = await askFor(visitor, 'new@reader.example')
  const proven = await visitor.post('/sign-in/code/entry', { code, next: '/account' })
  assert.equal(proven.headers.location, '/sign-up?next=%2Faccount')
  assert.match((await visitor.get('/sign-up')).body, /new@reader\.example/)
  const wrong = await visitor.post('/sign-up', { name: '', nationalId: '1234567890', next: '' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /1234567890/)
  const made = await visitor.post('/sign-up', { name: 'نیلوفر تازه', foreignerCode: '12345678' })
  assert.equal(made.headers.location, '/account')
  assert.match((await visitor.get('/account')).body, /نیلوفر تازه/)

  const later = new Visitor(app)
  const again = await askFor(later, 'NEW@reader.example')
  const entered = await later.post('/sign-in/code/entry', { code: again, next: '/account' })
  assert.equal(entered.headers.location, '/account')
  assert.match((await later.get('/account')).body, /نیلوفر تازه/)
})

test('a code by short message is bound to this site, and counts once', async () => {
  const visitor = new Visitor(app)
  await visitor.post('/sign-in/code', { address: '۰۹۹۹۰۰۰۰۰۰۱' })
  await work()
  const sent = JSON.parse((await gateway.requests()).at(-1)?.body ?? '') as Record<string, string>
  assert.equal(sent.to, '+989990000001')
  const code = /@localhost #(\d{6})$/.exec(sent.text ?? '')?.[1] ?? ''
  assert.equal((await visitor.post('/sign-in/code/entry', { code })).statusCode, 303)
  assert.match((await visitor.get('/account')).body, /مریم رضایی/)
  assert.equal((await visitor.post('/sign-in/code/entry', { code })).statusCode, 401)
})

test('a session by code carries no roles of staff', async () => {
  const visitor = new Visitor(app)
  const code = await askFor(visitor, 'ali-ghanbari@example.org')
  await visitor.post('/sign-in/code/entry', { code })
  const me = (await visitor.get('/api/v1/me')).json<{ grants: object[] }>()
  assert.deepEqual(me.grants, [])
  const clicked = new Visitor(app)
  await clicked.signInAs('ali-ghanbari')
  assert.notDeepEqual((await clicked.get('/api/v1/me')).json<{ grants: object[] }>().grants, [])
})

test('a code counts only in the browser that asked, in its time, for its purpose, and five tries', async () => {
  const [owner, thief] = [new Visitor(app), new Visitor(app)]
  const code = await askFor(owner, 'bound@reader.example')
  const enter = (visitor: Visitor, typed: string) =>
    visitor.post('/sign-in/code/entry', { code: typed })
  assert.equal((await enter(thief, code)).statusCode, 401)
  const [id = ''] = (owner.cookies.get('code') ?? '').split('.')
  thief.cookies.set('code', `${id}.${'A'.repeat(43)}`)
  assert.equal((await enter(thief, code)).statusCode, 401)
  clock.advance('PT5M1S')
  assert.equal((await enter(owner, code)).statusCode, 401)

  const next = await askFor(owner, 'bound@reader.example')
  const wrong = next.startsWith('1') || next.startsWith('۱') ? '200000' : '100000'
  const before = (await factsBetween(context.db, { kinds: ['sign-in.refused'] })).length
  for (let tries = 0; tries < 5; tries += 1)
    assert.equal((await enter(owner, wrong)).statusCode, 401)
  assert.equal((await enter(owner, next)).statusCode, 401, 'used up')
  const refused = await factsBetween(context.db, { kinds: ['sign-in.refused'] })
  assert.equal(refused.length, before + 1)
  assert.deepEqual(refused.at(-1)?.body, { by: 'code', purpose: 'sign-in' })
})

test('many tries at once are not more than five', async () => {
  const visitor = new Visitor(app)
  const code = await askFor(visitor, 'race@reader.example')
  const csrf = await visitor.csrf()
  const wrong = code.startsWith('1') || code.startsWith('۱') ? '200000' : '100000'
  await Promise.all(
    Array.from({ length: 12 }, () => visitor.post('/sign-in/code/entry', { code: wrong }, csrf))
  )
  const found = await sql<{ tries: number }>`
    select tries from code_challenges where address = 'race@reader.example'`.execute(context.db)
  assert.deepEqual(found.rows, [{ tries: 5 }])
})

test('the answer for a known and an unknown address is the same, word for word', async () => {
  const seen: unknown[] = []
  for (const address of ['sina-moradi@example.org', 'sina-noradi@example.org']) {
    const visitor = new Visitor(app)
    const asked = await visitor.post('/sign-in/code', { address, next: '/' })
    const entry = await visitor.get('/sign-in/code/entry')
    const wrong = await visitor.post('/sign-in/code/entry', { code: '12' })
    seen.push(
      [asked, entry, wrong].map(({ statusCode, headers, body, cookies }) => [
        statusCode,
        headers.location,
        cookies.map(({ name }) => name),
        body
          .replaceAll(address, 'ADDRESS')
          .replaceAll(/name="_csrf" value="[^"]+"/g, '')
          .replaceAll(/<bdi dir="ltr">[0-9a-f-]+<\/bdi>/g, '')
      ])
    )
  }
  assert.deepEqual(seen[0], seen[1])
})

test('an address and a network are asked for only so often', async () => {
  const statuses: number[] = []
  for (let times = 0; times < 6; times += 1) {
    const visitor = new Visitor(app)
    const address = 'often@reader.example'
    statuses.push((await visitor.post('/sign-in/code', { address })).statusCode)
  }
  assert.deepEqual(statuses, [303, 303, 303, 303, 429, 429])
  clock.advance('PT1H1S')
  const later = await new Visitor(app).post('/sign-in/code', { address: 'often@reader.example' })
  assert.equal(later.statusCode, 303)
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2::9'))
  assert.equal(networkOf('::ffff:10.0.0.1'), '10.0.0.1')
})

test('what is no address is refused at its field, and begins no header', async () => {
  await work()
  const before = mail.mails.length
  for (const address of [
    '',
    'x',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example,c@d.example',
    '0912'
  ]) {
    const answer = await new Visitor(app).post('/sign-in/code', { address })
    assert.equal(answer.statusCode, 422, address)
  }
  await work()
  assert.equal(mail.mails.length, before)
})

test('the database never holds a code, before or after it is sent', async () => {
  const visitor = new Visitor(app)
  await visitor.post('/sign-in/code', { address: 'secret@reader.example' })
  const waiting = await sql<{ payload: object }>`
    select payload from outbox where topic = 'people.code'`.execute(context.db)
  assert.deepEqual(Object.keys(waiting.rows[0]?.payload ?? {}), ['challenge'])
  await work()
  const code = await mailedCode()
  const kept = await sql<{ row: string }>`
    select c::text as row from code_challenges c where address = 'secret@reader.example'`.execute(
    context.db
  )
  assert.ok(code.length === 6 && kept.rows[0]?.row.includes(code) === false)
})
