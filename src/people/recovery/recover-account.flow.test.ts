// Goal: a lost or taken account comes back to its owner, and to nobody else. Method: the people slice on
// PostgreSQL with a real mail server and a passkey in software; time is moved by hand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SoftwareAuthenticator } from '../../../tests/support/authenticator.ts'
import { mailServer, readMail } from '../../../tests/support/mail-server.ts'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { factsBetween } from '../../ledger/index.ts'
import { inTransaction } from '../../platform/index.ts'
import { addressKey } from '../contact/contact.ts'
import { contactsOf } from '../contact/contact-store.ts'
import { messagesOf } from '../contact/message-store.ts'
import { demonstrationPeople } from '../demonstration.ts'
import { issueEnrolment } from '../enrolment/issue-enrolment.ts'
import { passkeysOf } from '../passkey-store.ts'

const origin = 'http://localhost:3000'
const mail = await mailServer()
const { app, context, clock, work } = await peopleServer({
  environment: { PEYMAN_SMTP_URL: mail.config.url, PEYMAN_MAIL_FROM: 'desk@desk.example' }
})

const people = await demonstrationPeople()
const idOf = (key: string) => people.find((one) => one.key === key)?.id ?? ''
const mailOf = (key: string) => `${key}@example.org`

/** The last mail to an address that says something; several may leave at once. */
async function lastMailTo(address: string, said = /./): Promise<string> {
  await work()
  for (const taken of mail.mails.filter(({ to }) => to.includes(address)).toReversed()) {
    const { text = '' } = await readMail(taken)
    if (said.test(text)) return text
  }
  throw new Error(`no such mail to ${address}`)
}

const lastCodeTo = async (address: string) => codeIn(await lastMailTo(address, /کد یک‌بارمصرف شما/))

const codeIn = (text: string) => /: ([۰-۹0-9]{6})/.exec(text)?.[1] ?? ''
const pathIn = (text: string) => /http:\/\/localhost:3000(\/\S+)/.exec(text)?.[1] ?? ''

/** A passkey of the software kind, added in a session of this visitor. */
async function addPasskey(visitor: Visitor): Promise<SoftwareAuthenticator> {
  const device = new SoftwareAuthenticator()
  const options = await ceremony(visitor, '/account/passkeys/options')
  const answer = device.create(options as never, origin)
  const added = await visitor.post('/account/passkeys', { answer, name: 'تلفن' })
  assert.equal(added.statusCode, 303, added.body)
  return device
}

async function ceremony(
  visitor: Visitor,
  url: string
): Promise<{ challenge: string; rpId: string }> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const csrf = await visitor.csrf()
  const answer = await app.inject({
    method: 'POST',
    url,
    headers: { cookie: `${cookie}; ${cookieOf(visitor)}`, 'x-csrf-token': csrf }
  })
  for (const { name, value } of answer.cookies) visitor.cookies.set(name, value)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<{ challenge: string; rpId: string }>()
}

