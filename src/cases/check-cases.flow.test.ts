// Goal: a cache that does not say what the facts say is found. Method: rows changed behind the desk.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { addDocument } from './add-document.ts'
import { checkCases } from './check-cases.ts'
import { handOnDocument } from './handed-on/hand-on-document.ts'
import { registerIntake } from './register-intake.ts'
import { resubmitCase } from './resubmit-case.ts'
import { returnCase } from './return-case.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'

const desk = await testDesk()
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('leila-arab')
const application = () => ({
  service: '10021006',
  answers: damageAnswers,
  files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
  submissionKey: randomUUID()
})
const { case: id } = await submitCase(context, citizen, application())
await desk.drain()
const differences = async () =>
  (await checkCases(context.db, clock.now())).differences.map(
    (each) => `${each.what}: ${each.cached}`
  )

async function tamper(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: desk.url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

test('checkCases finds no difference where nobody has meddled', async () => {
  assert.deepEqual(await differences(), [])
})

test('checkCases finds none where time goes by between a request and its rows', async () => {
  let now = clock.now()
  const ticking = { ...context, clock: { now: () => (now = now.add({ microseconds: 1237 })) } }
  const clerk = await desk.as('somayeh-jafari')
  const { case: made } = await submitCase(ticking, citizen, {
    ...application(),
    files: [],
    later: ['damage-photos']
  })
  const document = 'damage-photos'
  const scan = () => ({ case: made, document, file: { name: 'a.pdf', bytes: pdf() } })
  const arrivedAt = now.add({ nanoseconds: 1_000_999 })
  clock.set(now.add({ hours: 1 }))
  now = clock.now()
  const post = { channel: 'post', trackingNumber: 'RR12345678', arrivedAt }
  await addDocument(ticking, clerk, { ...scan(), ...post })
  await addDocument(ticking, citizen, { ...scan(), channel: 'site' })
  const posted = { ...application(), applicant: { person: citizen.id }, ...post }
  await registerIntake(ticking, clerk, posted)
  const defects = [{ code: 'document-unreadable' as const, item: `document:${document}` }]
  await returnCase(ticking, officer, { case: made, defects })
  await addDocument(ticking, citizen, { ...scan(), channel: 'site' })
  await resubmitCase(ticking, citizen, { case: made })
  clock.set(now)
  await desk.drain()
  assert.deepEqual(await differences(), [])
  const { history } = await viewCase(context, citizen, { case: made })
  const { documents, returns } = history
  assert.ok(documents.every((each) => each.arrivedAt !== null || each.at.equals(each.registeredAt)))
  assert.equal(returns[0]?.resubmittedAt?.toString(), returns[0]?.resubmissionKnownAt?.toString())
})

test('checkCases finds a row, a clock, a document and a queue that were changed by hand', async () => {
  await tamper(`update cases set stage = 'decided' where id = '${id}'`)
  await tamper(`update case_clocks set due_at = due_at + interval '1 day' where case_id = '${id}'`)
  await tamper(`update case_documents set size_bytes = 1 where case_id = '${id}'`)
  await tamper(`update queue_items set unit = 'it' where case_id = '${id}'`)
  assert.deepEqual((await differences()).toSorted(), [
    'case.stage: "decided"',
    'clock.dueAt: "2026-11-25T06:00:00Z"',
    'document.sizeBytes: 1',
    'queue.dueAt: "2026-11-24T06:00:00Z"',
    'queue.stage: "received"',
    'queue.state: "open"',
    'queue.unit: "it"'
  ])
})

/** A case of its own, so that what is done to one is not found in another. */
async function fresh(): Promise<string> {
  const { case: made } = await submitCase(context, citizen, application())
  clock.advance('PT1H')
  await returnCase(context, officer, {
    case: made,
    defects: [{ code: 'field-unclear', item: 'field:place', note: 'کدام کوچه؟' }]
  })
  await desk.drain()
  return made
}

const named = async (of: string) => {
  const { differences: found } = await checkCases(context.db, clock.now())
  return [...new Set(found.filter((each) => each.case === of).map((each) => each.what))].toSorted()
}

test('checkCases names each row that was deleted by hand', async () => {
  for (const [statement, what] of [
    ['delete from cases where id = $', ['case']],
    ['delete from case_clocks where case_id = $', ['clock.authority', 'clock.state']],
    ['delete from case_codes where case_id = $', ['code.case']],
    ['delete from case_documents where case_id = $', ['document.id', 'document.sha256']],
    [
      'delete from file_chunks where file_id in (select id from case_documents where case_id = $)',
      ['document.bytes']
    ],
    ['delete from case_notes where case_id = $', ['note.id']],
    ['delete from queue_items where case_id = $', ['queue.case', 'queue.stage']],
    ["delete from facts where subject = $ and kind = 'case.submitted'", ['facts']],
    [
      "delete from facts where subject = $ and kind = 'case.returned'",
      ['case.factsThrough', 'case.stage', 'clock.state']
    ]
  ] as const) {
    const made = await fresh()
    assert.deepEqual(await named(made), [], statement)
    await tamper(statement.replace('$', `'${made}'`))
    const found = await named(made)
    assert.deepEqual(
      what.filter((each) => !found.includes(each)),
      [],
      `${statement}: ${found.join(' ')}`
    )
  }
})

test('checkCases names each value that was changed by hand', async () => {
  for (const [statement, what] of [
    ["update cases set stage = 'decided' where id = $", 'case.stage'],
    ["update cases set filed_at = filed_at + interval '1 day' where id = $", 'case.filedAt'],
    ["update cases set unit = 'it' where id = $", 'case.unit'],
    ["update cases set units = '{sko/it}' where id = $", 'case.units'],
    ["update cases set card_version = '10021001@1' where id = $", 'case.cardVersion'],
    ['update case_clocks set late = true where case_id = $', 'clock.late'],
    ["update case_clocks set wake_at = '2030-01-01Z' where case_id = $", 'clock.wakeAt'],
    ['update case_codes set case_id = gen_random_uuid() where case_id = $', 'code.case'],
    ["update case_documents set sha256 = repeat('0', 64) where case_id = $", 'document.sha256'],
    [
      "update case_documents set arrived_at = '2026-01-01Z' where case_id = $",
      'document.arrivedAt'
    ],
    ["update queue_items set order_at = '2026-01-01Z' where case_id = $", 'queue.orderAt'],
    ["update queue_items set assigned_to = 'x' where case_id = $", 'queue.assignedTo'],
    [
      "update case_receipts set content = jsonb_set(content, '{missing}', '[\"x\"]') where case_id = $",
      'receipt.missing'
    ]
  ] as const) {
    const made = await fresh()
    await tamper(statement.replace('$', `'${made}'`))
    assert.ok((await named(made)).includes(what), `${statement}: ${(await named(made)).join(' ')}`)
  }
})

test('checkCases names a document that a unit was given by hand, and one that was taken back by hand', async () => {
  const on = await submitCase(context, citizen, application())
  const { documents } = await viewCase(context, citizen, on)
  const handed = { case: on.case, document: documents[0]?.id ?? '', reason: 'برآورد خسارت' }
  await handOnDocument(context, officer, { ...handed, unit: 'investment' })
  await desk.drain()
  const ofShares = async () => (await differences()).filter((each) => each.startsWith('share'))
  assert.deepEqual(await ofShares(), [])
  await tamper(`update document_shares set unit = 'it' where case_id = '${on.case}'`)
  const found = await ofShares()
  assert.ok(found.includes('share.unit: absent'))
  assert.ok(found.includes(`share.document: "${handed.document}"`))
})
