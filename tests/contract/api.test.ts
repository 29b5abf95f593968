// Goal: the API keeps the promises that CONTRACTS.md makes to other systems. Method: a running server
// on a real database, asked by keys, by sessions and by nobody.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { factsBetween } from '../../src/ledger/index.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { ApiClient, type Problem, keyClient } from '../support/api-client.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

const server = await startTestServer()
const stranger = new ApiClient(server)
const clerk = await keyClient(server, { authority: 'sko', role: 'clerk' })
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

interface Submission {
  readonly case: string
  readonly filedAt: string
  readonly dueAt: string | null
  readonly repeated: boolean
}

/** An application as the post room registers it. */
function posted(more: object = {}): object {
  return {
    service: '10021006',
    channel: 'post',
    trackingNumber: `1234567890${String(Math.floor(Math.random() * 1e10)).padStart(10, '0')}`,
    applicant: { kind: 'person', name: 'زهرا محمدی', nationalId: '9900000013' },
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', content: pdf().toString('base64') }],
    ...more
  }
}

async function submittedCases(): Promise<number> {
  return (await factsBetween(server.context.db, { kinds: ['case.submitted'] })).length
}

test('agreements are listed with their clauses', async () => {
  const { body } = await stranger.get<{
    items: { id: string; clauses: Record<string, unknown>[]; versions: { validTo: string }[] }[]
  }>('/agreements')
  assert.deepEqual(body.items.map(({ id }) => id).toSorted(), ['PI', 'SK'])
  const clauses = body.items.flatMap((each) => each.clauses)
  assert.equal(clauses.length, 119)
  for (const clause of clauses) {
    for (const name of ['id', 'fa', 'en', 'bearer', 'kind']) {
      assert.equal(typeof clause[name], 'string', `${String(clause.id)} ${name}`)
    }
    assert.equal(typeof clause.measure, 'object')
  }
  for (const { validTo } of body.items.flatMap(({ versions }) => versions)) {
    assert.match(validTo, rfc3339)
  }
})

test('promises are public, one of each clause at least, with what CONTRACTS.md names', async () => {
  const { body } = await stranger.get<{ items: Record<string, unknown>[] }>('/promises?limit=1000')
  const clauses = new Set(body.items.map(({ clause }) => clause))
  assert.equal(clauses.size, 119)
  for (const promise of body.items) {
    for (const name of ['agreement', 'clause', 'state', 'value', 'unit', 'period', 'evidence']) {
      assert.ok(name in promise, name)
    }
    assert.ok(Array.isArray(promise.evidence))
  }
})

test('lists go on at links.next, without a gap or a repetition', async () => {
  for (const [path, key] of [
    ['/promises?limit=50', 'items'],
    ['/services?limit=5', 'services']
  ] as const) {
    const seen: string[] = []
    let next: string | null = path
    let pages = 0
    while (next !== null) {
      const { status, body }: { status: number; body: Record<string, unknown> } =
        await stranger.get<Record<string, unknown>>(next)
      assert.equal(status, 200)
      seen.push(...(body[key] as object[]).map((each) => JSON.stringify(each)))
      next = (body.links as { next: string | null }).next?.replace('/api/v1', '') ?? null
      pages += 1
    }
    assert.ok(pages > 1, path)
    assert.equal(new Set(seen).size, seen.length, `${path} repeats itself`)
    const whole = await stranger.get<Record<string, unknown[]>>(path.replace(/\d+$/, '200'))
    assert.ok(seen.length >= (whole.body[key]?.length ?? 0))
  }
})

test('a wrong cursor is refused by name', async () => {
  const { status, body } = await stranger.get<Problem>('/promises?cursor=nonsense')
  assert.equal(status, 422)
  assert.equal(body.errors?.[0]?.pointer, '/cursor')
})

