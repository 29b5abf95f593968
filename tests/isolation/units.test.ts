// Goal: the database gives the rows of a case to the units of its published process, to who looks after
// them and to its applicant, and to no other unit, whatever the query says; and it gives them no less than
// `accessOf` allows. Method: cases of several units, one ended, one with a document handed on; then every
// role in every unit and post, and random sets of them, read every table whole, with no use case between.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { accessOf } from '../../src/cases/case-access.ts'
import { checkCases } from '../../src/cases/check-cases.ts'
import { readCaseFile } from '../../src/cases/case-file.ts'
import { handOnDocument } from '../../src/cases/handed-on/hand-on-document.ts'
import { unitsOfActor } from '../../src/cases/read-queue.ts'
import { queueStateOf } from '../../src/cases/queue.ts'
import { submitCase } from '../../src/cases/submit-case.ts'
import { withdrawCase } from '../../src/cases/withdraw-case.ts'
import { cardInForce } from '../../src/catalogue/index.ts'
import { inventAnswers } from '../../src/commands/demo/answers.ts'
import { inventFile } from '../../src/commands/demo/files.ts'
import { randomOf } from '../../src/commands/demo/random.ts'
import { type Actor, createApiKey } from '../../src/people/index.ts'
import { unitsOfGrant } from '../../src/people/data-scope.ts'
import type { Grant } from '../../src/people/role.ts'
import { inTransaction } from '../../src/platform/index.ts'
import { testDesk } from '../support/desk.ts'
import { asker, everyGrant } from './unit-askers.ts'
import { type ForgedRow, deleteWhole, privateTables, readWhole } from './forged.ts'

const root = resolve(import.meta.dirname, '../..')
const desk = await testDesk()
const { context } = desk
const { db, clock } = context

const cases = {
  meeting: await filed('maryam-rezaei', '10021001'),
  damage: await filed('hossein-barati', '10021006'),
  ended: await filed('gholam-haidari', '10021006'),
  header: await filed('maryam-rezaei', '18051001')
}
await withdrawCase(context, await desk.as('gholam-haidari'), { case: cases.ended.id })
await handOnDocument(context, await desk.as('leila-arab'), {
  ...{ case: cases.damage.id, document: cases.damage.documents[0] ?? '' },
  ...{ unit: 'investment', reason: 'برآورد خسارت' }
})
await desk.drain()
await sql`
  insert into case_judgements (bucket, case_id, id, unit, verdict, note, judged_by, judged_at, data_type)
  select bucket, id, gen_random_uuid(), unit, 'accepted', '-', 'x', now(), data_type from cases`.execute(
  db
)
const tables = await privateTables(db)
const files = await Promise.all(
  Object.values(cases).map(async (each) => {
    const file = await readCaseFile(db, each.id, clock.now())
    if (file === null) throw new Error(each.id)
    const notes = await sql<{ id: string }>`
      select id from case_notes where case_id = ${each.id}`.execute(db)
    return { ...each, file, marks: [each.id, ...each.documents, ...notes.rows.map(({ id }) => id)] }
  })
)
type FiledCase = (typeof files)[number]

async function filed(by: string, service: string) {
  const applicant = await desk.as(by)
  const found = await cardInForce(db, service, clock.now())
  if (found === null) throw new Error(service)
  const { card } = found
  const submission = await submitCase(context, applicant, {
    service,
    answers: inventAnswers(card.form, randomOf(7)),
    files: card.documents.map((each) => ({ document: each.code, ...inventFile(each, service) })),
    submissionKey: randomUUID()
  })
  const rows = await sql<{ id: string }>`
    select id from case_documents where case_id = ${submission.case} order by id`.execute(db)
  return { id: submission.case, applicant: applicant.id, documents: rows.rows.map(({ id }) => id) }
}

const readByAll = ['cases', 'facts', 'persons']
const hanging = ['case_clocks', 'case_documents', 'case_judgements', 'case_receipts', 'file_chunks']
const readFully = [...readByAll, ...hanging]

/** Tables in which somebody finds rows of a case, by what the use cases allow. */
function allowed(actor: Actor, { file, marks, id }: FiledCase): string[] {
  const { record, card } = file
  const { reader, clerk } = accessOf(actor, { record, card, owner: false })
  const isHandedOn = id === cases.damage.id
  const isShared =
    isHandedOn && actor.grants.some((each) => unitsOfGrant(each).includes('sko/investment'))
  const shares = isHandedOn ? ['document_shares'] : []
  const notes = marks.length > 1 + readDocuments(id) ? ['case_notes'] : []
  return [
    ...new Set([
      ...(reader === null ? (clerk ? readByAll : []) : [...readFully, ...shares, ...notes]),
      ...(isShared ? ['case_documents', 'case_notes', 'document_shares', 'file_chunks'] : []),
      ...(inQueue(actor, record) ? ['queue_items'] : [])
    ])
  ].toSorted()
}

