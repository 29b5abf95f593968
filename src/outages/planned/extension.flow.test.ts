// Goal: the deadlines that an outage of the body's own made impossible are extended by two people, never by
// one, over exactly that outage; the measure of kept promises follows.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../../tests/support/desk.ts'
import { caseDesk, checkCases } from '../../cases/index.ts'
import { factsBetween, factsOf } from '../../ledger/index.ts'
import { inTransaction, newId } from '../../platform/index.ts'
import type { Outage } from '../outages/outage.ts'
import { insertOutage, outageById, updateOutage } from '../outages/outage-store.ts'
import { applyExtensions, shortenExtensions } from './apply-extensions.ts'
import { decideExtension, proposeExtension } from './extend-for-outage.ts'
import { extensionById } from './extension-store.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const manager = await desk.as('kamran-mousavi')
const administrator = await desk.as('vahid-rostami')
const reason = 'سامانه ثبت خسارت پنج ساعت در دسترس نبود.'
const start = clock.now()
const [from, to] = [start.add({ hours: 10 }), start.add({ hours: 15 })]

async function outage(more: Partial<Outage> = {}): Promise<Outage> {
  const made: Outage = {
    id: newId(clock.now()),
    authority: 'sko',
    component: 'service:10021006',
    service: '10021006',
    from,
    to,
    cause: 'software',
    automatic: true,
    vantagePoints: 3,
    targets: [],
    reason: null,
    detail: null,
    planned: null,
    notice: null,
    scope: null,
    note: null,
    expectedReturnAt: null,
    nextUpdateAt: null,
    void: false,
    settled: false,
    knownAt: from,
    closedKnownAt: to,
    revision: 1,
    ...more
  }
  await inTransaction(context.db, (tx) => insertOutage(tx, made))
  return made
}
const due = async (id: string) =>
  (await caseDesk.viewCase(context, citizen, { case: id })).clock.dueAt?.toString()

test('an extension needs two people, and moves every open case by the outage', async () => {
  const { case: id } = await caseDesk.submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID()
  })
  clock.set(start.add({ hours: 20 }))
  const { id: down } = await outage()
  await assert.rejects(proposeExtension(context, administrator, { outage: down, reason }), {
    code: 'people/not-allowed'
  })
  await assert.rejects(proposeExtension(context, manager, { outage: down, reason: 'کوتاه' }), {
    code: 'input/invalid'
  })
  const proposal = await proposeExtension(context, manager, { outage: down, reason })
  assert.equal(proposal.cases, 1)
  await assert.rejects(proposeExtension(context, manager, { outage: down, reason }), {
    code: 'extension/waits'
  })
  assert.equal(await applyExtensions(context), 0)
  const decide = (actor: typeof manager, approved = true) =>
    decideExtension(context, actor, { extension: proposal.id, approved })
  await assert.rejects(decide(manager), { code: 'extension/same-person' })
  await assert.rejects(decide(citizen), { code: 'people/not-allowed' })
  assert.equal(await due(id), start.add({ hours: 72 }).toString(), 'nothing has changed')
  await decide(administrator)
  await assert.rejects(decide(administrator), { code: 'extension/decided' })
  assert.equal(await applyExtensions(context), 1)
  assert.equal(await applyExtensions(context), 0)
  assert.equal(await due(id), start.add({ hours: 77 }).toString())
  const facts = await factsOf(context.db, citizen.id, id)
  const fact = facts.find(({ kind }) => kind === 'case.deadline-extended')
  assert.equal(fact?.actor, administrator.id)
  assert.deepEqual(
    { ...fact.body, reason: null },
    {
      case: id,
      service: '10021006',
      outage: down,
      from: from.toString(),
      to: to.toString(),
      reason: null
    }
  )
  const seen = await caseDesk.viewCase(context, citizen, { case: id })
  assert.equal(seen.notes[seen.history.extensions[0]?.reason ?? '']?.text, reason)
  // The outage turns out to be none: the applicants have their day back without anybody's word.
  const row = await outageById(context.db, down)
  await inTransaction(context.db, (tx) => updateOutage(tx, { ...row!, void: true }))
  assert.equal(await shortenExtensions(context), 1)
  assert.equal(await shortenExtensions(context), 0)
  assert.equal(await due(id), start.add({ hours: 72 }).toString())
  assert.equal((await extensionById(context.db, proposal.id))?.to.toString(), from.toString())
  await desk.drain()
  assert.deepEqual((await checkCases(context.db, clock.now())).differences, [])
})

test('proposeExtension refuses what was not of the body’s own, is not over, or stops no case', async () => {
  const refused: [Partial<Outage>, string][] = [
    [{ cause: 'national-network' }, 'extension/outage-elsewhere'],
    [{ cause: 'applicant-side' }, 'extension/outage-elsewhere'],
    [{ planned: randomUUID() }, 'extension/outage-elsewhere'],
    [{ component: 'portal', service: null }, 'extension/outage-elsewhere'],
    [{ to: null, closedKnownAt: null }, 'extension/outage-not-over'],
    [{ void: true }, 'extension/outage-not-over']
  ]
  for (const [more, code] of refused) {
    const { id } = await outage(more)
    await assert.rejects(proposeExtension(context, manager, { outage: id, reason }), { code })
  }
  await assert.rejects(proposeExtension(context, manager, { outage: newId(), reason }), {
    code: 'not-found'
  })
})

test('whoever proposed may take it back; one that was declined extends nothing', async () => {
  const { id: down } = await outage({ component: 'desk', service: null })
  const proposal = await proposeExtension(context, manager, { outage: down, reason })
  assert.equal(proposal.services, null)
  await decideExtension(context, manager, { extension: proposal.id, approved: false })
  assert.equal(await applyExtensions(context), 0)
  const again = await proposeExtension(context, manager, { outage: down, reason })
  await inTransaction(context.db, async (tx) => {
    const row = await outageById(tx, down)
    await updateOutage(tx, { ...row!, to: to.add({ hours: 1 }) })
  })
  await assert.rejects(
    decideExtension(context, administrator, { extension: again.id, approved: true }),
    { code: 'extension/outage-not-over' }
  )
  const kinds = (await factsBetween(context.db, { kinds: ['case.deadline-extended'] })).length
  assert.equal(kinds, 2, 'of the first test alone')
})
