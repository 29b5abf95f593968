// Goal: the API says no where the desk would, and where exactly. Method: real HTTP on a real database.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { deskServer } from '../../tests/support/desk-server.ts'
import { damageAnswers, pdf } from '../../tests/support/desk.ts'
import { createApiKey } from '../people/index.ts'

const desk = await deskServer()
const citizen = await desk.signIn('maryam-rezaei')
const officer = await desk.signIn('leila-arab')
const clerk = await desk.signIn('somayeh-jafari')
const { id: officerId } = await desk.as('leila-arab')
const { id: citizenId } = await desk.as('maryam-rezaei')

interface Who {
  readonly headers: Readonly<Record<string, string>>
}
interface Answer {
  readonly status: number
  readonly code: string | undefined
  /** Pointers of the fields that were refused. */
  readonly at: readonly string[]
  readonly details: readonly string[]
  readonly body: Readonly<Record<string, unknown>>
}

/** Calls an operation, such as `GET /cases`, below `/api/v1`. */
async function call(
  who: Who,
  operation: string,
  sent: { body?: unknown; headers?: Record<string, string> } = {}
): Promise<Answer> {
  const [method = '', path = ''] = operation.split(' ')
  const response = await fetch(`${desk.origin}/api/v1${path}`, {
    method,
    headers: {
      'accept-language': 'en',
      ...who.headers,
      ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...sent.headers
    },
    ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) })
  })
  const body = JSON.parse(await response.text()) as Record<string, unknown>
  const errors = (body.errors ?? []) as { pointer: string; detail: string }[]
  return {
    status: response.status,
    code: typeof body.code === 'string' ? body.code : undefined,
    at: errors.map(({ pointer }) => pointer),
    details: errors.map(({ detail }) => detail),
    body
  }
}

const photos = () => ({
  document: 'damage-photos',
  name: 'a.pdf',
  content: pdf().toString('base64')
})
const application = (more: object = {}) => ({
  service: '10021006',
  answers: damageAnswers,
  files: [photos()],
  submissionKey: randomUUID(),
  ...more
})

async function newCase(): Promise<string> {
  const { status, body } = await call(citizen, 'POST /cases', { body: application() })
  assert.equal(status, 201, JSON.stringify(body))
  return String(body.case)
}

async function key(authority: string, role: 'clerk' | 'officer' | 'applicant'): Promise<Who> {
  const made = await createApiKey(desk.context, { authority, role, label: 'test', live: false })
  return { headers: { authorization: `Bearer ${made.text}` } }
}

test('only the applicant withdraws; a clerk is refused', async () => {
  const path = `POST /cases/${await newCase()}/withdrawal`
  for (const who of [clerk, await key('sko', 'clerk'), officer]) {
    assert.equal((await call(who, path, { body: {} })).status, 403)
  }
  assert.equal((await call(citizen, path, { body: {} })).status, 201)
})

test('a case is given as the other acts are done: 404, 403, 422, 409', async () => {
  const id = await newCase()
  const body = { to: officerId }
  const path = `POST /cases/${id}/assignment`
  assert.equal((await call(await key('ito', 'officer'), path, { body })).code, 'case/not-found')
  assert.equal((await call(await key('sko', 'applicant'), path, { body })).code, 'case/not-found')
  assert.equal((await call(clerk, path, { body })).code, 'people/not-allowed')
  const nowhere = `POST /cases/${randomUUID()}/assignment`
  assert.equal((await call(officer, nowhere, { body })).code, 'case/not-found')
  const wrong = await call(officer, path, { body: { to: citizenId } })
  assert.deepEqual([wrong.status, wrong.at], [422, ['/to']])
  const given = await call(officer, path, { body })
  assert.deepEqual([given.status, given.body.case, given.body.version], [201, id, 2])
  assert.equal((await call(officer, path, { body })).body.version, 2)
  await call(citizen, `POST /cases/${id}/withdrawal`, { body: {} })
  assert.equal((await call(officer, path, { body })).code, 'case/wrong-stage')
})

test('nothing was known of a case before it was registered', async () => {
  const id = await newCase()
  for (const path of [`/cases/${id}`, `/cases/${id}/clock`]) {
    const early = await call(citizen, `GET ${path}?asKnownAt=2000-01-01T00:00:00Z`)
    assert.deepEqual([early.status, early.at], [422, ['/asKnownAt']], path)
    const since = desk.clock.now().toString()
    assert.equal((await call(citizen, `GET ${path}?asKnownAt=${since}`)).status, 200, path)
  }
})

test('the queue is for whom the page is for', async () => {
  for (const name of ['ebrahim-karimi', 'kamran-mousavi', 'maryam-rezaei']) {
    const refused = await call(await desk.signIn(name), 'GET /cases?authority=sko')
    assert.equal(refused.code, 'people/not-allowed', name)
  }
  assert.equal((await call(officer, 'GET /cases?authority=sko')).status, 200)
})

test('what cannot be there is refused by name, not answered with nothing', async () => {
  const queue = 'GET /cases?authority=sko'
  for (const [query, at] of [
    ['cursor=abc', '/cursor'],
    [`cursor=${Buffer.from('[0,null,"x"]').toString('base64url')}`, '/cursor'],
    ['unit=nowhere', '/unit'],
    ['service=99999999', '/service'],
    ['assigned=you', '/assigned'],
    ['state=lost', '/state'],
    ['late=perhaps', '/late'],
    ['lat=true', '/lat'],
    [`applicant=${citizenId}`, '/applicant']
  ] as const) {
    const refused = await call(clerk, `${queue}&${query}`)
    assert.deepEqual([refused.status, refused.at], [422, [at]], query)
  }
  for (const query of ['unit=it', 'service=10021006', 'assigned=me', `assigned=${officerId}`]) {
    assert.equal((await call(clerk, `${queue}&${query}`)).status, 200, query)
  }
  for (const query of ['cursor=abc', 'late=true', 'search=x', 'unit=it']) {
    const refused = await call(citizen, `GET /cases?${query}`)
    assert.deepEqual([refused.status, refused.at], [422, [`/${query.split('=')[0] ?? ''}`]], query)
  }
})

test('a person who may not act for an applicant is told so', async () => {
  const own = await call(citizen, `GET /cases?applicant=${officerId}`)
  assert.equal(own.code, 'case/not-represented')
  const filed = await call(citizen, 'POST /cases', {
    body: application({ applicant: { person: officerId } })
  })
  assert.equal(filed.code, 'case/not-represented')
  for (const more of [
    { channel: 'post', trackingNumber: '1234567890' },
    { applicant: { kind: 'person', name: 'زهرا محمدی' } }
  ]) {
    const refused = await call(citizen, 'POST /cases', { body: application(more) })
    assert.deepEqual([refused.status, refused.at], [422, ['/applicant']])
  }
  const program = await call(await key('sko', 'clerk'), 'POST /cases', { body: application() })
  assert.equal(program.code, 'case/not-a-person')
})
