// Goal: what a counter does on a case for its applicant needs a consent to that very act on that very case,
// and its fact names it. Method: a clerk, a real mail server, and every other use of a code.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { mailServer, readMail } from '../../tests/support/mail-server.ts'
import { drainOutbox } from '../channels/index.ts'
import { readConfig } from '../config.ts'
import { toLatinDigits } from '../kernel/persian/index.ts'
import { type Fact, factsOf } from '../ledger/index.ts'
import { delegation } from '../people/index.ts'
import { type OutboxHandlers, type Refusal, inTransaction, newId } from '../platform/index.ts'
import { sliceJobs } from '../slice-jobs.ts'
import { addDocument } from './add-document.ts'
import { askForCase } from './ask-for-case.ts'
import type { CaseConsentAct } from './case-consent.ts'
import { resubmitCase } from './resubmit-case.ts'
import { returnCase } from './return-case.ts'
import { submitCase } from './submit-case.ts'
import { formatTrackingCode } from './tracking-code.ts'
import { viewAtCounter } from './view-at-counter.ts'
import { viewCase } from './view-case.ts'
import { withdrawCase } from './withdraw-case.ts'

const mail = await mailServer()
const desk = await testDesk()
const { clock } = desk
const config = readConfig({
  PEYMAN_DEMO: '1',
  PEYMAN_SMTP_URL: mail.config.url,
  PEYMAN_MAIL_FROM: 'desk@desk.example'
})
const context = { ...desk.context, config }
const clerk = await desk.as('fatemeh-nakhaei')
const other = await desk.as('somayeh-jafari')
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('leila-arab')
const handlers = Object.assign({}, ...sliceJobs.map(({ outbox }) => outbox ?? {})) as OutboxHandlers
const officeCode = '72491'
const photos = 'damage-photos'

// No two are the same file: their bytes are drawn.
const scan = () => ({ name: 'scan.pdf', bytes: pdf() })

async function filed(): Promise<string> {
  const submission = await submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: photos, ...scan() }],
    submissionKey: newId(clock.now())
  })
  return submission.case
}

async function returned(): Promise<string> {
  const id = await filed()
  const defects = [{ code: 'document-unreadable' as const, item: `document:${photos}` }]
  await returnCase(context, officer, { case: id, defects })
  return id
}

async function codeFor(act: CaseConsentAct, of: string, by = clerk): Promise<string> {
  // Six askings an hour are all there are for a person.
  clock.advance('PT61M')
  await askForCase(context, by, { case: of, act, officeCode })
  await drainOutbox(context, handlers)
  const taken = mail.mails.at(-1)
  assert.ok(taken)
  const { text = '' } = await readMail(taken)
  return toLatinDigits(/: ([۰-۹0-9]{6})/.exec(text)?.[1] ?? '')
}

const at = (consentCode: string) => ({ officeCode, consentCode })
const document = (id: string, more: object, by = clerk) =>
  addDocument(context, by, {
    ...{ case: id, document: photos, channel: 'pishkhan', file: scan(), officeCode },
    ...more
  })
const refused = (wanted: string) => (error: Refusal) =>
  (error.fields[0]?.code ?? error.code) === wanted
const consentIn = (fact: Fact | undefined) => fact?.body['consent'] as string
const lastOf = async (id: string, kind: string) =>
  (await factsOf(context.db, citizen.id, id)).findLast((fact) => fact.kind === kind)

test('a document over a counter: consent to this act on this case, once', async () => {
  const id = await filed()
  await assert.rejects(document(id, {}), refused('intake/consent'))
  await assert.rejects(document(id, { consentOnPaper: true }), refused('consent/needed'))
  const forAnother = await codeFor('add-document', await filed())
  await assert.rejects(document(id, { consentCode: forAnother }), refused('consent/refused'))
  const forAnswer = await codeFor('answer', id)
  await assert.rejects(document(id, { consentCode: forAnswer }), refused('consent/refused'))
  const consentCode = await codeFor('add-document', id)
  await assert.rejects(document(id, { consentCode }, other), refused('consent/refused'))
  await document(id, { consentCode })
  const fact = await lastOf(id, 'document.received')
  assert.equal(fact?.actor, clerk.id)
  const consent = consentIn(fact)
  const facts = await factsOf(context.db, citizen.id, consent)
  assert.deepEqual(
    facts.map(({ kind, body }) => [kind, body['act'], body['case']]),
    [
      ['consent.asked', 'add-document', id],
      ['consent.given', 'add-document', id]
    ]
  )
  await assert.rejects(document(id, { consentCode }), refused('consent/refused'))
})

