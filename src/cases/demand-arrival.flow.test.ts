// Goal: what reached the body counts from then, however late it is registered; and nobody dates it as
// they like. Method: letters that lie about, on a clock that is moved by hand; what was known when.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { takeEffects } from '../../tests/support/take-effect.ts'
import { cardInForce, publishCard } from '../catalogue/index.ts'
import { factsOf } from '../ledger/index.ts'
import type { Actor } from '../people/index.ts'
import { addDocument } from './add-document.ts'
import { checkCases } from './check-cases.ts'
import { registerIntake } from './register-intake.ts'
import { resubmitCase } from './resubmit-case.ts'
import { returnCase } from './return-case.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'
import { wakeTimers } from './wake-timers.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const clerk = await desk.as('somayeh-jafari')
const officer = await desk.as('leila-arab')
const photos = 'damage-photos'

const incomplete = async () => {
  const { case: id } = await submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    later: [photos],
    submissionKey: randomUUID()
  })
  return { id, filedAt: clock.now() }
}
const letter = (id: string, more: object = {}) => ({
  case: id,
  document: photos,
  file: { name: 'scan.pdf', bytes: pdf() },
  channel: 'post',
  trackingNumber: 'RR12345678',
  ...more
})
const paper = (more: object = {}) => ({
  service: '10021006',
  applicant: { kind: 'person' as const, name: 'غلام حیدری', nationalId: '0499370899' },
  answers: damageAnswers,
  files: [{ document: photos, name: 'scan.pdf', bytes: pdf() }],
  submissionKey: randomUUID(),
  channel: 'post',
  trackingNumber: 'RR12345678',
  ...more
})
const refused = (pointer: string, code: string) => (error: { fields?: readonly object[] }) => {
  const [field] = error.fields ?? []
  assert.deepEqual({ ...field, text: null }, { pointer, code, text: null })
  return true
}

test('the clock starts when the last document arrived, known since it was registered', async () => {
  const { id, filedAt } = await incomplete()
  const arrivedAt = filedAt.add({ hours: 2 })
  clock.advance('PT7H')
  const added = await addDocument(context, clerk, letter(id, { arrivedAt }))
  assert.equal(added.started, true)
  assert.equal(added.dueAt?.toString(), arrivedAt.add({ hours: 72 }).toString())
  const view = await viewCase(context, citizen, { case: id })
  assert.equal(view.clock.startedAt?.toString(), arrivedAt.toString())
  assert.equal(view.clock.usedSeconds, 5 * 3600)
  assert.equal(view.history.completeKnownAt?.toString(), clock.now().toString())
  const [document] = view.documents
  assert.equal(document?.arrivedAt?.toString(), arrivedAt.toString())
  assert.equal(document?.registeredAt.toString(), clock.now().toString())
  const asKnownAt = clock.now().subtract({ hours: 1 })
  const then = await viewCase(context, citizen, { case: id, asKnownAt })
  assert.equal(then.clock.state, 'not-started', 'an hour ago nobody knew')
  assert.deepEqual(then.missing, [photos])
})

test('a letter that is found after the clock started moves its start back', async () => {
  const { id, filedAt } = await incomplete()
  const arrivedAt = filedAt.add({ hours: 1 })
  clock.advance('PT20H')
  await addDocument(context, citizen, letter(id, { channel: 'site', trackingNumber: undefined }))
  clock.advance('PT2H')
  const found = await addDocument(context, clerk, letter(id, { arrivedAt }))
  assert.equal(found.dueAt?.toString(), arrivedAt.add({ hours: 72 }).toString())
  const later = { arrivedAt: filedAt.add({ hours: 21 }) }
  const again = await addDocument(context, clerk, letter(id, later))
  assert.equal(again.started, false)
  assert.equal(again.dueAt?.toString(), found.dueAt?.toString())
})

