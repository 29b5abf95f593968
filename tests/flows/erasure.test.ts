// Goal: an erasure erases, and leaves the facts and the log sound. Method: a person with applications,
// documents, notes, drafts, uploads, contacts, sessions, a subscription, a failure report and a copy of
// their data is erased; then every column of every table is searched for what was theirs.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { caseDesk } from '../../src/cases/index.ts'
import { drainOutbox } from '../../src/channels/index.ts'
import { checkEverything } from '../../src/check-everything.ts'
import { factsBetween, publicLog } from '../../src/ledger/index.ts'
import { actorOfPerson, contact, findOrCreateWalkIn, personalData } from '../../src/people/index.ts'
import { startSession } from '../../src/people/start-session.ts'
import { personalDataHolders } from '../../src/personal-data.ts'
import {
  type Context,
  type OutboxHandlers,
  Refusal,
  bucketOf,
  inTransaction,
  newId
} from '../../src/platform/index.ts'
import { sliceJobs } from '../../src/slice-jobs.ts'
import { findCanaries } from '../support/canaries.ts'
import { meetingAnswers, pdf, testDesk } from '../support/desk.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const folder = await mkdtemp(join(tmpdir(), 'peyman-erasure-'))
const context: Context = {
  ...desk.context,
  config: { ...desk.context.config, dataFolder: folder }
}
const signer = await publicLog.openSigner(folder)
const keepLog = async () => publicLog.keepLog(context, await publicLog.publisherOf(context))
after(async () => {
  await signer.close()
  await rm(folder, { recursive: true, force: true })
})
const handlers = Object.assign({}, ...sliceJobs.map((jobs) => jobs.outbox ?? {})) as OutboxHandlers
const jobs = personalData.personalDataJobs(personalDataHolders).schedule ?? []
const turn = async () => {
  // A job that fails goes on later: a test must not take that for peace.
  const error = (what: unknown) => {
    throw (what as { error: Error }).error
  }
  for (const job of jobs) await job.run({ ...context, log: { ...context.log, error } })
}
const drain = () => drainOutbox(context, handlers)

const canaries = {
  name: 'زهرا قناری‌نژاد',
  nationalId: '0499370899',
  mobile: '+989151112233',
  email: 'zahra.canary@example.ir',
  answer: 'زمین پشت کاروانسرای قناری',
  draft: 'نوشته نیمه‌کاره قناری',
  note: 'مدرک شناسایی قناری ناخواناست',
  document: pdf(900).subarray(40, 100),
  fileName: 'قناری-شناسنامه.pdf',
  report: 'درگاه برای قناری باز نمی‌شود',
  message: 'پیامی برای قناری'
}
const documentBytes = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  canaries.document,
  Buffer.from('\n%%EOF\n')
])

const zahra = await makePerson()
const officer = await staffWith('officer')
const admin = await staffWith('authority-admin')
const inspector = await staffWith('inspector')

test('an erasure takes everything of a person, and only that', async () => {
  const other = await desk.as('maryam-rezaei')
  const kept = await caseDesk.submitCase(context, other, submission())
  const { code } = await liveOneLife()
  await keepLog()
  const all = { ...canaries, code }
  const before = await findCanaries(desk.url, all)
  const seen = new Set(before.map(({ canary }) => canary))
  assert.deepEqual(
    Object.keys(all).filter((name) => !seen.has(name)),
    [],
    'every canary is there'
  )

  await personalData.askErasure(context, personalDataHolders, zahra)
  await assert.rejects(
    personalData.askErasure(context, personalDataHolders, zahra),
    isCoded('personal-data/erasure-asked')
  )
  await turn()
  assert.equal((await contact.contactsOf(context.db, zahra)).length, 2, 'it waits for seven days')
  desk.clock.advance('PT169H')
  await turn()
  assert.equal(await sessionsOf(zahra), 0, 'the point of no return shuts the account')
  await assert.rejects(
    startSession(context, {
      person: zahra,
      device: '',
      begunBy: 'demonstration',
      before: undefined
    }),
    isCoded('account/erased')
  )
  desk.clock.advance('PT2M')
  await turn()
  await drain()

  assert.deepEqual(await findCanaries(desk.url, all, folder), [])
  await keepLog()
  const { differences } = await checkEverything(context)
  assert.deepEqual(
    // The report was written past its use case, which would have recorded its facts.
    differences.filter((each) => !('state' in each || 'report' in each)),
    []
  )
  assert.equal((await caseDesk.viewCase(context, other, { case: kept.case })).mine, true)
})