test('an answer, and a contest: neither by the code of the other', async () => {
  const id = await returned()
  const forContest = await codeFor('contest', id)
  await document(id, { consentCode: await codeFor('add-document', id) })
  const answer = (more: object) => resubmitCase(context, clerk, { case: id, ...more })
  await assert.rejects(answer(at(forContest)), refused('consent/refused'))
  const forAnswer = await codeFor('answer', id)
  const contest = 'خواناست'
  await assert.rejects(answer({ contest, ...at(forAnswer) }), refused('consent/refused'))
  await answer(at(forAnswer))
  assert.match(consentIn(await lastOf(id, 'case.resubmitted')), /^[0-9a-f-]{36}$/)

  const contested = await returned()
  const consentCode = await codeFor('contest', contested)
  await resubmitCase(context, clerk, { case: contested, contest, ...at(consentCode) })
  assert.ok((await lastOf(contested, 'case.resubmitted'))?.body['consent'])
})

test('a withdrawal: nobody else’s word, another’s code, too late', async () => {
  const id = await filed()
  const withdraw = (more: object, by = clerk) => withdrawCase(context, by, { case: id, ...more })
  await assert.rejects(withdraw({}), refused('people/not-allowed'))
  await assert.rejects(withdraw({ officeCode }), refused('intake/consent'))
  const old = await codeFor('withdraw', id)
  clock.advance('PT11M')
  await assert.rejects(withdraw(at(old)), refused('consent/refused'))
  const consentCode = await codeFor('withdraw', id)
  await assert.rejects(withdraw({ consentCode, officeCode: '72492' }), refused('consent/refused'))
  await assert.rejects(withdraw(at(consentCode), officer), refused('people/not-allowed'))
  await withdraw(at(consentCode))
  const fact = await lastOf(id, 'case.withdrawn')
  assert.equal(fact?.actor, clerk.id)
  assert.ok(fact?.body['consent'])
  const { delegatedActs } = await viewCase(context, citizen, { case: id })
  assert.deepEqual(
    delegatedActs.map(({ what, by, kind }) => [what, by, kind]),
    [['case.withdrawn', clerk.id, 'counter-office']]
  )
})

test('who was given a look alone withdraws nothing as a clerk either', async () => {
  const id = await filed()
  await inTransaction(context.db, (tx) =>
    delegation.recordDelegation(tx, {
      id: newId(clock.now()),
      ...{ grantor: citizen.id, delegate: clerk.id, kind: 'lawyer', scope: { all: true } },
      ...{ acts: ['view'], from: clock.now(), until: null, grantedBy: citizen.id, via: null }
    })
  )
  const sent = { case: id, officeCode, consentCode: '000000' }
  await assert.rejects(withdrawCase(context, clerk, sent), refused('consent/refused'))
})

test('where a case stands, by its tracking code, after its end too; the look names the consent', async () => {
  const id = await filed()
  const { code } = await viewCase(context, citizen, { case: id })
  const named = formatTrackingCode(code)
  const look = (more: object, by = clerk) =>
    viewAtCounter(context, by, { case: named, officeCode, ...more })
  await assert.rejects(look({}), refused('intake/consent'))
  const forWithdrawal = await codeFor('withdraw', id)
  await assert.rejects(look({ consentCode: forWithdrawal }), refused('consent/refused'))
  await withdrawCase(context, clerk, { case: id, ...at(forWithdrawal) })
  const consentCode = await codeFor('view', named)
  const shown = await look({ consentCode })
  assert.equal(shown.state.stage, 'withdrawn')
  const fact = await lastOf(id, 'case.viewed')
  assert.equal(fact?.actor, clerk.id)
  assert.ok(fact?.body['consent'])
  await assert.rejects(look({ consentCode }), refused('consent/refused'))
  const stranger = await desk.as('dariush-parsa')
  await assert.rejects(look({ consentCode }, stranger), refused('case/not-found'))
  await assert.rejects(look({ consentCode, case: 'ABC' }), refused('case/not-found'))
})

test('on paper where no contact can be reached', async () => {
  const nothing = { ...context, config: desk.context.config }
  const id = await filed()
  await withdrawCase(nothing, clerk, { case: id, officeCode, consentOnPaper: true })
  assert.equal((await lastOf(id, 'case.withdrawn'))?.body['consent'], 'paper')
})
