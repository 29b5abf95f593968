// Goal: a document goes to another unit of the same body and nowhere else, and its applicant reads to
// whom and why (PI-5.R1.C6). Method: the units of a demonstration hand on, open, and try to go beyond.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../../tests/support/desk.ts'
import { access } from '../../people/index.ts'
import { NotFoundError } from '../../platform/index.ts'
import { caseDesk } from '../index.ts'
import { listHandedOn } from './list-handed-on.ts'

const desk = await testDesk()
const { context } = desk
const owner = await desk.as('maryam-rezaei')
const officer = await desk.as('leila-arab')
const other = await desk.as('neda-yousefi')
const otherUnit = other.grants[0]?.unit ?? ''

async function freshCase(): Promise<{ case: string; document: string }> {
  const filed = await caseDesk.submitCase(context, owner, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID()
  })
  const { documents } = await caseDesk.viewCase(context, owner, { case: filed.case })
  return { case: filed.case, document: documents[0]?.id ?? '' }
}

const reason = 'برآورد خسارت در آن واحد انجام می‌شود.'

test('handOnDocument lets another unit read that document, and nothing else of the case', async () => {
  const on = await freshCase()
  await assert.rejects(caseDesk.readDocument(context, other, on), NotFoundError)
  await caseDesk.handOnDocument(context, officer, { ...on, unit: otherUnit, reason })
  const opened = await caseDesk.readDocument(context, other, on)
  assert.equal(opened.id, on.document)
  await assert.rejects(caseDesk.viewCase(context, other, on), NotFoundError)
  const listed = await listHandedOn(context, other)
  assert.deepEqual(
    listed.map((each) => [each.document, each.reason, each.sharedBy]),
    [[on.document, reason, officer.id]]
  )
})

test('handOnDocument hands the same document to the same unit once, of two at a time as well', async () => {
  const on = await freshCase()
  const input = { ...on, unit: otherUnit, reason }
  const tries = await Promise.allSettled(
    [1, 2].map(() => caseDesk.handOnDocument(context, officer, input))
  )
  const refused = tries.filter((each) => each.status === 'rejected')
  const faults = refused.flatMap(
    ({ reason: fault }) => (fault as { fields: { pointer: string; code: string }[] }).fields
  )
  assert.deepEqual(
    faults.map(({ pointer, code }) => [pointer, code]),
    [['/unit', 'hand-on/already']]
  )
  const listed = await listHandedOn(context, other)
  assert.equal(listed.filter(({ document }) => document === on.document).length, 1)
  const { handedOn } = await caseDesk.viewCase(context, owner, on)
  assert.equal(handedOn.length, 1)
})

test('the applicant reads to whom a document was handed on, why, and who opened it then', async () => {
  const on = await freshCase()
  await caseDesk.handOnDocument(context, officer, { ...on, unit: otherUnit, reason })
  desk.clock.advance('PT1M')
  await caseDesk.readDocument(context, other, on)
  const shown = await caseDesk.viewCase(context, owner, on)
  const [handed] = shown.handedOn
  assert.deepEqual(
    [handed?.document, handed?.unit, handed?.by],
    [on.document, otherUnit, officer.id]
  )
  assert.equal(shown.notes[handed?.reason ?? '']?.text, reason)
  const query = { owner: owner.id, cases: [], case: on.case, most: 10 }
  const { items } = await access.readLooks(context, query)
  assert.deepEqual(
    items.map(({ action, object, because, to }) => [action, object.id, because, to]),
    [
      ['read', on.document, 'handed-on', null],
      ['share', on.document, 'within-the-body', otherUnit]
    ]
  )
})

test('handOnDocument refuses another body, and tells the applicant that it was tried', async () => {
  const on = await freshCase()
  const beyond = { ...on, authority: 'ito', unit: 'service-desk', reason }
  await assert.rejects(caseDesk.handOnDocument(context, officer, beyond), {
    code: 'data-policy/refused'
  })
  const query = { owner: owner.id, cases: [], case: on.case, allowed: false, most: 10 }
  const { items } = await access.readLooks(context, query)
  assert.deepEqual(
    items.map(({ action, because, to }) => [action, because, to]),
    [['share', 'beyond-the-body', 'ito']]
  )
})

test('handOnDocument is for the unit that has the case, to another one, with a reason', async () => {
  const on = await freshCase()
  const input = { ...on, unit: otherUnit, reason }
  for (const actor of [other, owner, await desk.as('zahra-khosravi')]) {
    await assert.rejects(caseDesk.handOnDocument(context, actor, input))
  }
  const { unit } = await caseDesk.viewCase(context, owner, on)
  for (const [change, pointer] of [
    [{ reason: '  ' }, '/reason'],
    [{ unit: 'nowhere' }, '/unit'],
    [{ unit }, '/unit']
  ] as const) {
    await assert.rejects(
      caseDesk.handOnDocument(context, officer, { ...input, ...change }),
      (error: { fields: { pointer: string }[] }) => error.fields[0]?.pointer === pointer
    )
  }
  await assert.rejects(
    caseDesk.handOnDocument(context, officer, { ...input, document: randomUUID() }),
    NotFoundError
  )
})
