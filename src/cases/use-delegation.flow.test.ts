// Goal: a delegate does what they were given and nothing else, under their own name, until the very
// moment of the revocation. Method: the use cases, and transactions that end a delegation midway.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { waitsForLock } from '../../tests/support/waits-for-lock.ts'
import { factsOf } from '../ledger/index.ts'
import { type Actor, access, delegation } from '../people/index.ts'
import { type Refusal, inTransaction, newId } from '../platform/index.ts'
import { addDocument } from './add-document.ts'
import { listMyCases } from './list-my-cases.ts'
import { resubmitCase } from './resubmit-case.ts'
import { returnCase } from './return-case.ts'
import { startUpload } from './start-upload.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'
import { withdrawCase } from './withdraw-case.ts'

const desk = await testDesk()
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('leila-arab')
const delegate = await desk.as('sina-moradi')
const service = '10021006'

async function give(more: {
  acts: delegation.DelegatedAct[]
  scope?: delegation.DelegationScope
  to?: Actor
}) {
  const given = {
    id: newId(clock.now()),
    grantor: citizen.id,
    delegate: (more.to ?? delegate).id,
    kind: 'lawyer' as const,
    scope: more.scope ?? { all: true as const },
    acts: more.acts,
    from: clock.now(),
    until: clock.now().add({ hours: 24 }),
    grantedBy: citizen.id,
    via: null
  }
  await inTransaction(context.db, (tx) => delegation.recordDelegation(tx, given))
  return given
}
const take = (given: { id: string; grantor: string }) =>
  inTransaction(context.db, (tx) =>
    delegation.endDelegation(tx, { ...given, by: citizen.id }, clock.now())
  )
const file = (actor: Actor, more: object = {}) =>
  submitCase(context, actor, {
    service,
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID(),
    applicant: citizen.id,
    ...more
  })
const refused = (code: string) => (error: Refusal) => error.code === code

test('submitCase files for whom it is delegated, under the name of the delegate', async () => {
  const given = await give({ acts: ['apply'] })
  const { case: id } = await file(delegate)
  const facts = await factsOf(context.db, citizen.id, id)
  assert.deepEqual(
    facts.filter((fact) => fact.body['delegation'] !== given.id || fact.actor !== delegate.id),
    []
  )
  const [, used] = await factsOf(context.db, citizen.id, given.id)
  assert.equal(used?.kind, 'delegation.used')
  assert.deepEqual(used.body, {
    delegation: given.id,
    kind: 'lawyer',
    grantor: citizen.id,
    of: 'person',
    act: 'apply',
    service,
    case: id
  })
  const shown = await viewCase(context, delegate, { case: id })
  const query = { owner: citizen.id, cases: [id], most: 20 }
  const { items: looks } = await access.readLooks(context, query)
  assert.deepEqual(
    looks.filter(({ by }) => by.id === delegate.id).map(({ role, by }) => [role, by.name?.en]),
    [['delegate', delegate.name.en]],
    'who is looked at reads the name of the delegate who looked'
  )
  assert.equal(shown.mine, true)
  assert.equal(shown.may.withdraw, false)
  assert.equal(shown.may.addDocument, true)
  assert.deepEqual(
    shown.delegatedActs.map(({ what, name, kind }) => [what, name?.en, kind]),
    [
      ['case.submitted', delegate.name.en, 'lawyer'],
      ['document.received', delegate.name.en, 'lawyer']
    ]
  )
  await take(given)
  await assert.rejects(viewCase(context, delegate, { case: id }), refused('case/not-found'))
})

