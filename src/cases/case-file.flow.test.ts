// Goal: a whole life of a case, with its clock right at each moment. Method: the use cases in order,
// a clock that is moved by hand, and the caches compared with the facts at the end.
// One file of over 300 lines: the last test holds the caches against all that those before it did.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, jpeg, pdf, testDesk } from '../../tests/support/desk.ts'
import { factsOf } from '../ledger/index.ts'
import type { Refusal } from '../platform/index.ts'
import { addDocument } from './add-document.ts'
import { checkCases } from './check-cases.ts'
import { decideCase } from './decide-case.ts'
import { enterStep } from './enter-step.ts'
import type { NoDefectError } from './refusals.ts'
import { resubmitCase } from './resubmit-case.ts'
import { returnCase } from './return-case.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'
import { wakeTimers } from './wake-timers.ts'

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

test('a case is filed, returned, mended, stepped through and decided in time', async () => {
  const { case: id } = await file()
  clock.advance('PT10H')
  assert.deepEqual(await enterStep(context, officer, { case: id, step: 'registration' }), {
    case: id,
    version: 2,
    stage: 'in-progress',
    dueAt: Temporal.Instant.from('2026-11-24T06:00:00Z'),
    inOrder: true
  })
  const returned = await returnCase(context, officer, {
    case: id,
    defects: [
      { code: 'document-unreadable', item: 'document:damage-photos', note: 'عکس‌ها تار است.' },
      { code: 'field-unclear', item: 'field:place' }
    ]
  })
  assert.equal(returned.stage, 'returned')
  assert.equal(returned.dueAt, null, 'no due instant while the case is with its applicant')
  const view = await viewCase(context, citizen, { case: id })
  assert.equal(view.clock.state, 'paused')
  assert.equal(view.clock.remainingSeconds, 62 * 3600)
  const note = view.history.returns[0]?.defects[0]?.note ?? ''
  assert.equal(view.notes[note]?.text, 'عکس‌ها تار است.')
  clock.advance('PT24H')
  await assert.rejects(resubmitCase(context, citizen, { case: id }), {
    code: 'case/unresolved-defects'
  })
  await addDocument(context, citizen, {
    case: id,
    document: 'damage-photos',
    file: { name: 'b.jpg', bytes: jpeg() },
    channel: 'site'
  })
  await assert.rejects(
    resubmitCase(context, citizen, { case: id, answers: { mobile: '09120000000' } }),
    {
      code: 'input/invalid'
    }
  )
  const back = await resubmitCase(context, citizen, {
    case: id,
    answers: { place: 'خیابان شهید بهشتی، کوچه ۴، پلاک ۱۲، طبقه دوم' }
  })
  assert.equal(back.dueAt?.toString(), '2026-11-25T06:00:00Z', 'later by the day of the pause')
  assert.equal(
    (await viewCase(context, citizen, { case: id })).history.returns[0]?.changedFields[0],
    'place'
  )
  await enterStep(context, officer, { case: id, step: 'visit' })
  await enterStep(context, officer, { case: id, step: 'assessment' })
  const decided = await decideCase(context, director, {
    case: id,
    outcome: 'granted',
    reason: 'خسارت با بازدید تأیید شد.'
  })
  assert.equal(decided.stage, 'decided')
  const end = await viewCase(context, citizen, { case: id })
  assert.equal(end.clock.state, 'kept')
  assert.equal(end.history.decision?.postHolder, director.id)
  assert.deepEqual(await kinds(id), [
    'case.submitted',
    'document.received',
    'case.documents-complete',
    'case.step-entered',
    'case.viewed',
    'document.requested',
    'case.returned',
    'document.received',
    'case.resubmitted',
    'case.step-entered',
    'case.viewed',
    'case.step-entered',
    'case.decided',
    'case.delivered',
    'case.viewed'
  ])
})

