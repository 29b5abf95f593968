// Goal: a closed service takes no new application, to the second; drafts stay, open cases go on, letters
// are registered by the day on which they came, and the refusal says until when and where it was announced.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { deskServer } from '../../tests/support/desk-server.ts'
import { damageAnswers, pdf } from '../../tests/support/desk.ts'
import { type Interruption, interruptions } from '../catalogue/index.ts'
import { inTransaction } from '../platform/index.ts'
import { readDraft } from './read-draft.ts'
import { registerIntake } from './register-intake.ts'
import { saveDraft } from './save-draft.ts'
import { submitCase } from './submit-case.ts'

const desk = await deskServer('2026-11-21T06:00:00Z')
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const clerk = await desk.as('somayeh-jafari')
const service = '10021006'
const [from, to] = ['2026-11-22T06:00:00Z', '2026-11-22T12:00:00Z'].map((text) =>
  Temporal.Instant.from(text)
) as [Temporal.Instant, Temporal.Instant]
const notice = randomUUID()

const closing = (more: Partial<Interruption> = {}): Interruption => ({
  id: randomUUID(),
  authority: 'sko',
  kind: 'form-closed',
  services: [service],
  from,
  to,
  closed: { from, to },
  emergency: false,
  reason: null,
  notice,
  ...more
})
const put = (interruption: Interruption) =>
  inTransaction(context.db, (tx) => interruptions.putInterruption(tx, interruption))
const remove = (id: string) =>
  inTransaction(context.db, (tx) => interruptions.removeInterruption(tx, id))
const file = (draft?: string) =>
  submitCase(context, citizen, {
    service,
    answers: damageAnswers,
    ...(draft === undefined
      ? { files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }] }
      : { draft, later: ['damage-photos'] }),
    submissionKey: draft ?? randomUUID()
  })

test('submitCase is refused from the first second of a closure to its last, and drafts stay', async () => {
  const own = closing()
  await put(own)
  const draft = await saveDraft(context, citizen, { service, values: { place: 'بیرجند' } })
  clock.set(from.subtract({ nanoseconds: 1 }))
  await file()
  for (const at of [from, to.subtract({ seconds: 1 })]) {
    clock.set(at)
    await assert.rejects(file(), (error: { code: string; text: { fa: string; en: string } }) => {
      assert.equal(error.code, 'service/closed')
      assert.ok(error.text.fa.includes('تا ۱ آذر ۱۴۰۵، ساعت ۱۵:۳۰'), error.text.fa)
      assert.ok(error.text.en.includes(`/en/notices/${notice}`))
      return true
    })
    assert.deepEqual((await readDraft(context, citizen, draft.id)).values, { place: 'بیرجند' })
  }
  clock.set(to)
  await file()
  await remove(own.id)
})

test('the card, the menu, the form and the case say what is closed, and the API refuses', async () => {
  const own = closing({ kind: 'service-withdrawn', to: null, closed: { from, to: null } })
  const { case: id } = await file()
  await put(own)
  const { headers } = await desk.signIn('maryam-rezaei')
  const draft = await saveDraft(context, citizen, { service, values: {} })
  for (const url of [`/drafts/${draft.id}`, `/cases/${id}`, '/cases', `/en/cases/${id}`]) {
    const page = await desk.app.inject({ url, headers })
    assert.equal(page.statusCode, 200)
    assert.ok(page.body.includes(`/notices/${notice}`), url)
  }
  const answer = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/cases',
    headers,
    payload: { service, answers: damageAnswers, later: ['damage-photos'] }
  })
  assert.equal(answer.statusCode, 409)
  assert.equal(answer.json<{ code: string }>().code, 'service/closed')
  await remove(own.id)
})

test('registerIntake judges by the arrival, and a closed form shuts out no letter', async () => {
  const own = closing()
  await put(own)
  clock.set(to.add({ hours: 1 }))
  const letter = (channel: 'post' | 'in-person', arrivedAt: Temporal.Instant) =>
    registerIntake(context, clerk, {
      service,
      channel,
      applicant: { kind: 'person', name: 'غلام حیدری', nationalId: '0499370899' },
      ...(channel === 'post' ? { trackingNumber: '1234567890' } : {}),
      arrivedAt,
      answers: damageAnswers,
      later: ['damage-photos'],
      submissionKey: randomUUID()
    })
  await assert.rejects(letter('in-person', from.add({ hours: 1 })), { code: 'service/closed' })
  await assert.doesNotReject(letter('post', from.add({ hours: 1 })))
  await remove(own.id)
})
