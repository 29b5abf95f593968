// Goal: where people are real, a program with a test key walks every state of a case in the sandbox
// authority, and nothing of it shows anywhere else. Method: the whole desk over HTTP, without a demonstration.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Problem } from '../support/api-client.ts'
import { assertHidden, done, sandboxFiling, startSandbox } from '../support/sandbox.ts'

const { server, key: sandbox, as, keyFor } = await startSandbox()
const { clock } = server
const { service, answers, files } = sandboxFiling
const [proof] = files
interface Case {
  readonly stage: string
  readonly history: { readonly breaches: readonly object[] }
}

const file = async (more: object = {}) =>
  (await done(as('applicant').post<{ case: string }>('/cases', { ...sandboxFiling, ...more }))).case
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
  const { document, ...content } = proof ?? {}
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

test('nothing of it stands in public lists, statistics, status or promises', async () => {
  await server.work()
  await assertHidden(server.origin)
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
  const form = new URLSearchParams({ jurisdiction_id: 'sko', service_code: 'desk' })
  form.set('api_key', sandbox)
  form.set('attribute[KIND]', 'failure')
  form.set('description', 'آزمایش')
  const open311 = await fetch(`${server.origin}/open311/v2/requests.json`, {
    method: 'POST',
    body: form
  })
  assert.equal(open311.status, 403)
  const live = await keyFor('sko', true)
  assert.equal(await code(as('applicant', live).get('/me')), '403 sandbox/person')
  assert.equal(await code(as('nobody').get('/me')), '403 sandbox/person')
  const trial = await keyFor('sko', false)
  assert.equal(await code(as(null, trial).get('/cases?authority=sko')), '403 key/test-only')
  await assert.rejects(keyFor('sandbox', true))
})