test('a delegate with other acts is told, one with another scope finds nothing', async () => {
  const { case: id } = await file(citizen)
  const seeing = await give({ acts: ['view'] })
  await assert.rejects(withdrawCase(context, delegate, { case: id }), refused('people/not-allowed'))
  await assert.rejects(file(delegate), refused('case/not-represented'))
  const upload = { case: id, document: 'damage-photos', name: 'a.pdf', sizeBytes: 9 }
  await assert.rejects(startUpload(context, delegate, upload), refused('people/not-allowed'))
  const bytes = { name: 'b.pdf', bytes: pdf() }
  const added = { case: id, document: 'damage-photos', channel: 'site', file: bytes }
  await assert.rejects(addDocument(context, delegate, added), refused('people/not-allowed'))
  await take(seeing)
  const elsewhere = await give({ acts: ['withdraw', 'apply'], scope: { authority: 'ito' } })
  await assert.rejects(withdrawCase(context, delegate, { case: id }), refused('case/not-found'))
  await assert.rejects(file(delegate), refused('case/not-represented'))
  assert.deepEqual((await listMyCases(context, delegate, { applicant: citizen.id })).items, [])
  const one = await give({ acts: ['view'], scope: { services: [service] } })
  assert.notEqual((await listMyCases(context, delegate, { applicant: citizen.id })).items.length, 0)
  await take(one)
  await take(elsewhere)
})

test('a delegation that has run out is none', async () => {
  const { case: id } = await file(citizen)
  await give({ acts: ['withdraw'] })
  clock.advance('PT24H')
  await assert.rejects(withdrawCase(context, delegate, { case: id }), refused('case/not-found'))
  await assert.rejects(
    listMyCases(context, delegate, { applicant: citizen.id }),
    refused('case/not-represented')
  )
})

test('withdrawCase, revoked in the middle of the request, does nothing', async () => {
  const { case: id } = await file(citizen)
  const given = await give({ acts: ['withdraw'] })
  let withdrawing: Promise<unknown> = Promise.resolve()
  await inTransaction(context.db, async (tx) => {
    await delegation.endDelegation(tx, { ...given, by: citizen.id }, clock.now())
    // It still reads the delegation as it was, and waits where it writes.
    withdrawing = withdrawCase(context, delegate, { case: id })
    withdrawing.catch(() => undefined)
    await waitsForLock(context.db)
  })
  await assert.rejects(withdrawing, refused('delegation/ended'))
  const { history } = await viewCase(context, citizen, { case: id })
  assert.notEqual(history.stage, 'withdrawn')
  const kinds = (await factsOf(context.db, citizen.id, given.id)).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['delegation.granted'])
})

test('submitCase, revoked in the middle of the request, files nothing', async () => {
  const given = await give({ acts: ['apply'] })
  const before = await listMyCases(context, citizen)
  let filing: Promise<unknown> = Promise.resolve()
  await inTransaction(context.db, async (tx) => {
    await delegation.endDelegation(tx, { ...given, by: citizen.id }, clock.now())
    filing = file(delegate)
    filing.catch(() => undefined)
    await waitsForLock(context.db)
  })
  await assert.rejects(filing, refused('delegation/ended'))
  assert.equal((await listMyCases(context, citizen)).items.length, before.items.length)
})

test('resubmitCase by a delegate is theirs, for the applicant', async () => {
  const { case: id } = await file(citizen)
  await returnCase(context, officer, {
    case: id,
    defects: [{ code: 'field-unclear', item: 'field:place' }]
  })
  const given = await give({ acts: ['answer'] })
  await resubmitCase(context, delegate, { case: id, contest: 'نشانی درست است.' })
  const facts = await factsOf(context.db, citizen.id, id)
  const resubmitted = facts.find((fact) => fact.kind === 'case.resubmitted')
  assert.equal(resubmitted?.actor, delegate.id)
  assert.equal(resubmitted.body['delegation'], given.id)
})

test('no business acts by itself, and no key by a delegation', async () => {
  await assert.rejects(desk.as('zafaran-kavir'), 'a business is nobody who acts')
  await give({ acts: ['apply'] })
  const key: Actor = { ...delegate, kind: 'api-key', person: null }
  await assert.rejects(file(key), refused('case/not-a-person'))
})