const cookieOf = (visitor: Visitor) =>
  [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

async function signInBy(device: SoftwareAuthenticator): Promise<Visitor> {
  const visitor = new Visitor(app)
  const options = await ceremony(visitor, '/sign-in/passkey/options')
  const answer = device.get(options, origin)
  assert.equal(
    (await visitor.post('/sign-in/passkey', { answer, next: '/account' })).statusCode,
    303
  )
  return visitor
}

async function recover(visitor: Visitor, address: string) {
  assert.equal((await visitor.post('/sign-in/recovery', { address })).statusCode, 303)
  const code = await lastCodeTo(address)
  return visitor.post('/sign-in/recovery/entry', { code })
}

const kindsOf = async (person: string) =>
  (await factsBetween(context.db, {}))
    .filter(({ subject, actor }) => subject === person || actor === person)
    .map(({ kind }) => kind)

test('an account with a lost passkey comes back after the waiting time, told on every contact', async () => {
  const key = 'maryam-rezaei'
  const owner = new Visitor(app)
  await owner.signInAs(key)
  await addPasskey(owner)
  const visitor = new Visitor(app)
  const begun = await recover(visitor, mailOf(key))
  assert.equal(begun.statusCode, 200)
  assert.match(begun.body, /بازیابی آغاز شده است/)
  assert.match(await lastMailTo(mailOf(key), /recovery/), /sign-in\/recovery\/stop\//)
  assert.match((await owner.get('/account')).body, /بازداشتن بازیابی/)
  clock.advance('PT71H')
  assert.equal((await recover(visitor, mailOf(key))).statusCode, 200, 'too early')
  clock.advance('PT2H')
  const done = await recover(visitor, mailOf(key))
  assert.equal(done.headers.location, '/account')
  assert.match((await visitor.get('/account')).body, /مریم رضایی/)
  await addPasskey(visitor)
  assert.ok((await kindsOf(idOf(key))).includes('account.recovered'))
})

test('whoever hears of a recovery stops it without signing in', async () => {
  const key = 'sina-moradi'
  const owner = new Visitor(app)
  await owner.signInAs(key)
  await addPasskey(owner)
  const thief = new Visitor(app)
  await recover(thief, mailOf(key))
  const path = pathIn(await lastMailTo(mailOf(key), /recovery\/stop/))
  const stranger = new Visitor(app)
  assert.match((await stranger.get(path)).body, /method="post"/)
  assert.equal((await stranger.post(path)).statusCode, 303)
  assert.equal((await stranger.post(path)).statusCode, 404, 'once')
  clock.advance('PT73H')
  const late = await recover(thief, mailOf(key))
  assert.match(late.body, /بازیابی آغاز شده است/, 'begins anew, and waits anew')
})

test('an account without a passkey needs no recovery, and an unknown address has none', async () => {
  assert.match((await recover(new Visitor(app), mailOf('zahra-khosravi'))).body, /لازم نیست/)
  assert.match(
    (await recover(new Visitor(app), 'nobody@example.org')).body,
    /حسابی با این نشانی نیست/
  )
})

test('“this was not me” ends every session and lets nobody in, until a counter gives a code', async () => {
  const key = 'ali-ghanbari'
  const [owner, thief] = [new Visitor(app), new Visitor(app)]
  await owner.signInAs(key)
  const stolen = await addPasskey(owner)
  await thief.signInAs(key)
  const path = pathIn(await lastMailTo(mailOf(key), /not-me/))
  assert.match(path, /^\/sign-in\/not-me\//)
  const reader = new Visitor(app)
  assert.match((await reader.get(path)).body, /method="post"/)
  assert.equal((await reader.post(path)).statusCode, 303)
  for (const visitor of [owner, thief])
    assert.equal((await visitor.get('/api/v1/me')).statusCode, 401)
  assert.equal((await new Visitor(app).signInAs(key)).statusCode, 403)
  const kinds = await kindsOf(idOf(key))
  assert.ok(kinds.includes('takeover.reported') && kinds.includes('account.frozen'))

  const at = clock.now()
  const expiresAt = at.add({ hours: 24 })
  const { code } = await inTransaction(context.db, (tx) =>
    issueEnrolment(tx, { person: idOf(key), by: 'system:test', expiresAt, forStaff: true }, at)
  )
  const back = new Visitor(app)
  assert.equal((await back.post('/sign-in/enrol', { code: 'AAAA-BBBB-CCCC' })).statusCode, 401)
  assert.equal((await back.post('/sign-in/enrol', { code })).headers.location, '/account')
  assert.deepEqual((await passkeysOf(context.db, idOf(key))).length, 0, 'those of before are gone')
  const before = (await back.get('/api/v1/me')).json<{ grants: object[] }>()
  assert.deepEqual(before.grants, [], 'a code alone is not enough for staff')
  const device = await addPasskey(back)
  const after = (await back.get('/api/v1/me')).json<{ grants: object[] }>()
  assert.ok(after.grants.length > 0, 'a passkey by an enrolment code is')
  const later = await signInBy(device)
  assert.ok((await later.get('/api/v1/me')).json<{ grants: object[] }>().grants.length > 0)
  const again = new Visitor(app)
  assert.equal((await again.post('/sign-in/enrol', { code })).statusCode, 401, 'once')
  assert.ok((await kindsOf(idOf(key))).includes('account.released'))
  assert.notEqual(stolen, device)
})

test('a one-time code never opens by two steps what it must not open by one', async () => {
  const key = 'fatemeh-nakhaei'
  const visitor = new Visitor(app)
  await visitor.post('/sign-in/code', { address: mailOf(key) })
  const code = await lastCodeTo(mailOf(key))
  await visitor.post('/sign-in/code/entry', { code })
  const device = await addPasskey(visitor)
  const later = await signInBy(device)
  assert.deepEqual((await later.get('/api/v1/me')).json<{ grants: object[] }>().grants, [])
  assert.match((await later.get('/account')).body, /ولی نه در این نشست/)
  const second = await addPasskey(later)
  const laundered = await signInBy(second)
  assert.deepEqual((await laundered.get('/api/v1/me')).json<{ grants: object[] }>().grants, [])
})

test('a session by code of somebody with a passkey asks for the passkey before anything lasting', async () => {
  const key = 'hossein-barati'
  const owner = new Visitor(app)
  await owner.signInAs(key)
  const device = await addPasskey(owner)
  const visitor = new Visitor(app)
  await visitor.post('/sign-in/code', { address: mailOf(key) })
  await visitor.post('/sign-in/code/entry', { code: await lastCodeTo(mailOf(key)) })
  const [passkey] = await passkeysOf(context.db, idOf(key))
  const refused = await visitor.post('/account/passkeys/removal', { passkey: passkey?.id ?? '' })
  assert.equal(refused.statusCode, 403)
  assert.match(refused.body, /sign-in\/again/)
  assert.ok(refused.body.includes(`value="${passkey?.id ?? ''}"`), 'what was sent is kept')
  const page = await visitor.get('/sign-in/again')
  assert.doesNotMatch(page.body, /sign-in\/again\/code/, 'a code does not stand in for the passkey')
  const [contact] = await contactsOf(context.db, idOf(key))
  assert.ok(contact)
  const options = await ceremony(visitor, '/sign-in/again/passkey/options')
  const before = visitor.cookies.get('session')
  const answer = device.get(options, origin)
  const proven = await visitor.post('/sign-in/again/passkey', { answer, next: '//evil.example' })
  assert.deepEqual([proven.statusCode, proven.headers.location], [303, '/'])
  assert.notEqual(visitor.cookies.get('session'), before)
  const thief = new Visitor(app)
  thief.cookies.set('session', before ?? '')
  assert.equal(
    (await thief.get('/api/v1/me')).statusCode,
    401,
    'the secret of before is worth nothing'
  )
  const replayed = await visitor.post('/sign-in/again/passkey', { answer })
  assert.equal(replayed.statusCode, 401)
})

test('another person’s passkey, and a sign-in ceremony, prove nothing again', async () => {
  const [owner, other] = [new Visitor(app), new Visitor(app)]
  await owner.signInAs('gholam-haidari')
  await other.signInAs('mahmoud-ameri')
  const own = await addPasskey(owner)
  const foreign = await addPasskey(other)
  const options = await ceremony(owner, '/sign-in/again/passkey/options')
  const swapped = foreign.get(options, origin)
  assert.equal((await owner.post('/sign-in/again/passkey', { answer: swapped })).statusCode, 401)
  const signIn = await ceremony(owner, '/sign-in/passkey/options')
  const wrongKind = own.get(signIn, origin)
  assert.equal((await owner.post('/sign-in/again/passkey', { answer: wrongKind })).statusCode, 401)
})

test('contacts are added by a code, removed after a fresh proof, and every contact hears of it', async () => {
  const key = 'mahmoud-ameri'
  const visitor = new Visitor(app)
  await visitor.signInAs(key)
  const address = 'second@reader.example'
  assert.equal((await visitor.post('/account/contacts', { address })).statusCode, 303)
  const code = await lastCodeTo(address)
  assert.equal((await visitor.post('/account/contacts/entry', { code })).statusCode, 303)
  const listed = await visitor.get('/account/contacts')
  assert.match(listed.body, /second@reader\.example/)
  await work()
  for (const to of [address, mailOf(key)])
    assert.match(await lastMailTo(to, /راه تماس/), /راه تماس تازه/)
  clock.advance('PT11M')
  const contact = addressKey({ channel: 'e-mail', address })
  assert.equal((await visitor.post('/account/contacts/removal', { contact })).statusCode, 403)
  await visitor.post('/sign-in/again/demonstration', { next: '/account/contacts' })
  assert.equal((await visitor.post('/account/contacts/removal', { contact })).statusCode, 303)
  assert.equal((await visitor.post('/account/contacts/removal', { contact })).statusCode, 404)
  const thief = new Visitor(app)
  await thief.signInAs('sina-moradi')
  await thief.post('/account/contacts', { address: mailOf('zahra-khosravi') })
  const proven = await lastCodeTo(mailOf('zahra-khosravi'))
  const taken = await thief.post('/account/contacts/entry', { code: proven })
  assert.equal(taken.statusCode, 422, 'an address lets in one person')
})

test('a new device is told once, the first one not; the list of news is read', async () => {
  const key = 'zahra-khosravi'
  const [first, second] = [new Visitor(app), new Visitor(app)]
  const news = async () =>
    (await messagesOf(context.db, idOf(key), 100)).filter(({ kind }) => kind === 'device').length
  await first.signInAs(key)
  assert.equal(await news(), 0)
  await second.signInAs(key)
  assert.equal(await news(), 1)
  second.cookies.delete('session')
  await second.signInAs(key)
  assert.equal(await news(), 1, 'known by its cookie')
  assert.match((await second.get('/account')).body, /۱ تازه/)
  assert.match((await second.get('/account/messages')).body, /ورود با دستگاهی تازه/)
  assert.doesNotMatch((await second.get('/account')).body, /تازه\)/)
})
