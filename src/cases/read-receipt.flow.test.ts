// Goal: a receipt says what was received and promised when it was issued, whatever becomes of the case.
// Method: the receipt is read at each moment of a life, and as an older installation would have it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { damageAnswers, jpeg, pdf, testDesk } from '../../tests/support/desk.ts'
import { addDocument } from './add-document.ts'
import { checkCases } from './check-cases.ts'
import { readReceipt } from './read-receipt.ts'
import { registerIntake } from './register-intake.ts'
import { resubmitCase } from './resubmit-case.ts'
import { returnCase } from './return-case.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const clerk = await desk.as('somayeh-jafari')
const officer = await desk.as('leila-arab')
const photos = 'damage-photos'
const file = async (more: object = {}) =>
  submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: photos, name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID(),
    ...more
  })
const read = (id: string) => readReceipt(context, citizen, { case: id })
const plain = (value: object) => JSON.parse(JSON.stringify(value)) as object

async function change(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: desk.url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

test('readReceipt gives what was issued, after a return and new documents', async () => {
  const { case: id, code, dueAt } = await file()
  const issued = await read(id)
  assert.equal(issued.receipt.code, code)
  assert.equal(issued.receipt.cardVersion, '10021006@1')
  assert.equal(issued.receipt.issuedAt.toString(), clock.now().toString())
  assert.deepEqual(issued.receipt.promisedTime, { amount: 72, unit: 'hours' })
  clock.advance('PT3H')
  const defects = [{ code: 'document-unreadable' as const, item: `document:${photos}` }]
  await returnCase(context, officer, { case: id, defects })
  clock.advance('PT5H')
  const again = { name: 'b.jpg', bytes: jpeg() }
  await addDocument(context, citizen, { case: id, document: photos, channel: 'site', file: again })
  const back = await resubmitCase(context, citizen, { case: id })
  assert.notEqual(back.dueAt?.toString(), dueAt?.toString())
  const now = await read(id)
  assert.deepEqual(plain(now.receipt), plain(issued.receipt))
  assert.equal(now.shown.clock.dueAt?.toString(), dueAt?.toString())
  assert.equal(now.shown.clock.state, 'running')
  assert.deepEqual(
    now.shown.documents.map(({ sha256 }) => sha256),
    issued.receipt.documents.map(({ sha256 }) => sha256)
  )
  assert.equal((await viewCase(context, citizen, { case: id })).documents.length, 2)
})

test('readReceipt promises no due instant where documents were still to come', async () => {
  const { case: id } = await file({ files: [], later: [photos] })
  clock.advance('PT1H')
  const scan = { name: 'a.pdf', bytes: pdf() }
  await addDocument(context, citizen, { case: id, document: photos, channel: 'site', file: scan })
  const { receipt, shown } = await read(id)
  assert.deepEqual([receipt.clockState, receipt.dueAt], ['not-started', null])
  assert.deepEqual([receipt.missing, shown.missing], [[photos], [photos]])
  assert.deepEqual([shown.documents, shown.clock.state], [[], 'not-started'])
})

test('readReceipt of what came by post tells both times', async () => {
  const arrivedAt = clock.now().subtract({ hours: 30 })
  const { case: id } = await registerIntake(context, clerk, {
    service: '10021006',
    applicant: { person: citizen.id },
    answers: damageAnswers,
    files: [{ document: photos, name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID(),
    channel: 'post',
    trackingNumber: 'RR12345678',
    arrivedAt
  })
  const { receipt, shown } = await read(id)
  assert.equal(receipt.filedAt.toString(), arrivedAt.toString())
  assert.equal(receipt.issuedAt.toString(), clock.now().toString())
  assert.equal(shown.registeredAt.toString(), clock.now().toString())
  assert.equal(receipt.dueAt?.toString(), arrivedAt.add({ hours: 72 }).toString())
})

test('a case that was filed before receipts were kept is read as it was known then', async () => {
  const { case: id } = await file()
  const issued = await read(id)
  await change(`delete from case_receipts where case_id = '${id}'`)
  clock.advance('PT9H')
  const defects = [{ code: 'field-unclear' as const, item: 'field:place' }]
  await returnCase(context, officer, { case: id, defects })
  const now = await read(id)
  assert.deepEqual(plain(now.receipt), plain(issued.receipt))
  assert.equal(now.shown.clock.dueAt?.toString(), issued.shown.clock.dueAt?.toString())
})

test('checkCases names a receipt that was changed by hand', async () => {
  const { case: id } = await file()
  await desk.drain()
  assert.deepEqual((await checkCases(context.db, clock.now())).differences, [])
  await change(`update case_receipts set content = jsonb_set(content, '{dueAt}',
    '"2026-12-30T00:00:00Z"') where case_id = '${id}'`)
  const { differences } = await checkCases(context.db, clock.now())
  assert.deepEqual(
    differences.map(({ case: of, what, cached }) => [of, what, cached]),
    [[id, 'receipt.dueAt', '"2026-12-30T00:00:00Z"']]
  )
})