test('the same Idempotency-Key and body is answered again and done once', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const body = posted()
  const before = await submittedCases()
  const first = await clerk.post<Submission>('/cases', body, key)
  assert.equal(first.status, 201)
  assert.match(first.body.filedAt, rfc3339)
  assert.match(first.body.dueAt ?? '', rfc3339)
  const again = await clerk.post<Submission>('/cases', body, key)
  assert.equal(again.status, 201)
  assert.deepEqual(again.body, first.body)
  assert.equal(again.headers.get('idempotent-replayed'), 'true')
  assert.equal(first.headers.get('idempotent-replayed'), null)
  assert.equal(await submittedCases(), before + 1)
})

test('the same Idempotency-Key with another body is refused', async () => {
  const key = { 'idempotency-key': randomUUID() }
  assert.equal((await clerk.post<Submission>('/cases', posted(), key)).status, 201)
  const before = await submittedCases()
  const other = await clerk.post<Problem>('/cases', posted(), key)
  assert.equal(other.status, 422)
  assert.equal(other.body.code, 'idempotency/other-body')
  assert.equal(await submittedCases(), before)
})

test('the same Idempotency-Key is nobody else’s', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const other = await keyClient(server, { authority: 'sko', role: 'clerk' })
  const body = posted()
  const [mine, theirs] = [
    await clerk.post<Submission>('/cases', body, key),
    await other.post<Submission>('/cases', body, key)
  ]
  assert.notEqual(mine.body.case, theirs.body.case)
})

test('the same Idempotency-Key many times at once has one effect', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const body = posted()
  const before = await submittedCases()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => clerk.post<Submission & Problem>('/cases', body, key))
  )
  assert.equal(await submittedCases(), before + 1)
  assert.ok(answers.some(({ status }) => status === 201))
  for (const { status, body: answer } of answers) {
    assert.ok(status === 201 || answer.code === 'idempotency/under-way', String(status))
  }
  const after = await clerk.post<Submission>('/cases', body, key)
  assert.equal(after.headers.get('idempotent-replayed'), 'true')
})

test('a refusal is an answer too: it is replayed, and the key is not free for another body', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const wrong = posted({ answers: {} })
  const first = await clerk.post<Problem>('/cases', wrong, key)
  assert.equal(first.status, 422)
  const again = await clerk.post<Problem>('/cases', wrong, key)
  assert.equal(again.body.trace, first.body.trace, 'the very same answer')
  assert.equal((await clerk.post<Problem>('/cases', posted(), key)).status, 422)
})

test('a forged request does not use up an Idempotency-Key', async () => {
  const citizen = await Visitor.as(server, 'maryam-rezaei')
  const scripts = await citizen.scripts()
  const key = { 'idempotency-key': randomUUID() }
  const draft = { service: '10021006', values: {} }
  const forged = await scripts.post<Problem>('/drafts', draft, { ...key, 'x-csrf-token': 'x' })
  assert.equal(forged.status, 403)
  assert.equal(forged.body.code, 'request/forged')
  assert.equal((await scripts.post('/drafts', draft, key)).status, 201)
})

test('every refusal is a problem with its code, in the language that was asked for', async () => {
  const asked: [Promise<{ status: number; body: unknown }>, number, string][] = [
    [clerk.post('/cases', '{half'), 400, 'request/malformed'],
    [stranger.get('/me'), 401, 'sign-in/required'],
    [stranger.get('/me', { authorization: 'Bearer peyman_test_x' }), 401, 'key/refused'],
    [clerk.get('/services/10021006/draft'), 403, 'people/not-allowed'],
    [stranger.get('/nowhere'), 404, 'not-found'],
    [stranger.get('/services/999999'), 404, 'service/not-found'],
    [clerk.get(`/cases/${randomUUID()}`), 404, 'case/not-found'],
    [
      clerk.post('/case-assignments', JSON.stringify({ to: 'x'.repeat(1_100_000) })),
      413,
      'request/too-large'
    ],
    [clerk.post('/cases', 'x', { 'content-type': 'application/xml' }), 415, 'request/media-type'],
    [clerk.post('/cases', {}), 422, 'input/invalid']
  ]
  for (const [answer, status, code] of asked) {
    const { status: seen, body } = await answer
    assert.equal(seen, status, code)
    assert.equal((body as Problem).code, code)
  }
  const { body: persian } = await stranger.get<Problem>('/nowhere', { 'accept-language': 'fa' })
  assert.match(persian.title, /\p{Script=Arabic}/u)
  const { body: english } = await stranger.get<Problem>('/nowhere', { 'accept-language': 'fr, en' })
  assert.match(english.title, /^[\p{Script=Latin}\p{P}\s]+$/u)
})

