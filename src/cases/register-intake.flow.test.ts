// Goal: what comes on paper, over a counter or in person is filed as it came, and nothing else is.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, meetingAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { factsBetween } from '../ledger/index.ts'
import { addDocument } from './add-document.ts'
import { checkCases } from './check-cases.ts'
import { recordVisit } from './record-visit.ts'
import { registerIntake } from './register-intake.ts'
import { submitCase } from './submit-case.ts'
import { viewCase } from './view-case.ts'
import { wakeTimers } from './wake-timers.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const clerk = await desk.as('somayeh-jafari')
const file = async (more: object = {}) =>
  submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID(),
    ...more
  })

test('registerIntake files what came by post, over a counter and in person', async () => {
  const applicant = { kind: 'person' as const, name: 'غلام حیدری', nationalId: '0499370899' }
  const intake = {
    service: '10021006',
    applicant,
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'scan.pdf', bytes: pdf() }]
  }
  const key = () => ({ submissionKey: randomUUID() })
  const arrivedAt = clock.now().subtract({ hours: 20 })
  const posted = { ...intake, ...key(), channel: 'post', trackingNumber: '۱۲۳۴۵ ۶۷۸۹۰', arrivedAt }
  const first = await registerIntake(context, clerk, posted)
  assert.equal((await registerIntake(context, clerk, posted)).case, first.case, 'sent twice')
  const view = await viewCase(context, clerk, { case: first.case })
  assert.equal(view.history.filed.trackingNumber, '1234567890')
  assert.equal(view.documents[0]?.arrivedAt?.toString(), arrivedAt.toString())
  const walkIn = await registerIntake(context, clerk, { ...intake, ...key(), channel: 'in-person' })
  const visited = await viewCase(context, clerk, { case: walkIn.case })
  assert.equal(visited.applicant.id, view.applicant.id, 'the same person as before')
  assert.equal(visited.history.visits.length, 1)
  const counter = { ...intake, ...key(), channel: 'pishkhan', officeCode: '72491' }
  await assert.rejects(registerIntake(context, clerk, counter), { code: 'input/invalid' })
  const consented = { ...counter, consentOnPaper: true }
  const third = await registerIntake(context, clerk, consented)
  assert.equal(
    (await viewCase(context, clerk, { case: third.case })).history.filed.officeCode,
    '72491'
  )
  const nameless = {
    ...intake,
    ...key(),
    channel: 'post',
    trackingNumber: '1234567890',
    applicant: { kind: 'person' as const, name: 'ناشناس' }
  }
  const twice = await Promise.all([
    registerIntake(context, clerk, nameless),
    registerIntake(context, clerk, nameless)
  ])
  assert.equal(twice[0].case, twice[1].case, 'one case, although nobody can be recognised')
})

test('registerIntake refuses and counts every channel that the card does not name', async () => {
  const before = (await factsBetween(context.db, { kinds: ['intake.refused'] })).length
  for (const channel of ['messenger', 'e-mail', 'by-hand', '<script>']) {
    await assert.rejects(
      registerIntake(context, clerk, {
        service: '10021006',
        channel,
        applicant: { person: citizen.id },
        answers: {},
        submissionKey: randomUUID()
      }),
      { code: 'case/channel-refused' }
    )
  }
  const facts = await factsBetween(context.db, { kinds: ['intake.refused'] })
  assert.deepEqual(
    facts.slice(before).map((fact) => fact.body.channel),
    ['messenger', 'e-mail', 'by-hand', 'other']
  )
})

test('a document that comes by post completes the file and starts the clock', async () => {
  const { case: id } = await file({ files: [], later: ['damage-photos'] })
  clock.advance('PT5H')
  const posted = await addDocument(context, clerk, {
    case: id,
    document: 'damage-photos',
    file: { name: 'scan.pdf', bytes: pdf() },
    channel: 'post',
    trackingNumber: 'RR12345678'
  })
  assert.equal(posted.started, true)
  assert.equal(posted.stage, 'received')
  assert.equal(posted.dueAt?.toString(), clock.now().add({ hours: 72 }).toString())
  await assert.rejects(
    addDocument(context, citizen, {
      case: id,
      document: 'damage-photos',
      file: { name: 'scan.pdf', bytes: pdf() },
      channel: 'in-person'
    }),
    { code: 'people/not-allowed' }
  )
})

test('recordVisit stops at the number on the card, unless a clerk insists', async () => {
  const meeting = await submitCase(context, citizen, {
    service: '10021001',
    answers: meetingAnswers,
    submissionKey: randomUUID()
  })
  const visit = { case: meeting.case, causedBy: 'provider' as const }
  assert.equal((await recordVisit(context, clerk, visit)).number, 1)
  await assert.rejects(recordVisit(context, clerk, visit), { code: 'case/visits-exhausted' })
  const own = await recordVisit(context, clerk, { ...visit, causedBy: 'applicant' })
  assert.equal(own.beyond, false, 'the applicant may come as often as they like')
  const forced = await recordVisit(context, clerk, { ...visit, insist: 'اصل مدرک لازم بود.' })
  assert.deepEqual([forced.number, forced.limit, forced.beyond], [2, 1, true])
  const { history } = await viewCase(context, citizen, { case: meeting.case })
  assert.equal(history.visitsRefused, 1)
  assert.equal(history.visits.filter((each) => each.beyond).length, 1)
})

test('the caches are what the facts say', async () => {
  await wakeTimers(context)
  await desk.drain()
  const sound = await checkCases(context.db, clock.now())
  assert.deepEqual(sound.differences, [])
  assert.ok(sound.checked > 2)
})
