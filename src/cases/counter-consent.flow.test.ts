// Goal: a counter files for a citizen who agreed, once, by a code that only the citizen was sent. Method:
// a clerk, a real mail server, and everything else that a clerk or another could try with the code.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { mailServer, readMail } from '../../tests/support/mail-server.ts'
import { drainOutbox } from '../channels/index.ts'
import { readConfig } from '../config.ts'
import { toLatinDigits } from '../kernel/persian/index.ts'
import { factsOf } from '../ledger/index.ts'
import { consent, contact } from '../people/index.ts'
import { sliceJobs } from '../slice-jobs.ts'
import { type OutboxHandlers, type Refusal, withScope } from '../platform/index.ts'
import { placeOf } from './counter-consent.ts'
import { offeredCard } from './published.ts'
import { registerIntake } from './register-intake.ts'

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
const { card } = await offeredCard(context.db, '10021006', clock.now())
const office = '72491'
const handlers = Object.assign({}, ...sliceJobs.map(({ outbox }) => outbox ?? {})) as OutboxHandlers

const place = { ...placeOf(card), person: citizen.id, office, serviceTitle: card.title }

/** As a request of a clerk does it: behind the fence of the database too. */
const asClerk = <T>(by: typeof clerk, work: () => T): T =>
  withScope({ people: [by.id], authorities: ['sko'], units: ['sko/+'] }, work)

async function code(): Promise<string> {
  await asClerk(clerk, () => consent.askConsent(context, clerk, place))
  await drainOutbox(context, handlers)
  const taken = mail.mails.at(-1)
  assert.ok(taken)
  const { text = '' } = await readMail(taken)
  assert.match(text, /72491/)
  assert.ok(text.includes(card.title.fa), 'it names the service')
  return toLatinDigits(/: ([۰-۹0-9]{6})/.exec(text)?.[1] ?? '')
}

const file = (more: object, by = clerk) => asClerk(by, () => register(more, by))
const register = (more: object, by: typeof clerk) =>
  registerIntake(context, by, {
    service: '10021006',
    channel: 'pishkhan',
    officeCode: office,
    applicant: { person: citizen.id },
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'scan.pdf', bytes: pdf() }],
    submissionKey: randomUUID(),
    ...more
  })
const toldOf = async (person: string) =>
  (await contact.messagesOf(context.db, person, 100)).filter(({ kind }) => kind === 'filed').length
const refused = (wanted: string) => (error: Refusal) => error.fields[0]?.code === wanted

test('a filing uses the code once, under the name of the clerk, with the id of the consent', async () => {
  const consentCode = await code()
  const { case: id } = await file({ consentCode })
  const [filed] = await factsOf(context.db, citizen.id, id)
  const consentId = filed?.body['consent'] as string
  assert.equal(filed?.actor, clerk.id)
  const facts = await factsOf(context.db, citizen.id, consentId)
  assert.deepEqual(
    facts.map(({ kind, actor }) => [kind, actor]),
    [
      ['consent.asked', clerk.id],
      ['consent.given', citizen.id]
    ]
  )
  await assert.rejects(file({ consentCode }), refused('consent/refused'))
})

test('a code counts for its clerk, its office, its service and its time only', async () => {
  const consentCode = await code()
  await assert.rejects(file({ consentCode }, other), refused('consent/refused'))
  await assert.rejects(file({ consentCode, officeCode: '72492' }), refused('consent/refused'))
  const stranger = await desk.as('sina-moradi')
  const foreign = { consentCode, applicant: { person: stranger.id } }
  await assert.rejects(file(foreign), refused('consent/refused'))
  clock.advance('PT11M')
  await assert.rejects(file({ consentCode }), refused('consent/refused'))
})

test('wrong codes end an asking, and a refused filing gives no try back', async () => {
  const right = await code()
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')
  for (let tries = 0; tries < 5; tries += 1) {
    await assert.rejects(file({ consentCode: wrong }), refused('consent/refused'))
  }
  await assert.rejects(file({ consentCode: right }), refused('consent/refused'))
})

test('two filings at once with one code are one', async () => {
  const consentCode = await code()
  const outcomes = await Promise.allSettled([file({ consentCode }), file({ consentCode })])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('paper is for whom no code can reach', async () => {
  await assert.rejects(file({ consentOnPaper: true }), refused('consent/needed'))
  await assert.rejects(file({}), refused('intake/consent'))
  const walkIn = { kind: 'person' as const, name: 'رضا بی‌نشان' }
  const { case: id } = await file({ consentOnPaper: true, applicant: walkIn })
  assert.ok(id)
})

test('whoever is filed for by another hears of it, whatever the channel', async () => {
  const before = await toldOf(citizen.id)
  await file({ channel: 'in-person', officeCode: undefined })
  assert.equal(await toldOf(citizen.id), before + 1)
  await drainOutbox(context, handlers)
  const texts = await Promise.all(mail.mails.map(async (one) => (await readMail(one)).text ?? ''))
  assert.ok(texts.some((text) => /درخواستی به نام شما ثبت شد/.test(text)))
  assert.ok(
    texts.every((text) => !text.includes('damage-photos')),
    'nothing of the case'
  )
})

test('asking is for clerks, for those who can be reached, and has an end', async () => {
  await assert.rejects(consent.askConsent(context, citizen, place), { code: 'people/not-allowed' })
  const unreachable = { ...place, person: (await desk.as('mahmoud-ameri')).id }
  const nothing = { ...context, config: desk.context.config }
  await assert.rejects(consent.askConsent(nothing, clerk, unreachable), {
    code: 'consent/no-contact'
  })
  clock.advance('PT2H')
  for (let asked = 0; asked < 6; asked += 1) await consent.askConsent(context, clerk, place)
  await assert.rejects(consent.askConsent(context, clerk, place), { code: 'consent/too-many' })
})
