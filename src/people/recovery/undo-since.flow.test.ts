// Goal: whoever got into an account by one code cannot keep it from its owner. Method: an installation with
// real people, a real mail server, one thief and one owner; time is moved by hand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailServer, readMail } from '../../../tests/support/mail-server.ts'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { factsBetween } from '../../ledger/index.ts'
import { inTransaction } from '../../platform/index.ts'
import { contactsOf, deleteContact } from '../contact/contact-store.ts'
import { addressKey } from '../contact/contact.ts'
import { acceptOffer } from '../delegation/answer-offer.ts'
import { delegationsTo } from '../delegation/may-act.ts'
import { demonstrationId } from '../demonstration.ts'
import { freezeAccount } from './freeze.ts'

const mail = await mailServer()
const { app, context, clock, work } = await peopleServer({
  demo: false,
  environment: { PEYMAN_SMTP_URL: mail.config.url, PEYMAN_MAIL_FROM: 'desk@desk.example' }
})
const person = demonstrationId('maryam-rezaei')
const friend = demonstrationId('sina-moradi')
const victims = 'maryam-rezaei@example.org'
const thiefs = 'thief@reader.example'

async function lastMailTo(address: string, said: RegExp): Promise<string> {
  await work()
  for (const taken of mail.mails.filter(({ to }) => to.includes(address)).toReversed()) {
    const { text = '' } = await readMail(taken)
    if (said.test(text)) return text
  }
  throw new Error(`no such mail to ${address}`)
}
const codeTo = async (address: string) =>
  /: ([۰-۹0-9]{6})/.exec(await lastMailTo(address, /کد یک‌بارمصرف شما/))?.[1] ?? ''

async function enter(): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.post('/sign-in/code', { address: victims })
  const entered = await visitor.post('/sign-in/code/entry', { code: await codeTo(victims) })
  assert.equal(entered.statusCode, 303)
  return visitor
}

async function recover(address: string): Promise<string> {
  const visitor = new Visitor(app)
  await visitor.post('/sign-in/recovery', { address })
  const entered = await visitor.post('/en/sign-in/recovery/entry', { code: await codeTo(address) })
  return entered.statusCode === 303 ? 'in' : entered.body
}

const removal = async (visitor: Visitor, address: string) => {
  const contact = addressKey({ channel: 'e-mail', address })
  return (await visitor.post('/account/contacts/removal', { contact })).statusCode
}
const addresses = () => contactsOf(context.db, person)

// One address is all that this person has, and no passkey.
const spare = (await contactsOf(context.db, person)).filter(({ address }) => address !== victims)
await inTransaction(context.db, async (tx) => {
  for (const contact of spare) await deleteContact(tx, contact)
})
const freeze = () =>
  inTransaction(context.db, (tx) =>
    freezeAccount(tx, { person, by: person, reason: 'takeover' }, clock.now())
  )
const owner = await enter()
clock.advance('PT1H')
const thief = await enter()
const offer = { kind: 'lawyer', acts: 'apply', scope: 'all', until: '1407/12/28', to: 'code' }
const offered = async () =>
  /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(
    (await thief.post('/account/delegates/offers', offer)).body
  )?.[0] ?? ''

test('the thief adds an address, and cannot remove the one of before', async () => {
  await thief.post('/account/contacts', { address: thiefs })
  const entered = await thief.post('/account/contacts/entry', { code: await codeTo(thiefs) })
  assert.equal(entered.statusCode, 303)
  assert.equal(await removal(thief, victims), 409)
  assert.deepEqual(
    (await addresses()).map(({ address }) => address),
    [victims, thiefs]
  )
})

test('“this was not me” by the link of that news takes back what the thief gave and added', async () => {
  const { id } = await acceptOffer(context, { person: friend, offer: { code: await offered() } })
  const waiting = await offered()
  const path = /http:\/\/localhost:3000(\/sign-in\/not-me\/\S+)/.exec(
    await lastMailTo(victims, /راه تماس تازه/)
  )?.[1]
  assert.ok(path)
  assert.equal((await new Visitor(app).post(path)).statusCode, 303)
  for (const visitor of [owner, thief])
    assert.equal((await visitor.get('/api/v1/me')).statusCode, 401)
  const held = await delegationsTo(context.db, friend, clock.now())
  assert.ok(held.every((each) => each.id !== id))
  await assert.rejects(acceptOffer(context, { person: friend, offer: { code: waiting } }))
  assert.deepEqual(
    (await addresses()).map(({ address }) => address),
    [victims]
  )
  assert.match(await lastMailTo(thiefs, /برداشته شد/), /گزارش شد/)
  const [told] = await factsBetween(context.db, { kinds: ['takeover.reported'] })
  const none = { ties: 0, keys: 0, roles: 0, enrolments: 0, names: 0 }
  assert.deepEqual(told?.body['undone'], { delegations: 1, offers: 1, contacts: 1, ...none })
})

test('the owner comes back by the old address, and the thief by none', async () => {
  assert.match(await recover(thiefs), /not a proven contact/)
  clock.advance('PT2H')
  assert.match(await recover(victims), /under way/)
  clock.advance('PT73H')
  assert.equal(await recover(victims), 'in')
})

test('a new address recovers nothing beside an older one, and after 14 days it does', async () => {
  const back = await enter()
  const fresh = 'new@reader.example'
  await back.post('/account/contacts', { address: fresh })
  await back.post('/account/contacts/entry', { code: await codeTo(fresh) })
  await freeze()
  assert.match(await recover(fresh), /less than 14 days ago/)
  clock.advance('PT360H')
  assert.match(await recover(fresh), /under way/)
  clock.advance('PT73H')
  assert.equal(await recover(fresh), 'in')
})

test('the oldest contact is removed once another has been there for 14 days', async () => {
  const visitor = await enter()
  assert.equal(await removal(visitor, victims), 303)
  assert.match(await lastMailTo(victims, /برداشته شد/), /\/sign-in\/not-me\//)
  assert.equal(await removal(visitor, 'new@reader.example'), 409, 'the last way in')
})
