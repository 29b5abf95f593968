// Goal: where people are real, a program with a test key walks every state of a case, of notices and of
// outages in the sandbox authority, and nothing of it shows anywhere else. Method: the whole desk over
// HTTP, without a demonstration.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApiKey } from '../../src/people/index.ts'
import { ApiClient, type Problem } from '../support/api-client.ts'
import { pdf } from '../support/desk.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer(undefined, { demo: false })
const { context, clock } = server
const sandbox = await keyFor('sandbox', false)

async function keyFor(authority: string, live: boolean): Promise<string> {
  const role = 'officer'
  return (await createApiKey(context, { authority, role, label: 'try', live })).text
}

function as(person: string | null, key = sandbox): ApiClient {
  return new ApiClient(server, {
    authorization: `Bearer ${key}`,
    ...(person === null ? {} : { 'sandbox-person': person })
  })
}

const service = '90000001'
const answers = { subject: 'آزمایش' }
const proof = { document: 'proof', name: 'a.pdf', content: pdf().toString('base64') }
interface Case {
  readonly stage: string
  readonly history: { readonly breaches: readonly object[] }
}

async function done<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer
  assert.ok(status < 300, JSON.stringify(body))
  return body
}

const file = async (more: object = {}) =>
  (
    await done(
      as('applicant').post<{ case: string }>('/cases', {
        service,
        answers,
        files: [proof],
        ...more
      })
    )
  ).case
const stageOf = async (id: string) => (await done(as('officer').get<Case>(`/cases/${id}`))).stage
const act = (person: string, what: string, body: object = {}) =>
  done(as(person).post(`/cases/${what}`, body))
const decide = (id: string, outcome: string) =>
  act('approver', `${id}/decision`, { outcome, reason: 'آزمایش', outOfOrderReason: 'آزمایش' })

test('drafted, submitted, returned, resubmitted, in steps, granted and delivered', async () => {
  const draft = await done(
    as('applicant').post<{ id: string }>('/drafts', { service, values: answers })
  )
  const id = await file({ draft: draft.id })
  assert.equal(await stageOf(id), 'received')
  await act('officer', `${id}/return`, {
    defects: [{ code: 'document-unreadable', item: 'document:proof' }]
  })
  assert.equal(await stageOf(id), 'returned')
  await act('applicant', `${id}/resubmission`, { contest: 'خواناست' })
  assert.equal(await stageOf(id), 'received')
  for (const step of ['registration', 'examination', 'approval']) {
    await act('officer', `${id}/steps`, { step })
  }
  await decide(id, 'granted')
  assert.equal(await stageOf(id), 'decided')
})

test('awaiting documents, then received; refused and reopened; withdrawn', async () => {
  const later = await file({ files: [], later: ['proof'] })
  assert.equal(await stageOf(later), 'awaiting-documents')
  const { document, ...content } = proof
  await act('applicant', `${later}/documents`, { document, file: content })
  assert.equal(await stageOf(later), 'received')
  const refused = await file()
  await decide(refused, 'refused')
  await act('approver', `${refused}/reopening`, { policy: 'restart', reason: 'new-evidence' })
  assert.notEqual(await stageOf(refused), 'decided')
  const withdrawn = await file()
  await act('applicant', `${withdrawn}/withdrawal`)
  assert.equal(await stageOf(withdrawn), 'withdrawn')
})

test('late: what a clerk registers as having come long ago is in breach at once', async () => {
  const { person } = await me('applicant')
  const arrivedAt = clock.now().subtract({ hours: 100 }).toString()
  const { case: id } = await done(
    as('clerk').post<{ case: string }>('/cases', {
      service,
      answers,
      files: [proof],
      channel: 'in-person',
      applicant: { person },
      arrivedAt
    })
  )
  const { body } = await as('officer').get<Case>(`/cases/${id}`)
  assert.equal(body.history.breaches.length, 1)
  const late = await file()
  clock.advance('PT73H')
  await server.work()
  const after = await done(as('officer').get<Case>(`/cases/${late}`))
  assert.equal(after.history.breaches.length, 1)
})

async function me(person: string) {
  const { id } = await done(as(person).get<{ id: string }>('/me'))
  return { person: id }
}

