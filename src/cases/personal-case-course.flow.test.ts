// Goal: the copy of one's data tells the course of an application in words: steps, returns, the decision with
// its reasons, documents handed on, and who did each. Method: an application through all of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { newId } from '../platform/index.ts'
import { decideCase } from './decide-case.ts'
import { enterStep } from './enter-step.ts'
import { collectCases } from './personal-cases.ts'
import { returnCase } from './return-case.ts'
import { resubmitCase } from './resubmit-case.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'

const desk = await testDesk()
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('leila-arab')
const director = await desk.as('parvin-hosseini')

test('collectCases tells steps, returns and the decision in words', async () => {
  const { case: id } = await submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: newId(clock.now())
  })
  clock.advance('PT1H')
  const note = 'عکس تار است'
  await returnCase(context, officer, {
    case: id,
    defects: [{ code: 'document-unreadable', item: 'document:damage-photos', note }]
  })
  clock.advance('PT1H')
  await resubmitCase(context, citizen, { case: id, contest: 'خواناست' })
  const { card } = await viewCase(context, citizen, { case: id })
  const [first] = card.steps
  assert.ok(first)
  clock.advance('PT1H')
  await enterStep(context, officer, { case: id, step: first.code })
  clock.advance('PT1H')
  await decideCase(context, director, {
    ...{ case: id, outcome: 'refused', reason: 'شرایط کامل نیست', outOfOrderReason: 'آزمون' }
  })
  const course: { what: { en: string }; reason: string | null; by: { fa: string } | null }[] = []
  for await (const part of collectCases(context, citizen.id)) {
    if ('rows' in part && part.name.endsWith('-course'))
      course.push(...(part.rows as unknown as typeof course))
  }
  assert.deepEqual(
    course.map(({ what }) => what.en),
    ['Returned for a defect', 'Answered', 'Step', 'Step', 'Refused', 'Answer delivered']
  )
  assert.equal(course[0]?.reason, note)
  assert.equal(course[0]?.by?.fa, officer.name.fa)
  assert.equal(course.at(-2)?.reason, 'شرایط کامل نیست')
  assert.equal(course.at(-2)?.by?.fa, director.name.fa)
})
