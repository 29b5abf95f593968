// Goal: the history of an account is its person's, as page and as file, with a receipt for each fact that
// the log has; counters register their devices. Method: visitors without scripts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { inTransaction, newId } from '../../platform/index.ts'
import { demonstrationId } from '../demonstration.ts'
import { insertSign } from './sharing-store.ts'

const { app, context, clock, work } = await peopleServer()
async function as(person: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.post('/sign-in/demonstration', { person, next: '/' })
  return visitor
}
const director = await as('hossein-barati')
const stranger = await as('sina-moradi')
const person = demonstrationId('hossein-barati')
const sign = newId(clock.now())
await inTransaction(context.db, (tx) =>
  insertSign(
    tx,
    {
      id: sign,
      person,
      kind: 'two-places',
      networks: ['192.0.2.0/24', '198.51.100.0/24'],
      accounts: null,
      foundAt: clock.now(),
      explainedAt: null,
      explanation: null
    },
    'two-places a b'
  )
)

test('the history shows signs, delegations and facts, in both languages', async () => {
  const page = await director.get('/en/account/history')
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /Two devices in two networks[^]*192\.0\.2\.0\/24/)
  assert.match(page.body, /Saffron of the Desert[^]*representative/)
  assert.match(page.body, /Signed in/)
  assert.match((await director.get('/account/history')).body, /نشانه‌های استفاده مشترک/)
})

test('the file holds the same, and is given to its person only', async () => {
  const file = await director.get('/account/history.json')
  assert.equal(file.headers['cache-control'], 'private, no-store')
  const history = JSON.parse(file.body) as {
    format: string
    person: string
    delegationsHeld: { grantorName: { en: string } }[]
    signsOfSharing: { id: string }[]
    facts: { id: string; kind: string; receipt: string }[]
  }
  assert.equal(history.format, 'peyman-account-history/1')
  assert.equal(history.person, person)
  assert.equal(history.delegationsHeld.length, 1)
  assert.deepEqual(
    history.signsOfSharing.map(({ id }) => id),
    [sign]
  )
  const session = history.facts.find(({ kind }) => kind === 'session.started')
  assert.ok(session)
  assert.equal((await stranger.get(session.receipt)).statusCode, 404)
  assert.equal((await director.get(session.receipt)).statusCode, 409, 'the log has not come to it')
  assert.equal((await new Visitor(app).get('/account/history.json')).statusCode, 303)
})

test('a sign is explained by its person, with words that come back when they are wrong', async () => {
  const post = (visitor: Visitor, explanation: string) =>
    visitor.post('/en/account/history/explanations', { sign, explanation })
  assert.equal((await post(stranger, 'x')).statusCode, 404)
  const long = 'a'.repeat(1001)
  const wrong = await post(director, long)
  assert.equal(wrong.statusCode, 422)
  assert.ok(wrong.body.includes(long))
  assert.equal((await post(director, 'My telephone.')).statusCode, 303)
  assert.match((await director.get('/en/account/history')).body, /My telephone\./)
})

test('those who work at counters register the device that they are at, nobody else', async () => {
  const device = { authority: 'sko', office: '72491' }
  assert.equal((await stranger.post('/desk/counter-devices', device)).statusCode, 403)
  const clerk = await as('fatemeh-nakhaei')
  assert.equal(
    (await clerk.post('/desk/counter-devices', { ...device, office: '' })).statusCode,
    422
  )
  assert.equal((await clerk.post('/desk/counter-devices', device)).statusCode, 303)
  const page = await clerk.get('/en/desk/counter-devices')
  assert.match(page.body, /72491/)
  const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const elsewhere = { id, authority: 'none' }
  assert.equal((await clerk.post('/desk/counter-devices/removal', elsewhere)).statusCode, 403)
  await clerk.post('/desk/counter-devices/removal', { id, authority: 'sko' })
  assert.doesNotMatch((await clerk.get('/en/desk/counter-devices')).body, /72491/)
})

test('a sign-in is in the history with its network from its first minute', async () => {
  await as('zahra-khosravi')
  const visitor = await as('zahra-khosravi')
  await work()
  const { sessions } = JSON.parse((await visitor.get('/account/history.json')).body) as {
    sessions: { network: string }[]
  }
  assert.equal(sessions.length, 2)
  assert.ok(sessions.every(({ network }) => network.startsWith('127.0.0.')))
})
