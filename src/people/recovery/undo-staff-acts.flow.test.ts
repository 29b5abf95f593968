// Goal: “this was not me” takes back what a thief did in the name of a business and as staff, tells those who
// speak for it, and lets delegations stand still until their person says. Method: one clerk who administers
// a body and represents a business, a thief in their account, and everybody whom it concerns.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleServer } from '../../../tests/support/people-server.ts'
import { factsBetween } from '../../ledger/index.ts'
import { type Refusal, inTransaction, newId } from '../../platform/index.ts'
import { listApiKeys } from '../api-key-store.ts'
import { messagesOf } from '../contact/message-store.ts'
import { acceptOffer } from '../delegation/answer-offer.ts'
import { delegationsGiven, delegationsHeld } from '../delegation/delegation-store.ts'
import { mayAct, refuseSuspended } from '../delegation/may-act.ts'
import { offerDelegation } from '../delegation/offer-delegation.ts'
import { recordDelegation } from '../delegation/record-delegation.ts'
import { resumeDelegation } from '../delegation/suspend-delegations.ts'
import { demonstrationId } from '../demonstration.ts'
import { reportTakeover } from '../devices/report-takeover.ts'
import { issueEnrolment } from '../enrolment/issue-enrolment.ts'
import { useEnrolment } from '../enrolment/use-enrolment.ts'
import { findOrCreateWalkIn } from '../find-or-create-walk-in.ts'
import { giveGrant } from '../give-grant.ts'
import { grantsOf } from '../grant-store.ts'
import { createApiKey } from '../create-api-key.ts'
import { personById } from '../person-store.ts'
import { correctPerson } from '../registry/correct-person.ts'
import { findSession } from '../session-store.ts'
import { readToken } from '../session.ts'
import { startSession } from '../start-session.ts'
import { actorOfPerson } from '../actor.ts'
import { finishRecovery } from './recover-account.ts'

const { context, clock } = await peopleServer()
const { db } = context
const victim = demonstrationId('fatemeh-nakhaei')
const fellow = demonstrationId('somayeh-jafari')
const friend = demonstrationId('sina-moradi')
const citizen = demonstrationId('maryam-rezaei')
const business = (
  await inTransaction(db, (tx) =>
    findOrCreateWalkIn(
      tx,
      { kind: 'business', name: 'شرکت نمونه خاوران', legalId: '10100000010' },
      clock.now()
    )
  )
).id
const delegation = (grantor: string, delegate: string, kind: 'representative' | 'lawyer') => ({
  ...{ id: newId(clock.now()), grantor, delegate, kind, scope: { all: true } as const },
  ...{ acts: ['apply', 'view'] as const, from: clock.now(), until: null, via: null },
  grantedBy: 'system:test'
})

const speaks = delegation(business, victim, 'representative')
const speaksToo = delegation(business, fellow, 'representative')
const own = { ...delegation(victim, friend, 'lawyer'), grantedBy: victim }
await inTransaction(db, async (tx) => {
  for (const each of [speaks, speaksToo, own]) await recordDelegation(tx, each)
})

async function enter(person = victim) {
  const way = {
    begunBy: 'demonstration',
    device: '',
    deviceSecret: newId(),
    before: undefined
  } as const
  const text = await startSession(context, { ...way, person, address: '192.0.2.7' })
  const token = readToken(text)
  assert.ok(token)
  const found = await findSession(db, token, clock.now())
  assert.ok(found)
  return found.session
}
const told = async (person: string) =>
  (await messagesOf(db, person, 100)).map(({ subject }) => subject.en)
const actorOf = async (person: string) => {
  const actor = await actorOfPerson(db, person, clock.now())
  assert.ok(actor)
  return actor
}

clock.advance('PT24H')
const thief = await enter()
const before = (await personById(db, citizen))?.name
const terms = { kind: 'employee', scope: { all: true }, acts: ['apply'] } as const
const until = clock.now().add({ hours: 24 * 100 })

test('what a thief does in the name of a business and of a body', async () => {
  const offered = await offerDelegation(context, {
    ...{ ...terms, acts: ['apply'], giver: victim, grantor: business, until }
  })
  await acceptOffer(context, { person: friend, offer: { code: offered.code ?? '' } })
  await offerDelegation(context, {
    ...{ ...terms, acts: ['apply'], giver: victim, grantor: business, until }
  })
  const key = { authority: 'sko', role: 'officer', live: false, by: victim }
  await createApiKey(context, key)
  const grant = { id: newId(clock.now()), authority: 'sko', unit: null, role: 'officer' } as const
  await inTransaction(db, async (tx) => {
    const given = { ...grant, person: friend, post: null, from: clock.now(), givenBy: victim }
    await giveGrant(tx, given)
    const expiresAt = clock.now().add({ hours: 1 })
    await issueEnrolment(tx, { person: citizen, by: victim, expiresAt }, clock.now())
  })
  const correction = { authority: 'sko', nationalId: '9900000013', name: 'نام دیگر' }
  await correctPerson(context, thief, correction)
  assert.equal((await personById(db, citizen))?.name.fa, 'نام دیگر')
})