test('what lay about until it was late is a breach at once, and no timer is lost', async () => {
  const { id, filedAt } = await incomplete()
  clock.advance('PT200H')
  await wakeTimers(context)
  const late = await addDocument(context, clerk, letter(id, { arrivedAt: filedAt }))
  const dueAt = filedAt.add({ hours: 72 }).toString()
  assert.equal(late.dueAt?.toString(), dueAt)
  const arrivedAt = clock.now().subtract({ hours: 100 })
  const filed = await registerIntake(context, clerk, paper({ arrivedAt }))
  assert.equal(filed.filedAt.toString(), arrivedAt.toString())
  for (const [subject, due] of [
    [id, dueAt],
    [filed.case, arrivedAt.add({ hours: 72 }).toString()]
  ] as const) {
    const { clock: read, history } = await viewCase(context, clerk, { case: subject })
    assert.equal(read.late, true)
    const breaches = history.breaches.map((each) => [each.at.toString(), each.dueAt.toString()])
    assert.deepEqual(breaches, [[clock.now().toString(), due]])
  }
  assert.equal(await wakeTimers(context), 0, 'nothing is left to be found late')
})

test('an application on paper is filed when it arrived, by the card of that day', async () => {
  const before = clock.now()
  clock.advance('PT24H')
  const editor: Actor = {
    kind: 'person',
    id: citizen.id,
    name: { fa: 'سنجش', en: 'Test' },
    grants: [{ authority: 'sko', unit: null, role: 'authority-admin', post: null }],
    person: null
  }
  const model = await cardInForce(context.db, '10021006', clock.now())
  assert.ok(model)
  const promisedTime = { amount: 10, unit: 'calendar-days' as const }
  await publishCard(context, editor, { ...model.card, promisedTime })
  await takeEffects(context)
  clock.advance('PT1H')
  const arrivedAt = before.add({ hours: 3 })
  const { case: id, dueAt } = await registerIntake(context, clerk, paper({ arrivedAt }))
  assert.equal(dueAt?.toString(), arrivedAt.add({ hours: 72 }).toString())
  const view = await viewCase(context, clerk, { case: id })
  assert.equal(view.history.cardVersion, '10021006@1')
  assert.deepEqual(view.card.promisedTime, model.card.promisedTime)
  const facts = await factsOf(context.db, view.applicant.id, id)
  for (const fact of facts.filter(({ kind }) => kind !== 'case.viewed')) {
    assert.equal(fact.at.toString(), arrivedAt.toString(), fact.kind)
    assert.equal(fact.knownAt.toString(), clock.now().toString(), fact.kind)
  }
  const now = await registerIntake(context, clerk, paper())
  const newer = await viewCase(context, clerk, { case: now.case })
  assert.equal(newer.history.cardVersion, '10021006@2')
  assert.equal(newer.arrivedAt, null)
  const [first] = model.card.form.fields
  assert.ok(first)
  const question = { ...first, name: 'since', required: true }
  const fields = [...model.card.form.fields, question]
  await publishCard(context, editor, { ...model.card, promisedTime, form: { fields } })
  await takeEffects(context)
  clock.advance('PT1H')
  const answers = { ...damageAnswers, since: damageAnswers.disaster }
  const asked = await registerIntake(context, clerk, paper({ answers, arrivedAt }))
  const unlike = await viewCase(context, clerk, { case: asked.case })
  assert.equal(unlike.history.cardVersion, '10021006@3', 'the earlier form does not ask that')
  await publishCard(context, editor, model.card)
  await takeEffects(context)
})