test('the facts of an erased person stay, and nobody can open their leaves', async () => {
  const facts = await factsBetween(context.db, { kinds: ['case.submitted'] })
  const own = facts.filter(({ actor }) => actor === zahra)
  assert.equal(own.length, 1)
  await assert.rejects(
    publicLog.receiptOf(context, own[0]?.id ?? ''),
    (error) => error instanceof Refusal && error.code === 'receipt/erased'
  )
  const [erased] = await factsBetween(context.db, { kinds: ['personal-data.erased'] })
  assert.equal((erased?.body.counts as Record<string, number> | undefined)?.cases, 1)
})

test('whom a restored backup brings back is erased again', async () => {
  const back = { name: canaries.name, mobile: canaries.mobile }
  await sql`
    update persons set name = ${JSON.stringify({ fa: back.name, en: back.name })}::jsonb,
      mobile = ${back.mobile}, erased_at = null where id = ${zahra}`.execute(context.db)
  await sql`delete from erasures where person = ${zahra}`.execute(context.db)
  assert.equal((await findCanaries(desk.url, back)).length, 2)
  const restarted = personalData.personalDataJobs(personalDataHolders).schedule ?? []
  await restarted[0]?.run(context)
  assert.deepEqual(await findCanaries(desk.url, back), [])
})

test('an application under way, a role and a legal hold refuse, with reasons', async () => {
  const person = await makePerson('0084575948', 'کسی دیگر')
  const actor = await actorFor(person)
  const filed = await caseDesk.submitCase(context, actor, submission())
  await assert.rejects(
    personalData.askErasure(context, personalDataHolders, person),
    isRefusedFor('personal-data/case-running')
  )
  await assert.rejects(
    personalData.askErasure(context, personalDataHolders, officer.id),
    isRefusedFor('personal-data/has-roles')
  )
  await caseDesk.withdrawCase(context, actor, { case: filed.case })
  const hold = await personalData.placeHold(context, inspector, {
    authority: 'sko',
    matter: filed.code,
    scope: 'person',
    reason: 'دادگاه خواسته است',
    holders: personalDataHolders
  })
  await assert.rejects(
    personalData.askErasure(context, personalDataHolders, person),
    isRefusedFor('personal-data/legal-hold')
  )
  const change = (by: typeof admin, act: personalData.HoldAct) =>
    personalData.changeHold(context, by, { hold, ...act })
  await assert.rejects(change(inspector, { act: 'confirm' }), isCoded('legal-hold/second-person'))
  await change(admin, { act: 'confirm' })
  await change(inspector, { act: 'ask-lift', reason: 'رأی دادگاه صادر شد' })
  await assert.rejects(change(inspector, { act: 'lift' }), isCoded('legal-hold/second-person'))
  await change(admin, { act: 'lift' })
  await personalData.askErasure(context, personalDataHolders, person)
  await personalData.cancelErasure(context, person)
  await assert.rejects(
    personalData.cancelErasure(context, person),
    isCoded('personal-data/no-erasure-waits')
  )
})