test('is taken back, and those whom it concerns are told', async () => {
  clock.advance('PT1H')
  const issued = await inTransaction(db, (tx) =>
    issueEnrolment(
      tx,
      { person: friend, by: victim, expiresAt: clock.now().add({ hours: 1 }) },
      clock.now()
    )
  )
  await reportTakeover(context, { person: victim, session: thief.id, from: 'account' })
  const [fact] = await factsBetween(db, { kinds: ['takeover.reported'] })
  assert.deepEqual(fact?.body['undone'], {
    ...{ delegations: 1, offers: 1, contacts: 0, ties: 0 },
    ...{ keys: 1, roles: 1, enrolments: 2, names: 1 }
  })
  const given = await delegationsGiven(db, business)
  const standing = given.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id)
  assert.deepEqual(new Set(standing), new Set([speaks.id, speaksToo.id]))
  const keys = (await listApiKeys(db, 'sko')).filter(({ createdBy }) => createdBy === victim)
  assert.ok(keys.every(({ revokedAt }) => revokedAt !== null))
  assert.deepEqual(await grantsOf(db, friend, clock.now()), [])
  assert.deepEqual((await personById(db, citizen))?.name, before)
  assert.equal(await useEnrolment(context, issued.code), null)
  assert.ok((await told(fellow)).includes('Some acts were taken back'))
  assert.ok((await told(friend)).includes('A role was taken back'))
  assert.ok((await told(citizen)).includes('The correction of a name was taken back'))
})

test('while the account is frozen, nobody acts by what it gave or holds, and is told so', async () => {
  const now = clock.now()
  const place = { service: null, authority: 'sko', act: 'apply' } as const
  const lawyer = await actorOf(friend)
  assert.equal(await mayAct(db, { actor: lawyer, for: victim, ...place }, now), null)
  const refused = refuseSuspended(db, { actor: lawyer, for: victim }, now)
  await assert.rejects(refused, { code: 'delegation/suspended' })
  const speaker = await actorOf(victim)
  assert.equal(await mayAct(db, { actor: speaker, for: business, ...place }, now), null)
  assert.notEqual(
    await mayAct(db, { actor: await actorOf(fellow), for: business, ...place }, now),
    null,
    'the other representative goes on'
  )
  assert.ok((await told(friend)).includes('A delegation was suspended'))
  assert.ok((await told(fellow)).includes('A delegation was suspended'))
  const facts = await factsBetween(db, { kinds: ['delegation.suspended'] })
  assert.deepEqual(new Set(facts.map(({ subject }) => subject)), new Set([own.id, speaks.id]))
})

test('once back, its person lets each hold again, or ends it', async () => {
  await inTransaction(db, (tx) =>
    finishRecovery(tx, { person: victim, way: 'contact' }, clock.now())
  )
  const place = { service: null, authority: 'sko', act: 'apply' } as const
  const lawyer = await actorOf(friend)
  assert.equal(await mayAct(db, { actor: lawyer, for: victim, ...place }, clock.now()), null)
  const session = await enter()
  const resumed = { grantor: victim, delegation: own.id }
  const stranger = await enter(citizen)
  const notTheirs = (error: Refusal) => error.code === 'delegation/not-found'
  await assert.rejects(resumeDelegation(context, stranger, resumed), notTheirs)
  await assert.rejects(resumeDelegation(context, await enter(friend), resumed), notTheirs)
  await resumeDelegation(context, session, resumed)
  assert.notEqual(await mayAct(db, { actor: lawyer, for: victim, ...place }, clock.now()), null)
  await assert.rejects(resumeDelegation(context, session, resumed), notTheirs)
  await resumeDelegation(context, session, { grantor: business, delegation: speaks.id })
  const held = (await delegationsHeld(db, victim)).find(({ id }) => id === speaks.id)
  assert.equal(held?.suspendedAt, null)
  const facts = await factsBetween(db, { kinds: ['delegation.resumed'] })
  assert.equal(facts.length, 2)
})