test('returnCase names only what the card lists, and records the attempt', async () => {
  const { case: id } = await file()
  const ask = returnCase(context, officer, {
    case: id,
    defects: [{ code: 'document-missing', item: 'document:passport' }]
  })
  await assert.rejects(ask, { code: 'case/document-not-on-card' })
  const facts = await factsOf(context.db, citizen.id, id)
  assert.equal(facts.at(-1)?.kind, 'document.request-refused')
  assert.equal(facts.at(-1)?.body.type, 'passport')
  for (const defects of [
    [],
    [{ code: 'field-wrong' as const, item: 'document:damage-photos' }],
    [{ code: 'document-wrong' as const, item: 'anything' }]
  ]) {
    await assert.rejects(returnCase(context, officer, { case: id, defects }), {
      code: 'input/invalid'
    })
  }
})

test('returnCase takes no defect that is none, and the clock runs on', async () => {
  const { case: id, dueAt } = await file()
  const model = (await viewCase(context, citizen, { case: id })).card
  const optional = model.documents.find(({ mandatory }) => !mandatory)?.code ?? ''
  const unanswered = model.form.fields.find(
    ({ name, required }) => !required && !Object.hasOwn(damageAnswers, name)
  )
  assert.ok(optional && unanswered, 'the card has something optional of each kind')
  const facts = (await kinds(id)).length
  for (const [code, item, title] of [
    ['document-missing', `document:${optional}`, 'اختیاری'],
    ['document-unreadable', `document:${optional}`, 'اختیاری'],
    ['document-missing', 'document:damage-photos', 'پیوست شده است'],
    ['field-unclear', `field:${unanswered.name}`, unanswered.label.fa]
  ] as const) {
    const good = { code: 'field-unclear' as const, item: 'field:place' }
    const ask = returnCase(context, officer, { case: id, defects: [good, { code, item }] })
    await assert.rejects(ask, (error: NoDefectError) => {
      assert.equal(error.code, 'case/no-defect')
      assert.deepEqual(
        error.fields.map(({ pointer }) => pointer),
        ['/defects/1/item']
      )
      assert.ok(error.fields[0]?.text.fa.includes(title), title)
      return true
    })
  }
  assert.equal((await kinds(id)).length, facts, 'nothing was recorded')
  const view = await viewCase(context, citizen, { case: id })
  assert.equal(view.clock.dueAt?.toString(), dueAt?.toString())
})

test('returnCase lets what is demanded and absent be asked for', async () => {
  const { case: id } = await file({ files: [], later: ['damage-photos'] })
  const ask = (code: 'document-missing' | 'document-unreadable') =>
    returnCase(context, officer, { case: id, defects: [{ code, item: 'document:damage-photos' }] })
  await assert.rejects(ask('document-unreadable'), { code: 'case/no-defect' })
  assert.equal((await ask('document-missing')).stage, 'returned')
})

test('what is refused says what would be right in the words of the page', async () => {
  const { case: id } = await file()
  const none = returnCase(context, officer, { case: id, defects: [] })
  await assert.rejects(none, (error: Refusal) => {
    assert.equal(error.fields[0]?.text.fa, 'دست‌کم یک کاستی را انتخاب کنید.')
    return true
  })
  const early = decideCase(context, director, { case: id, outcome: 'granted', reason: 'x' })
  await assert.rejects(early, (error: Refusal) => {
    assert.match(error.text.fa, /^هنوز نوبت این گام در ترتیب اعلام‌شده نرسیده است\./)
    return true
  })
})

test('returnCase marks a second return for what was there to be seen the first time', async () => {
  const { case: id } = await file()
  const defect = { code: 'field-wrong' as const, item: 'field:mobile' }
  const first = await returnCase(context, officer, { case: id, defects: [defect] })
  assert.equal(first.repeat, false)
  clock.advance('PT1H')
  await resubmitCase(context, citizen, { case: id, answers: { mobile: '09350000000' } })
  clock.advance('PT1H')
  const second = await returnCase(context, officer, {
    case: id,
    defects: [{ code: 'document-unreadable', item: 'document:damage-photos' }]
  })
  assert.equal(second.repeat, true)
  await resubmitCase(context, citizen, { case: id, contest: 'عکس‌ها خوانا است.' })
  const third = await returnCase(context, officer, {
    case: id,
    defects: [{ code: 'document-unreadable', item: 'document:damage-photos' }]
  })
  assert.equal(third.repeat, false, 'it was named before, and contested')
})

