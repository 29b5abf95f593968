// Goal: where a check of the program is forgotten, the database still gives nothing away. Method: cases,
// reports, drafts and people of one body; then the stores are called as a use case without its check
// would call them, in the scope of somebody else, and every table is read whole. The same again as an
// ordinary user of the database, who may make no roles.
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { readCaseFile } from '../../src/cases/case-file.ts'
import { documentsOf, notesOf } from '../../src/cases/document-store.ts'
import { readChunks } from '../../src/cases/file-store.ts'
import { submitCase } from '../../src/cases/submit-case.ts'
import { factsOf } from '../../src/ledger/index.ts'
import { personById } from '../../src/people/index.ts'
import { startSession } from '../../src/people/start-session.ts'
import {
  type Db,
  type Scope,
  bucketOf,
  inTransaction,
  migrate,
  openDatabase,
  withScope
} from '../../src/platform/index.ts'
import { damageAnswers, pdf, testDesk } from '../support/desk.ts'
import { privateTables, readWhole } from './forged.ts'
import { tablesForAll } from './tables-for-all.ts'

const desk = await testDesk()
const { db } = desk.context
const citizen = await desk.as('maryam-rezaei')
const citizenScope: Scope = { people: [citizen.id], authorities: [] }
const stranger: Scope = {
  people: [(await desk.as('neda-yousefi')).id],
  authorities: ['ito']
}
const filed = await submitCase(desk.context, citizen, {
  service: '10021006',
  answers: damageAnswers,
  submissionKey: randomUUID(),
  files: [{ document: 'damage-photos', name: 'x.pdf', bytes: pdf() }]
})
await startSession(desk.context, {
  person: citizen.id,
  begunBy: 'demonstration',
  device: 'Firefox',
  before: undefined
})
await desk.drain()

/** What a use case whose check was forgotten would read of the case. */
async function readAll(from: Db) {
  const documents = await documentsOf(from, filed.case)
  const chunks: Uint8Array[] = []
  for (const { id } of documents)
    for await (const chunk of readChunks(from, { bucket: bucketOf(citizen.id), file: id }))
      chunks.push(chunk)
  return {
    file: await readCaseFile(from, filed.case, desk.clock.now()),
    documents,
    chunks,
    notes: await notesOf(from, filed.case),
    facts: await factsOf(from, citizen.id, filed.case),
    applicant: await personById(from, citizen.id)
  }
}

const nothing = { file: null, documents: [], chunks: [], notes: [], facts: [], applicant: null }

test('a use case without its check reads nothing of another, and all of its own', async () => {
  for (const scope of [stranger, 'public'] as const) {
    assert.deepEqual(await withScope(scope, () => readAll(db)), nothing)
    const within = () => inTransaction(db, (tx) => readAll(tx))
    assert.deepEqual(await withScope(scope, within), nothing)
  }
  for (const scope of [
    citizenScope,
    { people: [], authorities: ['sko'], units: ['sko/*'] }
  ] as const) {
    const read = await withScope(scope, () => readAll(db))
    assert.ok(read.file !== null && read.applicant !== null)
    assert.ok(read.chunks.length > 0 && read.facts.length > 0)
  }
})

test('nobody changes or adds what is another’s', async () => {
  const change = sql`update cases set answers = '{}' returning 1`
  const end = sql`update sessions set ended_at = now() returning 1`
  const drop = sql`delete from file_chunks returning 1`
  for (const forged of [change, end, drop])
    assert.equal((await withScope(stranger, () => forged.execute(db))).rows.length, 0)
  const grant = sql`insert into role_grants (bucket, id, person, authority, role, valid_from, given_by)
    values (1, gen_random_uuid(), ${citizen.id}, 'sko', 'approver', now(), 'x')`
  await assert.rejects(
    withScope(citizenScope, () =>
      sql`insert into queue_items select * from queue_items`.execute(db)
    ).then(() => withScope(stranger, () => grant.execute(db))),
    /row-level security/
  )
})

