// Goal: an outage of the body's own moves the due instant by its own length, for the open cases of the
// services meant and no others, and both answers stay: as known before it was granted, and now.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, meetingAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { factsOf } from '../ledger/index.ts'
import { checkCases } from './check-cases.ts'
import { countExtendable, extendDeadlines } from './extend-deadlines.ts'
import { resubmitCase } from './resubmit-case.ts'
import { returnCase } from './return-case.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'
import { wakeTimers } from './wake-timers.ts'
import { withdrawCase } from './withdraw-case.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('leila-arab')
const approver = { ...(await desk.as('parvin-hosseini')) }
const start = clock.now()

const damage = () =>
  submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID()
  })
const view = (id: string, asKnownAt?: Temporal.Instant) =>
  viewCase(context, citizen, { case: id, ...(asKnownAt && { asKnownAt }) })
const kinds = async (id: string) =>
  (await factsOf(context.db, citizen.id, id)).map((fact) => fact.kind)

const outage = {
  authority: 'sko',
  outage: randomUUID(),
  services: ['10021006'],
  from: start.add({ hours: 10 }),
  to: start.add({ hours: 15 }),
  reason: 'سامانه ثبت خسارت پنج ساعت در دسترس کارشناسان نبود.'
}

test('extendDeadlines moves the due instant by the outage, retracts the breach, and once', async () => {
  const { case: id } = await damage()
  const { case: withdrawn } = await damage()
  await withdrawCase(context, citizen, { case: withdrawn })
  const meeting = await submitCase(context, citizen, {
    service: '10021001',
    answers: meetingAnswers,
    submissionKey: randomUUID()
  })
  clock.set(start.add({ hours: 15 }))
  const { case: after } = await damage()
  const due = start.add({ hours: 72 })
  assert.equal((await view(id)).clock.dueAt?.toString(), due.toString())
  clock.set(due.add({ seconds: 1 }))
  await wakeTimers(context)
  assert.equal((await view(id)).clock.late, true)
  const before = clock.now()
  clock.set(due.add({ hours: 1 }))
  assert.equal(await countExtendable(context, outage), 1)
  assert.equal(await extendDeadlines(context, approver, outage), 1)
  assert.equal(await extendDeadlines(context, approver, outage), 0, 'a second run finds nothing')
  const now = await view(id)
  assert.equal(now.clock.dueAt?.toString(), due.add({ hours: 5 }).toString())
  assert.equal(now.clock.late, false)
  assert.deepEqual(
    now.clock.explanation.filter(({ kind }) => kind === 'paused'),
    [{ from: outage.from, to: outage.to, kind: 'paused', cause: 'own-outage', seconds: 18_000 }]
  )
  const [extension] = now.history.extensions
  assert.equal(extension?.actor, approver.id)
  assert.equal(now.notes[extension?.reason ?? '']?.text, outage.reason)
  assert.equal(now.history.breaches[0]?.retractedAt?.toString(), clock.now().toString())
  assert.equal((await view(id, before)).clock.dueAt?.toString(), due.toString())
  for (const other of [withdrawn, meeting.case, after])
    assert.ok(!(await kinds(other)).includes('case.deadline-extended'))
  await desk.drain()
  assert.deepEqual((await checkCases(context.db, clock.now())).differences, [])
})

test('extendDeadlines counts time once where the case was with its applicant, too', async () => {
  const begin = clock.now()
  const { case: id } = await damage()
  clock.set(begin.add({ hours: 2 }))
  await returnCase(context, officer, {
    case: id,
    defects: [{ code: 'field-unclear', item: 'field:place' }]
  })
  clock.set(begin.add({ hours: 6 }))
  await resubmitCase(context, citizen, { case: id, answers: { place: 'خیابان معلم، پلاک ۴' } })
  const [from, to] = [begin.add({ hours: 4 }), begin.add({ hours: 9 })]
  clock.set(begin.add({ hours: 10 }))
  const own = { ...outage, outage: randomUUID(), from, to }
  await extendDeadlines(context, approver, own)
  const { clock: reading } = await view(id)
  assert.equal(reading.dueAt?.toString(), begin.add({ hours: 72 + 7 }).toString())
  assert.deepEqual(
    reading.explanation.filter(({ kind }) => kind === 'paused').map(({ cause }) => cause),
    ['returned', 'returned + own-outage', 'own-outage']
  )
  // The outage turned out shorter: the later word about it replaces the earlier one.
  await extendDeadlines(context, approver, { ...own, to: begin.add({ hours: 7 }) })
  const shorter = (await view(id)).clock
  assert.equal(shorter.dueAt?.toString(), begin.add({ hours: 72 + 5 }).toString())
  await desk.drain()
  assert.deepEqual((await checkCases(context.db, clock.now())).differences, [])
})