async function liveOneLife(): Promise<{ code: string }> {
  const actor = await actorFor(zahra)
  const filed = await caseDesk.submitCase(context, actor, {
    ...submission(),
    answers: { ...meetingAnswers, description: `${canaries.answer} ${'.'.repeat(20)}` }
  })
  await caseDesk.withdrawCase(context, actor, { case: filed.case })
  await sql`
    insert into case_notes (bucket, case_id, id, author, text, written_at, data_type)
    values (${bucketOf(zahra)}, ${filed.case}, ${randomUUID()}, ${officer.id}, ${canaries.note},
      ${context.clock.now()}, 'case-records')`.execute(context.db)
  const upload = await caseDesk.uploadFile(context, actor, {
    service: '10021006',
    document: 'damage-photos',
    name: canaries.fileName,
    sizeBytes: documentBytes.length,
    stream: Readable.from([documentBytes])
  })
  assert.ok(upload)
  await caseDesk.saveDraft(context, actor, {
    service: '10021001',
    values: { description: canaries.draft }
  })
  await inTransaction(context.db, (tx) =>
    contact.tellPerson(
      tx,
      {
        person: zahra,
        subject: { fa: 'آزمون', en: 'Test' },
        text: { fa: canaries.message, en: canaries.message },
        kind: 'test'
      },
      context.clock.now()
    )
  )
  const report = newId()
  await sql`
    insert into failure_reports (bucket, id, authority, kind, channel, words, contact, filed_at,
      known_at, spooled, state, updated_at, data_type)
    values (${bucketOf(report)}, ${report}, 'sko', 'unavailable', 'site', ${canaries.report},
      '۰۹۱۵ ۱۱۱ ۲۲۳۳', ${context.clock.now()}, ${context.clock.now()}, false, 'open',
      ${context.clock.now()}, 'failure-reports')`.execute(context.db)
  await sql`
    insert into notice_subscriptions (bucket, id, address, person, lang, services, kinds, asked_at)
    values (${bucketOf(`mail:${canaries.email}`)}, ${randomUUID()}, ${canaries.email}, ${zahra}, 'fa',
      '{}', '{}', ${context.clock.now()})`.execute(context.db)
  await startSession(context, {
    person: zahra,
    device: 'Firefox',
    begunBy: 'demonstration',
    before: undefined
  })
  await personalData.askExport(context, zahra)
  await drain()
  await turn()
  return { code: filed.code.replace('-', '') }
}

function submission() {
  return { service: '10021001', answers: meetingAnswers, submissionKey: randomUUID() }
}

async function makePerson(nationalId = canaries.nationalId, name = canaries.name): Promise<string> {
  const { id } = await inTransaction(context.db, (tx) =>
    findOrCreateWalkIn(tx, { kind: 'person', name, nationalId }, context.clock.now())
  )
  const at = context.clock.now()
  const mine = nationalId === canaries.nationalId
  for (const [channel, address] of [
    ['sms', mine ? canaries.mobile : '+989150000000'],
    ['e-mail', mine ? canaries.email : 'other@example.ir']
  ]) {
    await sql`
      insert into contacts (bucket, person, channel, address, lang, proven_at)
      values (${bucketOf(id)}, ${id}, ${channel}, ${address}, 'fa', ${at})`.execute(context.db)
  }
  return id
}

async function actorFor(person: string) {
  const actor = await actorOfPerson(context.db, person, context.clock.now())
  assert.ok(actor)
  return actor
}

async function staffWith(role: string) {
  const found = await sql<{ person: string }>`
    select person from role_grants where authority = 'sko' and role = ${role}
    order by person limit 1`.execute(context.db)
  return actorFor(found.rows[0]?.person ?? '')
}

async function sessionsOf(person: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) from sessions where person = ${person}`.execute(context.db)
  return found.rows[0]?.count ?? 0
}

function isCoded(code: string) {
  return (error: unknown) => error instanceof Refusal && error.code === code
}

function isRefusedFor(code: string) {
  return (error: unknown) =>
    error instanceof Refusal && error.fields.some((field) => field.code === code)
}