test('the scope of a statement is that of its caller, also side by side on one connection', async () => {
  const count = async (on: Db) =>
    (await sql<{ n: number }>`select count(*) as n from cases`.execute(on)).rows[0]?.n
  const counted = await inTransaction(db, (tx) =>
    Promise.all(
      ([citizenScope, stranger, 'system', 'public', citizenScope] as const).map((scope) =>
        withScope(scope, () => count(tx))
      )
    )
  )
  assert.deepEqual(counted, [1, 0, 1, 0, 1])
  // What a connection was told in a transaction is gone with its rollback.
  const one = openDatabase(desk.url, 1)
  after(() => one.close())
  assert.equal(await withScope('public', () => count(one.db)), 0)
  await assert.rejects(
    withScope('public', () =>
      inTransaction(one.db, async (tx) => {
        assert.equal(await withScope('system', () => count(tx)), 1)
        throw new Error('no')
      })
    )
  )
  assert.equal(await withScope('public', () => count(one.db)), 0)
  assert.equal(await count(one.db), 1)
})

test('every table is fenced, or says why not', async () => {
  const tables = await sql<{ name: string; fenced: boolean }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity and exists (
      select 1 from pg_policy p where p.polrelid = c.oid) as fenced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`.execute(db)
  const open = tables.rows.filter(({ fenced }) => !fenced).map(({ name }) => name)
  assert.deepEqual(open, Object.keys(tablesForAll).toSorted())
})

test('read whole, no table shows a stranger anything of the citizen, nor anybody a row of nobody’s', async () => {
  const ids = [citizen.id, filed.case]
  assert.deepEqual(await shown(stranger, (row) => ids.some((id) => row.includes(id))), [])
  const mine = await shown(citizenScope, (row) => ids.some((id) => row.includes(id)))
  assert.ok(mine.includes('cases') && mine.includes('sessions'), 'the method finds what there is')
  assert.deepEqual(await shown({ people: ['nobody'], authorities: ['none'] }, isPrivate), [])
  assert.deepEqual(await shown('public', isPrivate), [])
})

const publicFact =
  /"kind": "(?:agreement|card|calendar|notice|outage|planned|probe|monitoring|channel|service)\./

function isPrivate(row: string, table: string): boolean {
  return table !== 'facts' || !publicFact.test(row)
}

/** The fenced tables that show such a row; those that everybody may read are left out. */
async function shown(
  scope: Scope,
  isMeant: (row: string, table: string) => boolean
): Promise<string[]> {
  const rows = await readWhole(db, scope, await privateTables(db))
  return [
    ...new Set(rows.filter(({ row, table }) => isMeant(row, table)).map(({ table }) => table))
  ]
}

test('the fence holds for an ordinary user of the database, who may make no roles', async () => {
  const plain = await plainDatabase()
  await migrate(plain)
  const opened = openDatabase(plain, 2)
  after(() => opened.close())
  const make = (of: Db) =>
    sql`insert into drafts
    (bucket, id, person, service, card_version, answers, later, saved_at, data_type)
    values (1, gen_random_uuid(), ${citizen.id}, 's', 's@1', '{}', '[]', now(), 'forms-documents')`.execute(
      of
    )
  await withScope(citizenScope, () => make(opened.db))
  await assert.rejects(
    withScope(stranger, () => make(opened.db)),
    /row-level security/
  )
  const count = async () =>
    (
      await sql<{
        n: number
        by: string
      }>`select count(*) as n, current_user as by from drafts`.execute(opened.db)
    ).rows[0]
  assert.equal((await withScope(stranger, count))?.n, 0)
  assert.equal((await withScope('public', count))?.n, 0)
  const own = await withScope(citizenScope, count)
  assert.equal(own?.n, 1)
  assert.match(own.by, /^peyman_plain_/)
  assert.equal((await count())?.n, 1)
})

/** A database that belongs to somebody who may nothing but log in. */
async function plainDatabase(): Promise<string> {
  const name = `peyman_plain_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  const administrator = new pg.Client({ connectionString: desk.url })
  await administrator.connect()
  await administrator.query(`create role ${name} login password '${password}'`)
  await administrator.query(`create database ${name} owner ${name}`)
  after(async () => {
    await administrator.query(`drop database ${name} with (force)`)
    await administrator.query(`drop role ${name}`)
    await administrator.end()
  })
  const url = new URL(desk.url.replace('@/', '@localhost/'))
  url.username = name
  url.password = password
  url.pathname = `/${name}`
  return url.toString().replace('@localhost/', '@/')
}
