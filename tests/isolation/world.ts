import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { cardInForce } from '../../src/catalogue/index.ts'
import { documentsOf } from '../../src/cases/document-store.ts'
import { saveDraft } from '../../src/cases/save-draft.ts'
import { startUpload } from '../../src/cases/start-upload.ts'
import { submitCase } from '../../src/cases/submit-case.ts'
import { inventAnswers } from '../../src/commands/demo/answers.ts'
import { inventFile } from '../../src/commands/demo/files.ts'
import { randomOf } from '../../src/commands/demo/random.ts'
import { draftFiling } from '../../src/outages/reports/filing.ts'
import { currentChoices } from '../../src/outages/reports/sync-choices.ts'
import { fileReport } from '../../src/outages/reports/file-report.ts'
import { startNotice } from '../../src/notices/draft-notice.ts'
import {
  type Actor,
  actorOfPerson,
  createApiKey,
  demonstrationPeople
} from '../../src/people/index.ts'
import { recordDelegation } from '../../src/people/delegation/index.ts'
import { startSession } from '../../src/people/start-session.ts'
import { inTransaction, newId } from '../../src/platform/index.ts'
import type { TestServer } from '../support/server.ts'
import { targetsOfLetters } from './letter-targets.ts'
import { targetsOfAnotherBody, targetsOfPerson } from './more-targets.ts'
import type { Relation, Target } from './target.ts'

/** Somebody of the demonstration, by key. */
export async function demonstrated(server: TestServer, key: string): Promise<Actor> {
  const { db, clock } = server.context
  const person = (await demonstrationPeople()).find((each) => each.key === key)
  const actor = person && (await actorOfPerson(db, person.id, clock.now()))
  if (actor === undefined || actor === null) throw new Error(`nobody has the key ${key}`)
  return actor
}

/** Makes one thing of each kind for whom nobody of the actors is, but by their role. */
export async function makeTargets(server: TestServer, staff: Actor): Promise<Target[]> {
  const victim = await demonstrated(server, 'neda-yousefi')
  const cases = [
    await caseOf(server, victim, { service: '10021001', relation: 'own unit' }),
    await caseOf(server, victim, { service: '10021006', relation: 'another unit' }),
    await caseOf(server, victim, { service: '18051001', relation: 'another authority' })
  ]
  const drafts = [await draftOf(server, victim), await draftOf(server, victim)]
  const uploads = [await uploadOf(server, victim), await uploadOf(server, victim)]
  const person = { relation: 'another person', more: { grantor: victim.id } } as const
  const own = [
    ...drafts.map(({ id }) => ({ kind: 'draft', id, canary: canary('draft'), ...person })),
    ...uploads.map(({ id }) => ({ kind: 'upload', id, canary: canary('upload'), ...person })),
    { kind: 'session', id: await sessionOf(server, victim), canary: canary('session'), ...person },
    { kind: 'delegation', id: await delegationOf(server, victim), canary: victim.id, ...person }
  ] as const
  const code = await codeOf(server, cases[2]?.[0]?.id ?? '')
  return [
    ...cases.flat().map((each) => withMore(each, { upload: uploads[0]?.id ?? '' })),
    ...own,
    ...(await targetsOfPerson(server, victim.id)),
    ...(await targetsOfLetters(server, { person: victim.id, staff })),
    ...(await targetsOfBody(server)),
    ...(await targetsOfAnotherBody(server, { staff, code }))
  ]
}

function draftOf({ context }: TestServer, of: Actor): Promise<{ id: string }> {
  const values = { subject: canary('draft') }
  return saveDraft(context, of, { service: '10021001', values })
}

function uploadOf({ context }: TestServer, of: Actor): Promise<{ id: string }> {
  const name = `${canary('upload')}.pdf`
  const wanted = { service: '10021006', document: 'damage-photos', name, sizeBytes: 100 }
  return startUpload(context, of, wanted)
}

async function codeOf({ context }: TestServer, id: string): Promise<string> {
  const found = await sql<{ code: string }>`
    select code from cases where id = ${id}`.execute(context.db)
  return found.rows[0]?.code ?? ''
}

function withMore(target: Target, more: Target['more']): Target {
  return { ...target, more: { ...target.more, ...more } }
}

function canary(of: string): string {
  return `canary-${of}-7d41`
}

