// Goal: signs of sharing are found, told and explained, counters excepted, and nothing follows from them.
// Method: noted uses of sessions as the worker takes them, over a real database.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleServer } from '../../../tests/support/people-server.ts'
import { drainOutbox } from '../../channels/index.ts'
import { factsOf } from '../../ledger/index.ts'
import { type Refusal, inTransaction, newId } from '../../platform/index.ts'
import { messagesOf } from '../contact/index.ts'
import { demonstrationId } from '../demonstration.ts'
import { noteDevice } from '../devices/device-store.ts'
import { jobs } from '../jobs.ts'
import { personById } from '../person-store.ts'
import type { SessionStart } from '../session.ts'
import { explainSign } from './explain-sign.ts'
import { accountsMany } from './look-for-sharing.ts'
import { networkOf } from './network.ts'
import { noteSight } from './note-sight.ts'
import { saveCounterDevice, signsOf } from './sharing-store.ts'

const { context, clock } = await peopleServer()

async function use(
  key: string,
  at: { device: string | null; address: string; session?: string; begunBy?: SessionStart }
) {
  const person = await personById(context.db, demonstrationId(key))
  assert.ok(person)
  const { device: deviceId, address, session = newId(), begunBy = 'passkey' } = at
  await noteSight(context, { id: session, person: person.id, deviceId, begunBy }, address)
  await drainOutbox(context, jobs.outbox ?? {})
  return session
}
const signs = (key: string) => signsOf(context.db, demonstrationId(key))

test('networkOf keeps the network and drops the rest', () => {
  assert.equal(networkOf('192.0.2.77'), '192.0.2.0/24')
  assert.equal(networkOf('::ffff:192.0.2.77'), '192.0.2.0/24')
  assert.equal(networkOf('2001:DB8:1:2:3::9'), '2001:db8:1::/48')
  assert.equal(networkOf('::1'), '0:0:0::/48')
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0::/48')
  assert.equal(networkOf('nonsense'), null)
})

test('two devices in two networks within minutes are one sign, told once', async () => {
  const key = 'maryam-rezaei'
  await use(key, { device: 'a', address: '192.0.2.1' })
  clock.advance('PT5M')
  await use(key, { device: 'a', address: '198.51.100.1' })
  assert.deepEqual(await signs(key), [], 'one device that changed its network is none')
  await use(key, { device: 'b', address: '198.51.100.7' })
  await use(key, { device: 'b', address: '198.51.100.8' })
  const [sign, ...more] = await signs(key)
  assert.deepEqual(more, [])
  assert.deepEqual(
    [sign?.kind, sign?.networks],
    ['two-places', ['192.0.2.0/24', '198.51.100.0/24']]
  )
  const facts = await factsOf(context.db, demonstrationId(key), sign?.id ?? '')
  assert.ok(facts.length > 0 && facts.every(({ kind }) => kind === 'sharing.suspected'))
  const [news] = await messagesOf(context.db, demonstrationId(key), 5)
  assert.equal(news?.kind, 'sharing')
})

test('an explanation is kept with its sign, once, and only by its person', async () => {
  const [sign] = await signs('maryam-rezaei')
  const said = {
    person: demonstrationId('maryam-rezaei'),
    sign: sign?.id ?? '',
    text: 'تلفن همراهم بود.'
  }
  await assert.rejects(
    explainSign(context, { ...said, person: demonstrationId('sina-moradi') }),
    (error: Refusal) => error.status === 404
  )
  await assert.rejects(
    explainSign(context, { ...said, text: ' ' }),
    (error: Refusal) => error.fields[0]?.code === 'sharing/explanation'
  )
  await explainSign(context, said)
  await assert.rejects(explainSign(context, said), (error: Refusal) => error.status === 404)
  const facts = await factsOf(context.db, said.person, said.sign)
  const explained = facts.filter(({ kind }) => kind === 'sharing.explained')
  assert.ok(explained.length > 0)
  assert.ok(!JSON.stringify(explained).includes('تلفن'), 'no words of people in a fact')
})

test('sessions far apart in time are no sign', async () => {
  await use('zahra-khosravi', { device: 'c', address: '192.0.2.1' })
  clock.advance('PT11M')
  await use('zahra-khosravi', { device: 'd', address: '198.51.100.1' })
  assert.deepEqual(await signs('zahra-khosravi'), [])
})

test('one device with many accounts is a sign, the device of a counter none', async () => {
  const people = [
    'maryam-rezaei',
    'sina-moradi',
    'zahra-khosravi',
    'hossein-barati',
    'gholam-haidari'
  ]
  assert.equal(people.length, accountsMany)
  for (const id of ['family', 'counter', 'demo']) {
    for (const key of people) {
      const seen = { person: demonstrationId(key), id, name: 'Firefox', at: clock.now() }
      await inTransaction(context.db, (tx) => noteDevice(tx, seen))
    }
  }
  const key = 'sina-moradi'
  await use(key, { device: 'demo', address: '192.0.2.9', begunBy: 'demonstration' })
  await inTransaction(context.db, (tx) =>
    saveCounterDevice(tx, {
      id: 'counter',
      authority: 'sko',
      office: '72491',
      registeredBy: demonstrationId('fatemeh-nakhaei'),
      registeredAt: clock.now()
    })
  )
  await use(key, { device: 'counter', address: '192.0.2.9' })
  assert.deepEqual(await signs(key), [])
  await use(key, { device: 'family', address: '192.0.2.9' })
  const [sign] = await signs(key)
  assert.deepEqual([sign?.kind, sign?.accounts], ['many-accounts', accountsMany])
})
