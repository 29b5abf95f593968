// Goal: each cell of the row of forms and documents is measured by what the daily check found (PI-5).
// Method: a real desk with cases; what was looked at, handed in and stored is checked, then a byte of a
// document is changed by hand.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { caseDesk } from '../../src/cases/index.ts'
import { jobs } from '../../src/cases/jobs.ts'
import { factsBetween } from '../../src/ledger/index.ts'
import { letterCheckJobs } from '../../src/letters/checks/jobs.ts'
import { actorOfPerson, demonstrationPeople } from '../../src/people/index.ts'
import { dataPolicyRow } from '../../src/promises/measures/data-policy-row.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const { context, clock } = server
const check = jobs.schedule?.find(({ name }) => name === 'cases.policy')

async function as(key: string) {
  const person = (await demonstrationPeople()).find((each) => each.key === key)
  const actor = person && (await actorOfPerson(context.db, person.id, clock.now()))
  assert.ok(actor)
  return actor
}

async function fileCase(): Promise<{ case: string; document: string }> {
  const owner = await as('maryam-rezaei')
  const filed = await caseDesk.submitCase(context, owner, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID()
  })
  const { documents } = await caseDesk.viewCase(context, owner, { case: filed.case })
  return { case: filed.case, document: documents[0]?.id ?? '' }
}

async function found() {
  const facts = await factsBetween(context.db, { authority: 'sko', kinds: ['policy.checked'] })
  return new Map(facts.map(({ body }) => [body['attribute'], body]))
}

const on = await fileCase()
const officer = await as('leila-arab')
await caseDesk.viewCase(context, officer, on)
await caseDesk.readDocument(context, officer, on)
await assert.rejects(caseDesk.viewCase(context, await as('neda-yousefi'), on))
clock.advance('PT1M')

test('the daily check counts what was given, read, kept and asked for', async () => {
  await check?.run(context)
  const facts = await found()
  const told = [...facts].map(([attribute, { ok, checked, failed, refused }]) => [
    attribute,
    ok,
    Number(checked) > 0,
    failed,
    refused
  ])
  assert.deepEqual(told, [
    ['data-type', true, true, 0, 0],
    ['provided-by', true, true, 0, 0],
    ['received-by', true, true, 0, 1],
    ['storage', true, true, 0, 0],
    ['analysis', true, true, 0, 0],
    ['public-display', true, true, 0, 4]
  ])
  assert.equal(facts.get('received-by')?.['checked'], 2)
  assert.equal(facts.get('provided-by')?.['row'], 'forms-documents')
  assert.equal(facts.get('data-type')?.['row'], null)
})

test('a day is checked once', async () => {
  clock.advance('PT2H')
  await check?.run(context)
  assert.equal(
    (await factsBetween(context.db, { kinds: ['policy.checked'], authority: 'sko' })).length,
    6
  )
})

test('a document that is not as it came is found', async () => {
  await sql`update file_chunks set content = set_byte(content, 100, get_byte(content, 100) # 1)
    where file_id = ${on.document}`.execute(context.db)
  await sql`update case_documents set checked_at = null`.execute(context.db)
  clock.advance('PT24H')
  await check?.run(context)
  const storage = (await found()).get('storage')
  assert.deepEqual([storage?.['ok'], storage?.['failed']], [false, 1])
})

test('the row of letters is measured by its own check, apart from the row of documents', async () => {
  const [letters] = letterCheckJobs.schedule ?? []
  await letters?.run(context)
  const facts = await factsBetween(context.db, { authority: 'ito', kinds: ['policy.checked'] })
  const tables = facts.filter(({ body }) => body['attribute'] === 'analysis')
  const seenFor = (row: 'letters' | 'forms-documents') =>
    tables.filter((fact) => dataPolicyRow.looksAt?.(fact, { row, attribute: 'analysis' }))
  const [ofLetters, ...others] = seenFor('letters')
  assert.equal(others.length, 0)
  assert.deepEqual([ofLetters?.body['row'], ofLetters?.body['failed']], ['letters', 0])
  assert.ok(Number(ofLetters?.body['checked']) > 0)
  assert.ok(seenFor('forms-documents').every(({ body }) => body['row'] === 'forms-documents'))
})