const hiddenWords: Readonly<Record<Relation, string>> = {
  'own unit': 'سبزه‌قبا',
  'another unit': 'چکاوک',
  'another authority': 'دارکوب',
  'another person': 'سهره'
}

async function caseOf(
  { context }: TestServer,
  victim: Actor,
  of: { service: string; relation: Relation }
): Promise<Target[]> {
  const { db, clock } = context
  const card = await cardInForce(db, of.service, clock.now())
  if (card === null) throw new Error(of.service)
  const word = `قناری ${hiddenWords[of.relation]}`
  const answers = inventAnswers(card.card.form, randomOf(7))
  const inWords = card.card.form.fields.filter(
    ({ name, type }) => name in answers && (type === 'text' || type === 'paragraph')
  )
  const field = inWords.find(({ type }) => type === 'paragraph') ?? inWords[0]
  if (field === undefined) throw new Error(`no words in ${of.service}`)
  const filed = await submitCase(context, victim, {
    service: of.service,
    answers: { ...answers, [field.name]: `${String(answers[field.name])} ${word}` },
    files: card.card.documents
      .filter(({ mandatory }) => mandatory)
      .map((each) => ({ document: each.code, ...inventFile(each, of.service) })),
    submissionKey: randomUUID()
  })
  const document = (await documentsOf(db, filed.case))[0]?.id ?? newId()
  const fact = await sql<{ id: string }>`
    select id from facts where subject = ${filed.case} order by id limit 1`.execute(db)
  const more = { document, grantor: victim.id }
  return [
    { kind: 'case', id: filed.case, canary: word, more, relation: of.relation },
    { kind: 'fact', id: fact.rows[0]?.id ?? '', canary: word, more, relation: of.relation }
  ]
}

async function sessionOf({ context }: TestServer, victim: Actor): Promise<string> {
  await startSession(context, {
    person: victim.id,
    begunBy: 'demonstration',
    device: canary('session'),
    before: undefined
  })
  const found = await sql<{ id: string }>`
    select id from sessions where person = ${victim.id}`.execute(context.db)
  return found.rows[0]?.id ?? ''
}

async function delegationOf({ context, ...server }: TestServer, victim: Actor): Promise<string> {
  const delegate = await demonstrated({ context, ...server }, 'maryam-rezaei')
  const id = newId()
  await inTransaction(context.db, (tx) =>
    recordDelegation(tx, {
      id,
      grantor: victim.id,
      delegate: delegate.id,
      kind: 'lawyer',
      scope: { all: true },
      acts: ['view'],
      from: context.clock.now(),
      until: null,
      grantedBy: victim.id,
      via: null
    })
  )
  return id
}

async function targetsOfBody(server: TestServer): Promise<Target[]> {
  const { context } = server
  const { db, clock } = context
  const about = { relation: 'another authority', more: {} } as const
  const choice = (await currentChoices(context)).find(({ authority }) => authority === 'ito')
  if (choice === undefined) throw new Error('nothing of ito can be reported')
  const none = { place: null, contact: null, noticedAt: null, point: null, mediaUrl: null }
  const filing = draftFiling(
    { kind: 'failure', choice, words: canary('report'), photo: null, ...none },
    { key: newId(), channel: 'site', at: clock.now() }
  )
  await fileReport(context, filing)
  const writer = await demonstrated(server, 'dariush-parsa')
  const notice = await startNotice(context, writer, 'ito')
  const { key } = await createApiKey(context, {
    ...{ authority: 'ito', role: 'clerk', label: canary('key'), live: false }
  })
  const grant = await sql<{ id: string }>`
    select id from role_grants where authority = 'ito' order by id limit 2`.execute(db)
  const holding = await sql<{ id: string }>`
    select id from post_holdings where authority = 'ito' order by id limit 1`.execute(db)
  return [
    { kind: 'report', id: filing.id, canary: canary('report'), ...about },
    { kind: 'notice', id: notice, canary: 'no words yet', ...about },
    { kind: 'key', id: key.id, canary: canary('key'), ...about },
    ...grant.rows.map(({ id }) => ({ kind: 'role', id, canary: 'none', ...about })),
    { kind: 'post', id: holding.rows[0]?.id ?? '', canary: 'none', ...about }
  ]
}
