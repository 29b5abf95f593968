// Goal: the API says no where the desk would, and where exactly. Method: real HTTP on a real database.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { deskServer } from '../support/desk-server.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { createApiKey } from '../../src/people/index.ts'
import { demandDelivery } from '../../src/cases/decide-case.ts'
import { caseDesk } from '../../src/cases/index.ts'

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

test('documents are pointed to where the body has them', async () => {
  const file = (document: string, content = pdf()) => ({
    document,
    name: 'a.pdf',
    content: content.toString('base64')
  })
  const filed = async (more: object) => {
    const { status, at, details } = await call(citizen, 'POST /cases', { body: application(more) })
    assert.equal(status, 422)
    return { at, details }
  }
  const empty = await filed({ files: [file('ownership'), file('damage-photos', Buffer.alloc(0))] })
  assert.deepEqual(empty.at, ['/files/1'])
  assert.deepEqual((await filed({ files: [photos(), file('a~b/c')] })).at, ['/files/1'])
  assert.deepEqual((await filed({ files: [photos(), photos()] })).at, ['/files/1'])
  const gone = { document: 'ownership', upload: 'nothing' }
  assert.deepEqual((await filed({ uploads: [gone] })).at, ['/uploads/0'])
  const missing = await filed({ files: [] })
  assert.deepEqual(missing.at, ['/files/-'])
  assert.match(missing.details[0] ?? '', /^damage-photos: /)
  const path = `POST /cases/${await newCase()}/documents`
  const added = async (more: object) => (await call(citizen, path, { body: more })).at
  const inline = { name: 'a.pdf', content: '' }
  assert.deepEqual(await added({ document: 'ownership', file: inline }), ['/file'])
  assert.deepEqual(await added({ document: 'ownership', upload: 'nothing' }), ['/upload'])
  assert.deepEqual(await added({ document: 'none', file: inline }), ['/document'])
})

test('any Idempotency-Key files one case: of one letter, and of 255', async () => {
  for (const idempotency of ['k', '~'.repeat(255), randomUUID()]) {
    const { submissionKey: _, ...body } = application()
    const sent = { body, headers: { 'idempotency-key': idempotency } }
    const first = await call(citizen, 'POST /cases', sent)
    assert.equal(first.status, 201, JSON.stringify(first.body))
    assert.equal((await call(citizen, 'POST /cases', sent)).body.case, first.body.case)
  }
})

test('a defect that names no item is told how to', async () => {
  const path = `POST /cases/${await newCase()}/return`
  const defects = [{ code: 'field-wrong', item: 'mobile' }]
  const refused = await call(officer, path, { body: { defects } })
  assert.deepEqual(refused.at, ['/defects/0/item'])
  assert.match(refused.details[0] ?? '', /field:mobile/)
  const description = await fetch(`${desk.origin}/api/openapi.json`)
  assert.match(await description.text(), /\^\(document\|field\):\[A-Za-z0-9-\]\{1,60\}\$/)
})

test('who comes after a decision is told in their own words', async () => {
  const director = await desk.signIn('parvin-hosseini')
  const id = await newCase()
  const decision = { outcome: 'refused', reason: 'دلیل', outOfOrderReason: 'آزمون' }
  const decide = `POST /cases/${id}/decision`
  assert.equal((await call(director, decide, { body: decision })).status, 201)
  const title = async (who: Who, operation: string, body: object) => {
    const answer = await call(who, operation, { body })
    assert.equal(answer.code, 'case/already-decided')
    return String(answer.body.title)
  }
  assert.match(await title(director, decide, decision), /your decision was not recorded/)
  assert.doesNotMatch(await title(citizen, `POST /cases/${id}/withdrawal`, {}), /your decision/)
  assert.doesNotMatch(await title(citizen, `POST /cases/${id}/resubmission`, {}), /your decision/)
})

test('a result goes out by a way of the card, or on the site', () => {
  const card = { channels: ['site' as const, 'pishkhan' as const] }
  assert.equal(demandDelivery({ channels: [] }), 'site')
  assert.equal(demandDelivery(card, 'pishkhan'), 'pishkhan')
  assert.throws(() => demandDelivery(card, 'post'), {
    code: 'input/invalid',
    fields: [
      {
        pointer: '/deliverBy',
        code: 'case/delivery-way',
        text: {
          fa: 'نتیجه این خدمت از این راه تحویل نمی‌شود. راه‌های شناسنامه: سایت، دفتر پیشخوان.',
          en: 'The result of this service is not delivered this way. The card has: the site, a pishkhan office.'
        }
      }
    ]
  })
})

test('a page that was overtaken is told so, and no rule that it does not break', async () => {
  const id = await newCase()
  const step = { step: 'registration', expectedVersion: 1 }
  assert.equal((await call(officer, `POST /cases/${id}/steps`, { body: step })).status, 201)
  const again = await call(officer, `POST /cases/${id}/steps`, { body: step })
  assert.deepEqual([again.status, again.code], [409, 'case/step-entered'])
  const other = { step: 'assessment', expectedVersion: 1 }
  assert.equal(
    (await call(officer, `POST /cases/${id}/steps`, { body: other })).code,
    'case/changed'
  )
  const visit = { causedBy: 'provider', insist: 'دلیل', expectedVersion: 1 }
  assert.equal(
    (await call(officer, `POST /cases/${id}/visits`, { body: visit })).code,
    'case/changed'
  )
})

test('whoever changed a case has seen it', async () => {
  const id = await newCase()
  await call(officer, `POST /cases/${id}/steps`, { body: { step: 'registration' } })
  await call(officer, `POST /cases/${id}/steps`, { body: { step: 'visit' } })
  await call(clerk, `POST /cases/${id}/visits`, { body: { causedBy: 'applicant' } })
  const { body } = await call(citizen, `GET /cases/${id}`)
  const looks = body.lookedAt as { by: string; role: string }[]
  assert.deepEqual(looks.map(({ role }) => role).toSorted(), ['clerk', 'officer'])
})

test('a decision that is written down late says when it was known', async () => {
  const director = await desk.as('parvin-hosseini')
  const id = await newCase()
  const at = desk.clock.now()
  desk.clock.advance('PT5H')
  await caseDesk.decideCase(desk.context, director, {
    case: id,
    outcome: 'refused',
    reason: 'دلیل',
    outOfOrderReason: 'آزمون',
    at
  })
  const { body } = await call(citizen, `GET /cases/${id}`)
  const { decision } = body.history as { decision: { at: string; knownAt: string } }
  assert.equal(decision.at, at.toString())
  assert.equal(decision.knownAt, desk.clock.now().toString())
})
