// Goal: nobody's application is filed under an agreement that they have not accepted, and everybody is
// told the way. Method: the services of the body whose agreement asks for it, by people who have not.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDesk } from '../../../tests/support/desk.ts'
import { acceptance } from '../../agreements/index.ts'
import { factsOf } from '../../ledger/index.ts'
import { type Actor, delegation, findOrCreateWalkIn } from '../../people/index.ts'
import { type Refusal, inTransaction, newId, withScope } from '../../platform/index.ts'
import { submitCase } from '../submit-case.ts'
import { registerIntake } from '../register-intake.ts'

const desk = await testDesk()
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const delegate = await desk.as('sina-moradi')
const refused = (code: string) => (error: Refusal) => error.code === code
const authority = 'ito'
const version = 'PI@1405'
const service = '18051005'
const answers = {
  nationalId: '0499370899',
  birthDate: '1370-01-01',
  mobile: '09151234567',
  tellBy: ['sms']
}

/** As if they had come today. */
async function forget(person: string): Promise<void> {
  await sql`delete from agreement_acceptances where person = ${person}`.execute(context.db)
}
/** As a request of a person does it: behind the fence of the database too. */
const within = <T>(actor: Actor, work: () => T): T =>
  withScope({ people: [actor.id, citizen.id], authorities: [] }, work)
const accept = (actor: Actor, input: Parameters<typeof acceptance.acceptAgreement>[2]) =>
  within(actor, () => acceptance.acceptAgreement(context, actor, input))
const file = (actor: Actor, more: object = {}) => within(actor, () => submit(actor, more))
const submit = (actor: Actor, more: object) =>
  submitCase(context, actor, {
    service,
    answers,
    submissionKey: randomUUID(),
    ...more
  })

test('a person files after they accepted, and the case names the acceptance', async () => {
  await forget(citizen.id)
  await assert.rejects(file(citizen), (error: Refusal) => {
    assert.equal(error.code, 'agreement/not-accepted')
    assert.match(error.text.en, /\/agreements\/PI\/acceptance/)
    return true
  })
  await assert.rejects(
    accept(citizen, { authority, version: 'PI@1400' }),
    refused('agreement/other-version')
  )
  const accepted = await accept(citizen, { authority, version })
  const again = await accept(citizen, { authority, version })
  assert.equal(accepted, again, 'a second time it is the first one')
  const { case: id } = await file(citizen)
  const [filed] = await factsOf(context.db, citizen.id, id)
  assert.equal(filed?.body['acceptance'], accepted)
  const [fact] = (await factsOf(context.db, citizen.id, version)).slice(-1)
  assert.deepEqual(fact?.body, {
    agreement: 'PI',
    version: '1405',
    revision: 1,
    standing: 'draft',
    on: 'site'
  })
})

test('a delegate accepts for the grantor where they may apply for all of the authority', async () => {
  await forget(citizen.id)
  const input = { authority, version, person: citizen.id }
  await assert.rejects(accept(delegate, input), refused('agreement/not-yours'))
  const given = {
    id: newId(clock.now()),
    grantor: citizen.id,
    delegate: delegate.id,
    kind: 'lawyer' as const,
    acts: ['apply' as const],
    from: clock.now(),
    until: null,
    grantedBy: citizen.id,
    via: null
  }
  const give = (scope: delegation.DelegationScope) =>
    inTransaction(context.db, (tx) =>
      delegation.recordDelegation(tx, { ...given, id: newId(clock.now()), scope })
    )
  await give({ services: [service] })
  await assert.rejects(accept(delegate, input), refused('agreement/not-yours'))
  await assert.rejects(file(delegate, { applicant: citizen.id }), refused('agreement/not-accepted'))
  await give({ authority })
  await accept(delegate, input)
  const [own] = await acceptance.acceptancesOf(context.db, citizen.id)
  assert.equal(own?.actor, delegate.id)
  await file(delegate, { applicant: citizen.id })
})

test('a body whose agreement asks for none asks for none', async () => {
  assert.equal(await acceptance.toAccept(context.db, 'sko', clock.now()), null)
})

test('a clerk registers the acceptance on paper with what came on it', async () => {
  const clerk = await desk.as('roya-salehi')
  const walkIn = await inTransaction(context.db, (tx) =>
    findOrCreateWalkIn(tx, { kind: 'person', name: 'رضا نمونه' }, clock.now())
  )
  const scope = { people: [clerk.id], authorities: ['ito'], units: ['ito/+'] }
  const { case: id } = await withScope(scope, () =>
    registerIntake(context, clerk, {
      service,
      channel: 'pishkhan',
      officeCode: '72-11-1101',
      consentOnPaper: true,
      applicant: { person: walkIn.id },
      answers,
      submissionKey: randomUUID()
    })
  )
  const [accepted] = await acceptance.acceptancesOf(context.db, walkIn.id)
  assert.deepEqual([accepted?.onPaper, accepted?.actor], [true, clerk.id])
  const [filed] = await factsOf(context.db, walkIn.id, id)
  assert.equal(filed?.body['acceptance'], accepted?.id)
})