test('enterStep wants a reason out of order, and records the nonconformity', async () => {
  const { case: id } = await file()
  await assert.rejects(enterStep(context, officer, { case: id, step: 'assessment' }), {
    code: 'case/step-out-of-order'
  })
  await assert.rejects(enterStep(context, officer, { case: id, step: 'dance' }), {
    code: 'case/step-unknown'
  })
  const jumped = await enterStep(context, officer, {
    case: id,
    step: 'visit',
    reason: 'بازدید فوری'
  })
  assert.equal(jumped.inOrder, false)
  const early = { case: id, outcome: 'granted' as const, reason: 'دلیل' }
  await assert.rejects(decideCase(context, director, early), { code: 'case/step-out-of-order' })
  await decideCase(context, director, { ...early, outOfOrderReason: 'ضرورت' })
  const { steps } = (await viewCase(context, citizen, { case: id })).history
  assert.deepEqual(
    steps.map(({ step, inOrder }) => [step, inOrder]),
    [
      ['visit', false],
      ['assessment', false]
    ]
  )
})

test('of two who decide at once one wins and the other is told', async () => {
  const { case: id } = await file()
  for (const step of ['registration', 'visit', 'assessment']) {
    await enterStep(context, officer, { case: id, step })
  }
  const decide = (outcome: 'granted' | 'refused') =>
    decideCase(context, director, { case: id, outcome, reason: 'بررسی شد.' })
  const results = await Promise.allSettled(
    Array.from({ length: 6 }, (_, i) => decide(i % 2 === 0 ? 'granted' : 'refused'))
  )
  assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1)
  for (const result of results) {
    if (result.status === 'rejected') {
      assert.equal((result.reason as { code: string }).code, 'case/already-decided')
    }
  }
  assert.equal((await kinds(id)).filter((kind) => kind === 'case.decided').length, 1)
})

test('an officer who saw an older version is told to look again', async () => {
  const { case: id } = await file()
  await enterStep(context, officer, { case: id, step: 'registration', expectedVersion: 1 })
  await assert.rejects(
    enterStep(context, officer, { case: id, step: 'visit', expectedVersion: 1 }),
    {
      code: 'case/changed'
    }
  )
})

test('decideCase is for the holder of the named post, with reasons', async () => {
  const { case: id } = await file()
  const decision = { case: id, outcome: 'refused' as const, reason: 'x', outOfOrderReason: 'y' }
  await assert.rejects(decideCase(context, officer, decision), { code: 'case/not-the-approver' })
  await assert.rejects(decideCase(context, citizen, decision), { code: 'people/not-allowed' })
  await assert.rejects(decideCase(context, director, { ...decision, reason: '  ' }), {
    code: 'case/reason-required'
  })
})

test('the applicant sees who looked, and another unit sees nothing', async () => {
  const { case: id } = await file()
  await viewCase(context, officer, { case: id })
  await viewCase(context, officer, { case: id })
  const view = await viewCase(context, citizen, { case: id })
  assert.deepEqual(
    view.lookedAt.map(({ name, role }) => [name?.fa, role]),
    [[officer.name.fa, 'officer']]
  )
  for (const stranger of ['neda-yousefi', 'zahra-khosravi', 'peyman-azadi', 'kamran-mousavi']) {
    await assert.rejects(viewCase(context, await desk.as(stranger), { case: id }), {
      code: 'case/not-found'
    })
  }
  await assert.rejects(viewCase(context, citizen, { case: randomUUID() }), {
    code: 'case/not-found'
  })
})

test('the caches are what the facts say', async () => {
  await wakeTimers(context)
  await desk.drain()
  const sound = await checkCases(context.db, clock.now())
  assert.deepEqual(sound.differences, [])
  assert.ok(sound.checked > 2)
})