test('a misfit request names each field and what would be right, in both languages', async () => {
  const body = {
    ...posted({ service: 5 }),
    'no/such~field': 1,
    arrivedAt: '1405/09/01',
    files: 'a'
  }
  const { body: problem } = await clerk.post<Problem>('/cases', body)
  assert.deepEqual(problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`).toSorted(), [
    '/arrivedAt input/format',
    '/files input/type',
    '/no~1such~0field input/unknown',
    '/service input/type'
  ])
  const { body: persian } = await clerk.post<Problem>('/cases', body, { 'accept-language': 'fa' })
  for (const { detail } of persian.errors ?? []) assert.match(detail, /\p{Script=Arabic}/u)
  const { body: half } = await clerk.post<Problem>('/cases', { service: '10021006' })
  assert.deepEqual(half.errors, [
    {
      pointer: '/answers',
      code: 'input/missing',
      detail: 'This is missing and has to be given.'
    }
  ])
})

test('a problem inside the answers points at its field', async () => {
  const answers = { ...damageAnswers, mobile: '12', eventDate: '1405-12-30' }
  const { body } = await clerk.post<Problem>('/cases', posted({ answers }))
  const pointers = body.errors?.map(({ pointer }) => pointer).toSorted()
  assert.deepEqual(pointers, ['/answers/eventDate', '/answers/mobile'])
})

test('times that programs send need an offset', async () => {
  const { body } = await stranger.get<Problem>('/agreements/SK/clauses?at=2020-01-01')
  assert.equal(body.errors?.[0]?.pointer, '/at')
  const good = await stranger.get('/agreements/SK/clauses?at=2020-01-01T00:00:00%2B03:30')
  assert.equal(good.status, 200)
})

test('whoever asks too often is told when to come back', async () => {
  const strict = await startTestServer(undefined, { requestsPerMinuteMax: 5 })
  const client = new ApiClient(strict)
  const answers = []
  for (let i = 0; i < 7; i += 1) answers.push(await client.get<Problem>('/agreements/SK'))
  const refused = answers.at(-1)
  assert.equal(refused?.status, 429)
  assert.equal(refused.body.code, 'request/too-many')
  const seconds = Number(refused.headers.get('retry-after'))
  assert.ok(seconds >= 1 && seconds <= 60, `Retry-After: ${String(seconds)}`)
})

test('a card is linked data with the properties of CPSV-AP', async () => {
  const response = await fetch(`${server.origin}/services/10021006`, {
    headers: { accept: 'application/ld+json' }
  })
  assert.match(response.headers.get('content-type') ?? '', /^application\/ld\+json/)
  assert.match(response.headers.get('vary') ?? '', /accept\b/i)
  const card = (await response.json()) as Record<string, unknown>
  assert.equal(card['@type'], 'cpsv:PublicService')
  for (const name of [
    'dct:identifier',
    'dct:title',
    'dct:description',
    'cv:hasCompetentAuthority',
    'cv:processingTime',
    'cv:hasCost',
    'cv:hasChannel',
    'cv:hasInputType',
    'cv:hasLegalResource'
  ]) {
    assert.ok(card[name] !== undefined, name)
  }
  assert.deepEqual(card['cv:processingTime'], { '@type': 'xsd:duration', '@value': 'PT72H' })
  const page = await (await fetch(`${server.origin}/en/services/10021006`)).text()
  const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
  assert.equal((JSON.parse(block) as Record<string, unknown>)['@type'], 'GovernmentService')
})
