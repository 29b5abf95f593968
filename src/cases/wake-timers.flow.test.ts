// Goal: a clock is right when its time has passed, when a fact comes late, and when a case ends or is
// reopened. Method: a clock that is moved by hand.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { factsOf } from '../ledger/index.ts'
import { checkCases } from './check-cases.ts'
import { decideCase } from './decide-case.ts'
import { reopenCase } from './reopen-case.ts'
import { returnCase } from './return-case.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'
import { wakeTimers } from './wake-timers.ts'
import { withdrawCase } from './withdraw-case.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('leila-arab')
const director = await desk.as('parvin-hosseini')
const kinds = async (id: string, owner = citizen.id) =>
  (await factsOf(context.db, owner, id)).map((fact) => fact.kind)
const file = async (more: object = {}) =>
  submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID(),
    ...more
  })
const due = async (id: string) =>
  (await viewCase(context, citizen, { case: id })).clock.dueAt?.toString() ?? null

test('wakeTimers records a breach once, and a late fact retracts it', async () => {
  const { case: id } = await file()
  const dueAt = await due(id)
  clock.set(dueAt ?? '')
  await wakeTimers(context)
  assert.ok(!(await kinds(id)).includes('case.breached'), 'done in this very second is in time')
  clock.advance('PT1S')
  const woken = await Promise.all([wakeTimers(context), wakeTimers(context)])
  assert.ok(woken[0] + woken[1] >= 1)
  assert.equal((await kinds(id)).filter((kind) => kind === 'case.breached').length, 1)
  assert.equal(await wakeTimers(context), 0)
  assert.equal((await viewCase(context, citizen, { case: id })).clock.late, true)
  clock.advance('PT3H')
  const at = clock.now().subtract({ hours: 5 })
  await returnCase(context, officer, {
    case: id,
    at,
    defects: [{ code: 'field-unclear', item: 'field:place' }]
  })
  const view = await viewCase(context, citizen, { case: id })
  assert.equal(view.clock.state, 'paused')
  assert.equal(view.clock.late, false)
  assert.equal(view.history.breaches[0]?.retractedAt?.toString(), clock.now().toString())
  const then = await viewCase(context, citizen, {
    case: id,
    asKnownAt: clock.now().subtract({ hours: 1 })
  })
  assert.equal(then.clock.late, true, 'as known then, it was late')
  assert.equal(then.history.stage, 'received')
  await assert.rejects(
    returnCase(context, officer, {
      case: id,
      defects: [{ code: 'field-unclear', item: 'field:place' }]
    }),
    { code: 'case/wrong-stage' }
  )
})

test('wakeTimers counts what it woke, in many buckets at once', async () => {
  const people = [
    'hossein-barati',
    'zahra-khosravi',
    'sina-moradi',
    'mahmoud-ameri',
    'gholam-haidari'
  ]
  for (const key of people) {
    await submitCase(context, await desk.as(key), {
      service: '10021006',
      answers: damageAnswers,
      files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
      submissionKey: randomUUID()
    })
  }
  clock.advance('PT73H')
  assert.equal(await wakeTimers(context), people.length)
  assert.equal(await wakeTimers(context), 0)
})

test('reopenCase resumes or restarts the clock', async () => {
  for (const policy of ['resume', 'restart'] as const) {
    const { case: id } = await file()
    clock.advance('PT10H')
    await decideCase(context, director, {
      case: id,
      outcome: 'refused',
      reason: 'ناقص',
      outOfOrderReason: 'فوری'
    })
    clock.advance('PT48H')
    const reopened = await reopenCase(context, director, {
      case: id,
      policy,
      reason: 'error-found'
    })
    const hours = policy === 'resume' ? 62 : 72
    assert.equal(reopened.dueAt?.toString(), clock.now().add({ hours }).toString(), policy)
  }
})

test('withdrawCase ends the clock without a verdict', async () => {
  const { case: id } = await file()
  await withdrawCase(context, citizen, { case: id })
  const view = await viewCase(context, citizen, { case: id })
  assert.equal(view.clock.state, 'stopped')
  await assert.rejects(
    reopenCase(context, director, { case: id, policy: 'resume', reason: 'error-found' }),
    { code: 'case/wrong-stage' }
  )
  await assert.rejects(withdrawCase(context, citizen, { case: id }), { code: 'case/wrong-stage' })
})

test('the caches are what the facts say', async () => {
  await wakeTimers(context)
  await desk.drain()
  const sound = await checkCases(context.db, clock.now())
  assert.deepEqual(sound.differences, [])
  assert.ok(sound.checked > 2)
})