test('an outage opens, has news, closes and is corrected by two; a notice is published', async () => {
  await server.work()
  clock.advance('PT2H')
  const words = { fa: 'آزمایش', en: 'A trial' }
  const from = clock.now().subtract({ minutes: 30 }).toString()
  const opened = await done(
    as('it-manager').post<{ id: string }>('/outages', {
      authority: 'sandbox',
      component: 'desk',
      from
    })
  )
  const at = `/outages/${opened.id}`
  const cause = 'software'
  await done(as('it-manager').post(`${at}/news`, { cause, words }))
  await done(as('it-manager').post(`${at}/closing`, { cause, note: words }))
  const reason = 'wrong-cause'
  const correction = await done(
    as('it-manager').post<{ id: string }>(`${at}/corrections`, {
      ...{ from, to: clock.now().toString(), cause: 'power', reason, words }
    })
  )
  const decision = `${at}/corrections/${correction.id}/decision`
  await done(as('other-it-manager').post(decision, { approved: true }))
  await planned()
  const notice = await done(
    as('it-manager').post<{ id: string }>('/notices', {
      authority: 'sandbox',
      kind: 'general',
      title: words,
      body: words
    })
  )
  const listed = async (path: string) =>
    (await new ApiClient(server).get<object>(path)).body as Record<string, { id: string }[]>
  const own = await listed('/notices?authority=sandbox')
  assert.ok(own.notices?.some(({ id }) => id === notice.id))
  const outages = await listed('/outages?authority=sandbox')
  assert.ok(outages.outages?.some(({ id }) => id === opened.id))
})

/** Announced, moved, cancelled; how long before it is to begin, the desk says itself. */
async function planned(): Promise<void> {
  const words = { fa: 'آزمایش', en: 'A trial' }
  const { at } = await done(
    as('it-manager').get<{ at: string }>('/planned-outages/earliest-start?authority=sandbox')
  )
  const first = Temporal.Instant.from(at).add({ hours: 24 })
  const window = (hours: number) => ({
    from: first.add({ hours }).round('minute').toString(),
    to: first
      .add({ hours: hours + 1 })
      .round('minute')
      .toString()
  })
  const { id } = await done(
    as('it-manager').post<{ id: string }>('/planned-outages', {
      ...{ authority: 'sandbox', kind: 'outage', components: ['desk'], words, ...window(0) }
    })
  )
  await done(as('it-manager').post(`/planned-outages/${id}/moves`, { ...window(48) }))
  await done(
    as('it-manager').post(`/planned-outages/${id}/cancellation`, { because: 'not-needed' })
  )
}

test('nothing of it stands in public lists, statistics, status or promises', async () => {
  await server.work()
  const paths = [
    ...['/', '/services', '/status', '/promises', '/notices', '/sitemap.xml', '/report'],
    ...['/status.json', '/notices.atom', '/api/v1/services', '/api/v1/authorities'],
    ...['/api/v1/notices', '/api/v1/outages', '/api/v1/planned-outages', '/api/v1/promises'],
    ...['/api/v1/availability', `/services?q=${encodeURIComponent('آزمایشی')}`]
  ]
  for (const path of paths) {
    const text = await (await fetch(server.origin + path)).text()
    assert.doesNotMatch(text, /sandbox|90000001|دستگاه آزمایشی/i, path)
  }
  assert.equal((await fetch(`${server.origin}/services/${service}`)).status, 404)
})

test('neither world reaches the other', async () => {
  const code = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer
    return `${String(status)} ${(body as Problem).code}`
  }
  const real = { service: '10021001', answers: {} }
  const meeting = {
    ...{ county: 'birjand', subject: 'ملاقات با استاندار', mobile: '09990000001' },
    description: 'شرح کوتاه درخواست ملاقات مردمی'
  }
  const own = 'sandbox/invented-only'
  assert.equal(
    await code(as('applicant').post('/cases', { ...real, answers: meeting })),
    `403 ${own}`
  )
  const typed = { kind: 'person', name: 'مریم رضایی', nationalId: '9900000016' }
  const atCounter = { service, answers, files: [proof], channel: 'in-person', applicant: typed }
  assert.equal(await code(as('clerk').post('/cases', atCounter)), `403 ${own}`)
  assert.equal(await code(as('officer').get('/cases?authority=sko')), '403 people/not-allowed')
  const report = { kind: 'failure', authority: 'sko', component: 'desk', words: 'آزمایش' }
  assert.match(await code(as(null).post('/failure-reports', report)), /^403/)
  const live = await keyFor('sko', true)
  assert.equal(await code(as('applicant', live).get('/me')), '403 sandbox/person')
  assert.equal(await code(as('nobody').get('/me')), '403 sandbox/person')
  const trial = await keyFor('sko', false)
  assert.equal(await code(as(null, trial).get('/cases?authority=sko')), '403 key/test-only')
  await assert.rejects(keyFor('sandbox', true))
})