test('a time of arrival that cannot be is refused at its field', async () => {
  const { id, filedAt } = await incomplete()
  clock.advance('PT2H')
  const add = (more: object) => addDocument(context, clerk, letter(id, more))
  const at = '/arrivedAt'
  await assert.rejects(
    add({ arrivedAt: clock.now().add({ seconds: 1 }) }),
    refused(at, 'intake/arrived-later')
  )
  await assert.rejects(add({ arrivedAt: filedAt.subtract({ minutes: 2 }) }), (error: Error) => {
    const text = (error as unknown as { fields: { text: { fa: string } }[] }).fields[0]?.text.fa
    assert.match(text ?? '', /پیش از خود درخواست \(.+ساعت/)
    return refused(at, 'intake/arrived-before-filing')(error as object)
  })
  const bySite = letter(id, { channel: 'site', arrivedAt: filedAt, trackingNumber: undefined })
  await assert.rejects(addDocument(context, citizen, bySite), refused(at, 'intake/arrived-by-site'))
  // The clerk types whole minutes.
  const minute = filedAt.subtract({ seconds: 20 })
  const same = await add({ arrivedAt: minute })
  assert.equal(same.dueAt?.toString(), filedAt.add({ hours: 72 }).toString())
})

test('an arrival long ago needs its reason, which the applicant reads', async () => {
  const arrivedAt = clock.now().subtract({ hours: 24 * 61 })
  const register = (more: object) => registerIntake(context, clerk, paper({ arrivedAt, ...more }))
  await assert.rejects(register({}), refused('/lateReason', 'intake/late-reason'))
  await assert.rejects(register({ lateReason: '  ' }), refused('/lateReason', 'intake/late-reason'))
  const old = { arrivedAt: clock.now().subtract({ hours: 24 * 4000 }), lateReason: 'x' }
  await assert.rejects(register(old), refused('/arrivedAt', 'intake/arrived-long-ago'))
  const { case: id } = await register({ lateReason: 'نامه در بایگانی پیدا شد.' })
  const { history, notes } = await viewCase(context, clerk, { case: id })
  assert.equal(notes[history.filed.lateReason ?? '']?.text, 'نامه در بایگانی پیدا شد.')
  assert.equal(history.documents[0]?.lateReason, history.filed.lateReason)
})

test('the same file is not taken twice for one document', async () => {
  const { id } = await incomplete()
  clock.advance('PT1S')
  const file = { name: 'scan.pdf', bytes: pdf() }
  await addDocument(context, clerk, letter(id, { file }))
  const again = addDocument(context, clerk, letter(id, { file: { ...file, name: 'other.pdf' } }))
  await assert.rejects(again, refused(`/documents/${photos}`, 'document/same-file'))
  const other = await viewCase(context, citizen, { case: id })
  assert.equal(other.documents.length, 1)
})

test('an answer to a return that lay about ends its pause when it arrived', async () => {
  const filed = await registerIntake(context, clerk, paper())
  clock.advance('PT2H')
  const defects = [{ code: 'document-unreadable' as const, item: `document:${photos}` }]
  await returnCase(context, officer, { case: filed.case, defects })
  const returnedAt = clock.now()
  clock.advance('PT30H')
  await addDocument(
    context,
    clerk,
    letter(filed.case, { arrivedAt: returnedAt.add({ hours: 10 }) })
  )
  clock.advance('PT1H')
  const answered = (arrivedAt: Temporal.Instant) =>
    resubmitCase(context, clerk, { case: filed.case, arrivedAt })
  const outOfRange = refused('/arrivedAt', 'case/answered-out-of-range')
  await assert.rejects(answered(returnedAt.subtract({ seconds: 1 })), outOfRange)
  await assert.rejects(answered(clock.now().add({ seconds: 1 })), outOfRange)
  const back = await resubmitCase(context, clerk, { case: filed.case })
  const due = filed.filedAt.add({ hours: 72 + 10 })
  assert.equal(back.dueAt?.toString(), due.toString())
  const { history } = await viewCase(context, clerk, { case: filed.case })
  assert.equal(history.returns[0]?.resubmissionKnownAt?.toString(), clock.now().toString())
})

test('a return for a letter that was there already stops no clock', async () => {
  const { id, filedAt } = await incomplete()
  clock.advance('PT5H')
  const defects = [{ code: 'document-missing' as const, item: `document:${photos}` }]
  await returnCase(context, officer, { case: id, defects })
  clock.advance('PT20H')
  const arrivedAt = filedAt.add({ hours: 3 })
  const added = await addDocument(context, clerk, letter(id, { arrivedAt }))
  assert.equal(added.stage, 'returned')
  const back = await resubmitCase(context, clerk, { case: id })
  assert.equal(back.dueAt?.toString(), arrivedAt.add({ hours: 72 }).toString())
})

test('the caches are what the facts say', async () => {
  await wakeTimers(context)
  await desk.drain()
  assert.deepEqual((await checkCases(context.db, clock.now())).differences, [])
})
