// Goal: filing makes one case, whole or not at all. Method: the real use cases on a real database.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, meetingAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { factsBetween, factsOf } from '../ledger/index.ts'
import { InvalidInputError } from '../platform/index.ts'
import { caseByCode } from './case-by-code.ts'
import { bucketOfId } from './case-id.ts'
import { caseById } from './case-store.ts'
import { checkCases } from './check-cases.ts'
import { clocksOf } from './clock-store.ts'
import { listMyCases } from './list-my-cases.ts'
import { readDocument } from './read-document.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context } = desk
const citizen = await desk.as('maryam-rezaei')
const photo = (bytes = pdf()) => ({ document: 'damage-photos', name: 'عکس‌ها.pdf', bytes })
const damage = (more: object = {}) => ({
  service: '10021006',
  answers: damageAnswers,
  files: [photo()],
  submissionKey: randomUUID(),
  ...more
})

test('submitCase files a complete case with its facts, its clock and its document', async () => {
  const bytes = pdf(30_000)
  const filed = await submitCase(context, citizen, damage({ files: [photo(bytes)] }))
  assert.equal(filed.dueAt?.toString(), '2026-11-24T06:00:00Z', '72 hours')
  assert.deepEqual(filed.missing, [])
  const facts = await factsOf(context.db, citizen.id, filed.case)
  assert.deepEqual(
    facts.map((fact) => fact.kind),
    ['case.submitted', 'document.received', 'case.documents-complete']
  )
  assert.ok(facts.every((fact) => fact.cardVersion === '10021006@1'))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  assert.equal(facts[1]?.body.sha256, sha256)
  const [document] = (await viewCase(context, citizen, { case: filed.case })).documents
  assert.equal(document?.mediaType, 'application/pdf')
  const opened = await readDocument(context, citizen, {
    case: filed.case,
    document: document?.id ?? ''
  })
  const read = Buffer.concat(await Array.fromAsync(opened.content))
  assert.deepEqual(read, bytes)
  const state = await caseByCode(context, ` ${filed.code.toLowerCase()} `)
  assert.equal(state?.stage, 'received')
  assert.ok(state !== null && !JSON.stringify(state).includes('مریم'))
})

test('submitCase runs working days on the office calendar', async () => {
  const filed = await submitCase(context, citizen, {
    service: '10021001',
    answers: meetingAnswers,
    submissionKey: randomUUID()
  })
  const clock = (await clocksOf(context.db, [filed.case])).get(filed.case)
  assert.equal(clock?.calendarVersion, 'sko-office@1')
  assert.ok(filed.dueAt !== null && Temporal.Instant.compare(filed.dueAt, context.clock.now()) > 0)
})

test('submitCase waits for a document that is to come later', async () => {
  const filed = await submitCase(context, citizen, damage({ files: [], later: ['damage-photos'] }))
  assert.equal(filed.dueAt, null)
  assert.deepEqual(filed.missing, ['damage-photos'])
  const view = await viewCase(context, citizen, { case: filed.case })
  assert.equal(view.history.stage, 'awaiting-documents')
  assert.equal(view.clock.state, 'not-started')
})

test('submitCase says everything that is wrong at once, and changes nothing', async () => {
  const before = (await factsBetween(context.db, {})).length
  const bad = damage({
    answers: { ...damageAnswers, mobile: '12', eventDate: '1405-12-30', extra: '\u202eevil' },
    files: [{ document: 'passport', name: 'p.pdf', bytes: pdf() }]
  })
  const error = await submitCase(context, citizen, bad).catch((caught: unknown) => caught)
  assert.ok(error instanceof InvalidInputError)
  assert.deepEqual(error.fields.map((field) => field.pointer).toSorted(), [
    '/answers/eventDate',
    '/answers/extra',
    '/answers/mobile',
    '/documents/damage-photos',
    '/documents/passport'
  ])
  assert.equal((await factsBetween(context.db, {})).length, before)
})

test('submitCase refuses files that are empty, lie about their type, or are too large', async () => {
  const files: [Buffer, string, string][] = [
    [Buffer.alloc(0), 'a.pdf', 'upload/empty'],
    [Buffer.from('MZ this is a program'), 'a.pdf', 'upload/lies-about-type'],
    [pdf(), 'photo.png', 'upload/lies-about-type'],
    [Buffer.from('<html></html>'), 'page.html', 'upload/type-refused'],
    [Buffer.from('PK\u0003\u0004'), 'x.docx', 'upload/lies-about-type'],
    [pdf(20_971_521), 'a.pdf', 'upload/too-large']
  ]
  for (const [bytes, name, code] of files) {
    const given = damage({ files: [{ document: 'damage-photos', name, bytes }] })
    const error = await submitCase(context, citizen, given).catch((caught: unknown) => caught)
    assert.ok(error instanceof InvalidInputError, name)
    assert.equal(error.fields[0]?.code, code, name)
  }
})

test('submitCase gives the same case to a form that is sent twice, even at once', async () => {
  const form = damage()
  const sent = await Promise.all(
    Array.from({ length: 6 }, () => submitCase(context, citizen, form))
  )
  assert.equal(new Set(sent.map((each) => each.case)).size, 1)
  assert.equal(sent.filter((each) => !each.repeated).length, 1)
  const facts = await factsOf(context.db, citizen.id, sent[0]?.case ?? '')
  assert.equal(facts.length, 3)
  const other = await submitCase(context, await desk.as('hossein-barati'), form)
  assert.notEqual(other.case, sent[0]?.case, 'another person may use the same key')
})

test('submitCase refuses hostile keys and unknown services', async () => {
  await assert.rejects(submitCase(context, citizen, damage({ submissionKey: "x'; --" })), {
    code: 'input/invalid'
  })
  await assert.rejects(submitCase(context, citizen, damage({ service: '99999999' })), {
    code: 'case/service-not-offered'
  })
  const key = { ...citizen, kind: 'api-key' as const, person: null }
  await assert.rejects(submitCase(context, key, damage()), { code: 'case/not-a-person' })
})

test('listMyCases lists the newest first, page by page, and only one’s own', async () => {
  const all = await listMyCases(context, citizen)
  const first = await listMyCases(context, citizen, { limit: 2 })
  const second = await listMyCases(context, citizen, { limit: 2, cursor: first.next ?? '' })
  assert.deepEqual([...first.items, ...second.items], all.items.slice(0, 4))
  assert.ok(all.items.every((item) => bucketOfId(item.id) !== null))
  const others = await listMyCases(context, await desk.as('zahra-khosravi'))
  assert.deepEqual(others.items, [])
})

test('a case’s row carries the version that it was filed under', async () => {
  const filed = await submitCase(context, citizen, damage())
  const record = await caseById(context.db, filed.case)
  assert.equal(record?.cardVersion, '10021006@1')
  assert.equal(record?.version, 1)
  assert.equal(await caseById(context.db, 'no-uuid'), null)
})

test('checkCases finds what was filed as the facts say', async () => {
  await desk.drain()
  const { checked, differences } = await checkCases(context.db, context.clock.now())
  assert.deepEqual(differences, [])
  assert.ok(checked > 3)
})