function readDocuments(id: string): number {
  return files.find((each) => each.id === id)?.documents.length ?? 0
}

function inQueue(actor: Actor, { authority, unit, stage }: FiledCase['file']['record']): boolean {
  try {
    const units = unitsOfActor(actor, { authority, state: queueStateOf(stage) })
    return units === null || units.includes(unit)
  } catch {
    return false
  }
}

function tablesFound(rows: readonly ForgedRow[], { marks, applicant }: FiledCase): string[] {
  const own = rows.filter(({ table, row }) =>
    table === 'persons'
      ? (JSON.parse(row) as { id: string }).id === applicant
      : marks.some((mark) => row.includes(mark))
  )
  return [...new Set(own.map(({ table }) => table))].toSorted()
}

async function demandExactly(grants: readonly Grant[]): Promise<void> {
  const { actor, scope } = asker(grants)
  const rows = await readWhole(db, scope, tables)
  for (const each of files) {
    const { service } = each.file.record
    const others = files.filter((one) => one.applicant === each.applicant && one !== each)
    const byOthers = others.flatMap((one) => allowed(actor, one)).filter((t) => t === 'persons')
    const meant = [...new Set([...allowed(actor, each), ...byOthers])].toSorted()
    assert.deepEqual(tablesFound(rows, each), meant, `${service} for ${JSON.stringify(grants)}`)
  }
}

const grants = await everyGrant(db)

test('each role in each unit, and each post, is shown what it may read and nothing else', async () => {
  for (const grant of grants) await demandExactly([grant])
  await demandExactly([{ authority: '*', unit: null, role: 'auditor', post: null }])
  assert.ok(grants.length > 100)
})

test('so is whoever holds several roles', async () => {
  const several = fc.uniqueArray(fc.constantFrom(...grants), { minLength: 2, maxLength: 4 })
  await fc.assert(fc.asyncProperty(several, demandExactly), { numRuns: 25 })
})

test('a unit to which a document was handed on finds that one and no other of the case', async () => {
  const officer: Grant = { authority: 'sko', unit: 'investment', role: 'officer', post: null }
  const rows = await readWhole(db, asker([officer]).scope, tables)
  const [shown, ...hidden] = cases.damage.documents
  assert.ok(hidden.length > 0)
  assert.ok(rows.some(({ row }) => row.includes(shown ?? '')))
  for (const document of hidden) assert.ok(!rows.some(({ row }) => row.includes(document)))
})

test('nobody deletes what is of another unit, with no condition at all', async () => {
  const officer: Grant = { authority: 'sko', unit: 'inspection-legal', role: 'officer', post: null }
  const { scope } = asker([officer])
  const ofCases = [...readFully, 'case_notes', 'queue_items', 'document_shares', 'api_keys']
  await inTransaction(db, async (tx) => {
    // What is of the body and of no case is theirs to see; the rest stays as it is.
    for (const table of ofCases.filter((each) => each !== 'facts' && each !== 'persons'))
      assert.equal(await deleteWhole(tx, scope, table), 0, table)
  })
  const { rows } = await sql`select 1 from cases`.execute(db)
  assert.equal(rows.length, files.length)
})

test('staff find each other within a unit, and who works for all of the body; keys are for administrators', async () => {
  const officer: Grant = { authority: 'sko', unit: 'investment', role: 'officer', post: null }
  await createApiKey(context, { authority: 'sko', unit: 'investment', role: 'officer', live: true })
  const seen = async (grant: Grant, table = 'role_grants') => {
    const rows = await readWhole(db, asker([grant]).scope, [table])
    return new Set(rows.map(({ row }) => (JSON.parse(row) as { unit: string | null }).unit))
  }
  assert.deepEqual(await seen(officer), new Set([null, 'investment']))
  const administrator: Grant = { ...officer, unit: null, role: 'authority-admin' }
  const all = await seen(administrator)
  assert.ok(all.size > 4)
  assert.deepEqual(await seen(officer, 'api_keys'), new Set())
  assert.deepEqual(await seen(administrator, 'api_keys'), new Set(['investment']))
})

test('cases of before are given their units, and what was handed on its case, by the migration', async () => {
  const text = await readFile(resolve(root, 'migrations/000024-units.sql'), 'utf8')
  const owner = new pg.Client({ connectionString: desk.url })
  await owner.connect()
  after(() => owner.end())
  await owner.query(`
    alter table document_shares alter applicant drop not null, alter code drop not null,
      alter card_version drop not null;
    update cases set units = '{}';
    update document_shares set applicant = null, code = null, card_version = null`)
  await owner.query(text)
  const { differences } = await checkCases(db, clock.now())
  assert.deepEqual(
    differences.filter(({ what }) => /^(?:case|share)\./.test(what)),
    []
  )
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from cases where units = '{}'`
  )
  assert.equal(rows[0]?.n, 0)
})
