// Goal: a cache that does not say what the facts say is found. Method: rows changed behind the desk.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { checkCases } from './check-cases.ts'
import { submitCase } from './submit-case.ts'

const desk = await testDesk()
const { context, clock } = desk
const { case: id } = await submitCase(context, await desk.as('maryam-rezaei'), {
  service: '10021006',
  answers: damageAnswers,
  files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
  submissionKey: randomUUID()
})
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
