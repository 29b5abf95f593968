// Goal: what has passed its time goes by itself, and what is held or has a rule of its own does not.
// Method: rules of a file and of the page over ended applications and closed reports, and a moved clock.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { caseDesk, checkCases } from '../../src/cases/index.ts'
import { factsBetween } from '../../src/ledger/index.ts'
import { type Actor, personalData } from '../../src/people/index.ts'
import { personalDataHolders } from '../../src/personal-data.ts'
import { type Context, Refusal, bucketOf, newId } from '../../src/platform/index.ts'
import { damageAnswers, meetingAnswers, pdf, testDesk } from '../support/desk.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const folder = await mkdtemp(join(tmpdir(), 'peyman-retention-'))
after(() => rm(folder, { recursive: true, force: true }))
const context: Context = { ...desk.context, config: { ...desk.context.config, dataFolder: folder } }
const maryam = await desk.as('maryam-rezaei')
const admin = actorWith('authority-admin')
const inspector = actorWith('inspector')
const services = [{ code: '10021006', authority: 'sko', title: { fa: 'خسارت', en: 'Damage' } }]
const rule = {
  ...{ authority: 'sko', dataType: 'forms-documents', keepDays: 30, erasable: false },
  services
}
const jobs = personalData.personalDataJobs(personalDataHolders).schedule ?? []
const turn = async () => {
  for (const job of jobs) await job.run(context)
  await desk.drain()
}
const meeting = await end(await file('10021001'))
const damage = await end(await file('10021006'))
const held = await end(await file('10021001'))
const open = await file('10021001')
const reports = await Promise.all(['closed', 'open'].map(report))

test('rules come from a file, and those of the page stand above it', async () => {
  const yaml = join(folder, 'retention.yaml')
  await writeFile(
    yaml,
    'rules: [{ authority: sko, dataType: failure-reports, keepDays: 9, erasable: true }]'
  )
  await personalData.importRetention(context, yaml)
  await personalData.saveRetention(context, admin, { ...rule, service: '' })
  await personalData.saveRetention(context, admin, { ...rule, service: '10021006', keepDays: 400 })
  await writeFile(
    yaml,
    'rules: [{ authority: sko, dataType: forms-documents, keepDays: 1, erasable: true }]'
  )
  await personalData.importRetention(context, yaml)
  const rules = await personalData.retentionRules(context.db)
  assert.deepEqual(
    rules.map(({ dataType, service, keepDays }) => [dataType, service, keepDays]),
    [
      ['forms-documents', '', 30],
      ['forms-documents', '10021006', 400]
    ]
  )
  await writeFile(yaml, 'rules: [{ authority: sko, dataType: letters, keepDays: 0 }]')
  await assert.rejects(personalData.importRetention(context, yaml), /retention\.yaml:1:\d+/)
  for (const wrong of [
    { keepDays: 0 },
    { keepDays: 1.5 },
    { dataType: 'x' },
    { service: '../a' },
    { service: '99999999' }
  ]) {
    const input = { ...rule, service: '', ...wrong }
    await assert.rejects(personalData.saveRetention(context, admin, input), Refusal)
  }
  await assert.rejects(
    personalData.saveRetention(context, maryam, { ...rule, service: '' }),
    Refusal
  )
  const elsewhere = { ...rule, authority: 'ito', service: '' }
  await assert.rejects(personalData.saveRetention(context, admin, elsewhere), Refusal)
})

test('only what has passed its time goes, and a fact counts it', async () => {
  await personalData.saveRetention(context, admin, {
    ...{ authority: 'sko', dataType: 'failure-reports', service: '', keepDays: 20, erasable: true },
    services
  })
  const hold = await personalData.placeHold(context, inspector, {
    ...{ authority: 'sko', matter: held.code, scope: 'case', reason: 'دادگاه خواسته است' },
    holders: personalDataHolders
  })
  desk.clock.advance('PT696H')
  await turn()
  assert.deepEqual(await left(), [meeting, damage, held, open].map((one) => one.case).toSorted())
  desk.clock.advance('PT48H')
  await turn()
  assert.deepEqual(await left(), [damage, held, open].map((one) => one.case).toSorted())
  assert.deepEqual(await wordsOf(), ['', 'درگاه باز نمی‌شود'])
  const applied = await factsBetween(context.db, { kinds: ['retention.applied'] })
  assert.deepEqual(
    applied.map(({ body }) => [body.dataType, body.service, body.erased]),
    [
      ['failure-reports', null, 1],
      ['forms-documents', null, 1]
    ]
  )
  const { differences } = await checkCases(context.db, context.clock.now())
  assert.deepEqual(differences, [])
  await personalData.changeHold(context, inspector, { hold, act: 'ask-lift', reason: 'پایان یافت' })
  await personalData.changeHold(context, admin, { hold, act: 'lift' })
  await turn()
  assert.deepEqual(await left(), [damage, open].map((one) => one.case).toSorted())
})

test('a rule keeps what its person wants erased, until its day', async () => {
  await caseDesk.withdrawCase(context, maryam, { case: open.case })
  await personalData.askErasure(context, personalDataHolders, maryam.id)
  desk.clock.advance('PT169H')
  await turn()
  desk.clock.advance('PT2M')
  await turn()
  assert.deepEqual(await left(), [damage, open].map((one) => one.case).toSorted())
  assert.equal(await nameOf(maryam.id), 'مریم رضایی', 'what is kept is nothing without whose it is')
  desk.clock.advance('PT10000H')
  await turn()
  await turn()
  assert.deepEqual(await left(), [])
  assert.notEqual(await nameOf(maryam.id), 'مریم رضایی')
})

interface Filed {
  readonly case: string
  readonly code: string
}

async function file(service: string): Promise<Filed> {
  const files = [{ document: 'damage-photos', name: 'عکس.pdf', bytes: pdf() }]
  return caseDesk.submitCase(context, maryam, {
    service,
    answers: service === '10021006' ? damageAnswers : meetingAnswers,
    ...(service === '10021006' ? { files } : {}),
    submissionKey: randomUUID()
  })
}

async function end(filed: Filed): Promise<Filed> {
  await caseDesk.withdrawCase(context, maryam, { case: filed.case })
  return filed
}

async function report(state: string): Promise<string> {
  const id = newId()
  const at = context.clock.now()
  await sql`
    insert into failure_reports (bucket, id, authority, kind, channel, words, contact, filed_at,
      known_at, spooled, state, updated_at, data_type)
    values (${bucketOf(id)}, ${id}, 'sko', 'unavailable', 'site', 'درگاه باز نمی‌شود', null, ${at}, ${at}, false,
      ${state}, ${at}, 'failure-reports')`.execute(context.db)
  return id
}

async function wordsOf(): Promise<string[]> {
  const found = await sql<{ words: string }>`
    select words from failure_reports where id = any(${reports}::uuid[]) order by state`.execute(
    context.db
  )
  return found.rows.map(({ words }) => words)
}

async function left(): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from cases where erased_at is null order by id`.execute(context.db)
  return found.rows.map(({ id }) => id)
}

async function nameOf(person: string): Promise<string> {
  const found = await sql<{ name: { fa: string } }>`
    select name from persons where id = ${person}`.execute(context.db)
  return found.rows[0]?.name.fa ?? ''
}

function actorWith(role: 'authority-admin' | 'inspector'): Actor {
  return {
    ...{ kind: 'person', id: randomUUID(), name: { fa: 'کارمند', en: 'Staff' }, person: null },
    grants: [{ authority: 'sko', unit: null, role, post: null }]
  }
}
