// Goal: other bodies' systems and people's browsers hand letters in and read them over HTTP, and everybody
// else is told of nothing. Method: a desk with a key of a unit and signed-in people; each operation once
// right, and asked for by those whom it does not concern.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { deskServer } from '../../../tests/support/desk-server.ts'
import { openTestMailbox, sealTestLetter, sha256 } from '../../../tests/support/letters.ts'
import { signOpening } from '../../kernel/seal/index.ts'
import { createApiKey } from '../../people/index.ts'
import { exchangeRoutes } from './routes.ts'
import { publishLane } from './publish-letters.ts'
import type { TestLetter } from '../../../tests/support/letters.ts'

const desk = await deskServer(undefined, exchangeRoutes)
const { context, app, origin } = desk
const citizen = await desk.signIn('maryam-rezaei')
const stranger = await desk.signIn('hossein-barati')
const otherUnit = await desk.signIn('neda-yousefi')
const me = await desk.as('maryam-rezaei')
const unit = await openTestMailbox(context, { authority: 'sko', unit: 'citizen-services' })
const home = await openTestMailbox(context, { person: me.id })
const { text: key } = await createApiKey(context, {
  ...{ authority: 'sko', unit: 'citizen-services', role: 'officer', label: 'بایگانی', live: true }
})
const agency = { headers: { authorization: `Bearer ${key}` } }

function plainOf({ input }: TestLetter) {
  const { sizeBytes: _size, sentAt, publishAt, effectiveAt, expiresAt, ...rest } = input
  const times = { sentAt, publishAt, effectiveAt, expiresAt }
  return {
    ...rest,
    ...Object.fromEntries(
      Object.entries(times).flatMap(([name, at]) => (at ? [[name, at.toString()]] : []))
    )
  }
}

const post = (url: string, payload: object, by: { headers: object } = agency) =>
  app.inject({ method: 'POST', url: `/api/v1${url}`, headers: { ...by.headers }, payload })
const get = (url: string, by: { headers: object } = citizen) =>
  app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { ...by.headers } })

async function sent(more: Parameters<typeof sealTestLetter>[1]['more'] = {}): Promise<TestLetter> {
  const letter = await sealTestLetter(context, { from: unit, to: home, more })
  const content = Buffer.from(letter.file).toString('base64')
  const answer = await post('/letters', { ...plainOf(letter), content })
  assert.equal(answer.statusCode, 201, answer.body)
  return letter
}

test('a letter in JSON is accepted, listed, read and proven to be opened', async () => {
  const { input, file, token } = await sent()
  assert.deepEqual(await ids(`/letters?mailbox=${home.id}`), [])
  await publishLane(context, 'single')
  assert.deepEqual(await ids(`/letters?mailbox=${home.id}`), [input.id])
  const content = await get(`/letters/${input.id}/content`)
  assert.deepEqual([...content.rawPayload], [...file])
  const proof = (state: 'opened' | 'acknowledged' | 'replied') => ({
    token: Buffer.from(token).toString('base64'),
    note: signOpening({ letter: input.id, state, token, signers: home.keys.signers })
  })
  const forged = await post(
    `/letters/${input.id}/opening`,
    { ...proof('opened'), token: sha256('x') },
    citizen
  )
  assert.equal(forged.json<{ code: string }>().code, 'letter/proof')
  const byUnit = { letter: input.id, state: 'opened', token, signers: unit.keys.signers } as const
  const wrongKey = await post(
    `/letters/${input.id}/opening`,
    { ...proof('opened'), note: signOpening(byUnit) },
    citizen
  )
  assert.equal(wrongKey.json<{ code: string }>().code, 'letter/proof')
  for (const [path, state] of [
    ['opening', 'opened'],
    ['opening', 'opened'],
    ['acknowledgement', 'acknowledged'],
    ['reply', 'replied'],
    ['opening', 'opened']
  ] as const) {
    const answer = await post(`/letters/${input.id}/${path}`, proof(state), citizen)
    assert.equal(answer.statusCode, 200, answer.body)
  }
  const evidence = await get(`/letters/${input.id}/evidence`, agency)
  const { events, side } = evidence.json<{
    side: string
    events: { state: string; event: string }[]
  }>()
  assert.equal(side, 'sender')
  assert.deepEqual(
    events.map(({ state, event }) => `${state} ${event}`),
    [
      'accepted A.1-SubmissionAcceptance',
      'published D.1-ContentConsignment',
      'fetched E.1-ContentHandover',
      'opened ContentAccessTracking',
      'acknowledged C.3-ConsignmentAcceptance',
      'replied ContentAccessTracking'
    ]
  )
  assert.deepEqual(
    (await get(`/letters/${input.id}/evidence`)).json<{ events: unknown }>().events,
    events
  )
})

async function ids(url: string, by = citizen): Promise<string[]> {
  const answer = await get(url, by)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<{ letters: { id: string }[] }>().letters.map(({ id }) => id)
}

test('strangers, other units and the public are told of nothing', async () => {
  const { input } = await sent()
  await publishLane(context, 'single')
  const paths = ['', '/content', '/evidence']
  for (const by of [stranger, otherUnit])
    for (const path of paths) {
      const answer = await get(`/letters/${input.id}${path}`, by)
      const none = await get(`/letters/${randomUUID()}${path}`, by)
      assert.deepEqual([answer.statusCode, none.statusCode], [404, 404], path)
    }
  assert.equal((await get(`/letters?mailbox=${home.id}`, stranger)).statusCode, 404)
  assert.equal((await get(`/letters?mailbox=${unit.id}`, otherUnit)).statusCode, 404)
  assert.equal((await get(`/letters/${input.id}`, { headers: {} })).statusCode, 401)
  // The sender reads no content of what is sealed to another.
  assert.equal((await get(`/letters/${input.id}/content`, agency)).statusCode, 404)
})

test('a large letter comes as bytes, and goes as bytes', async () => {
  const letter = await sealTestLetter(context, {
    from: unit,
    to: home,
    body: randomUUID().repeat(60_000)
  })
  const {
    id,
    recipient: _recipient,
    approval: _approval,
    ...envelope
  } = plainOf(letter) as unknown as Record<string, string>
  const query = new URLSearchParams({
    ...envelope,
    recipient: home.id,
    sizeBytes: String(letter.file.length)
  })
  const put = (body: Uint8Array) =>
    fetch(`${origin}/api/v1/letters/${String(id)}?${query.toString()}`, {
      method: 'PUT',
      headers: { ...agency.headers, 'content-type': 'application/octet-stream' },
      body: Buffer.from(body)
    })
  const short = await put(letter.file.subarray(0, 1_400_000))
  assert.equal(((await short.json()) as { code: string }).code, 'letter/hash')
  const whole = await put(letter.file)
  assert.equal(whole.status, 201, await whole.clone().text())
  assert.equal(((await whole.json()) as { repeated: boolean }).repeated, false)
  await publishLane(context, 'single')
  const content = await fetch(`${origin}/api/v1/letters/${String(id)}/content`, citizen)
  assert.equal(sha256(Buffer.from(await content.arrayBuffer())), letter.input.sha256)
})

test('a letter is taken back: before it is opened its bytes go, after that it is marked', async () => {
  const unopened = await sent()
  const opened = await sent()
  await publishLane(context, 'single')
  const { token, input } = opened
  const note = signOpening({ letter: input.id, state: 'opened', token, signers: home.keys.signers })
  await post(
    `/letters/${input.id}/opening`,
    { token: Buffer.from(token).toString('base64'), note },
    citizen
  )
  const by = { reason: 'نشانی نادرست' }
  assert.equal((await post(`/letters/${input.id}/withdrawal`, by, citizen)).statusCode, 404)
  assert.equal(
    (await post(`/letters/${input.id}/withdrawal`, { reason: ' ' })).json<{ code: string }>().code,
    'letter/reason'
  )
  const states = []
  for (const each of [unopened, opened]) {
    const answer = await post(`/letters/${each.input.id}/withdrawal`, by)
    const { state, hasContent } = answer.json<{ state: string; hasContent: boolean }>()
    states.push([state, hasContent])
  }
  assert.deepEqual(states, [
    ['withdrawn', false],
    ['withdrawn', true]
  ])
  assert.equal(
    (await get(`/letters/${unopened.input.id}/content`)).json<{ code: string }>().code,
    'letter/gone'
  )
  assert.equal((await get(`/letters/${input.id}/content`)).statusCode, 200)
  assert.equal(
    (await post(`/letters/${input.id}/withdrawal`, by)).json<{ code: string }>().code,
    'letter/state'
  )
  const { remarks } = (await get(`/letters/${input.id}/evidence`)).json<{
    remarks: { words: string }[]
  }>()
  assert.deepEqual(
    remarks.map(({ words }) => words),
    ['نشانی نادرست']
  )
})

test('pages of an inbox go on where the one before ended', async () => {
  const before = await ids(`/letters?mailbox=${home.id}&limit=200`)
  for (let i = 0; i < 5; i += 1) await sent()
  await publishLane(context, 'single')
  const all = await ids(`/letters?mailbox=${home.id}&limit=200`)
  assert.equal(all.length, before.length + 5)
  const paged: string[] = []
  let next: string | null = `/letters?mailbox=${home.id}&limit=2`
  while (next !== null) {
    const answer: { letters: { id: string }[]; links: { next: string | null } } = (
      await get(next)
    ).json<{
      letters: { id: string }[]
      links: { next: string | null }
    }>()
    paged.push(...answer.letters.map(({ id }) => id))
    next = answer.links.next?.replace('/api/v1', '') ?? null
  }
  assert.deepEqual(paged, all)
  const sentOnes = await ids(`/letters?mailbox=${unit.id}&folder=sent&limit=200`, agency)
  assert.ok(all.every((id) => sentOnes.includes(id)))
})

test('a report of a recipient is a fact with its kind, and the sender learns no words', async () => {
  const { input } = await sent()
  await publishLane(context, 'single')
  const report = await post(
    `/letters/${input.id}/reports`,
    { kind: 'wrong-recipient', words: 'من نیستم' },
    citizen
  )
  assert.equal(report.statusCode, 201, report.body)
  const seen = (await get(`/letters/${input.id}/evidence`, agency)).json<{
    events: { code: string | null }[]
    remarks: unknown[]
  }>()
  assert.ok(seen.events.some(({ code }) => code === 'wrong-recipient'))
  assert.deepEqual(seen.remarks, [])
})

test('lanes tell everybody how fast they are, and nothing else', async () => {
  const { lanes } = (await get('/letter-lanes', { headers: {} })).json<{
    lanes: { lane: string; published: number }[]
  }>()
  assert.deepEqual(
    lanes.map(({ lane }) => lane),
    ['crisis', 'single', 'bulk']
  )
  assert.ok((lanes[1]?.published ?? 0) > 5)
})

test('a batch of lines is answered line by line; what is wrong in one is told there', async () => {
  const letters = await Promise.all(
    [1, 2, 3].map(() => sealTestLetter(context, { from: unit, to: home }))
  )
  const lineOf = (letter: TestLetter) =>
    JSON.stringify({ ...plainOf(letter), content: Buffer.from(letter.file).toString('base64') })
  const [first, second, third] = letters.map(lineOf)
  const body = [first, 'no JSON', '', second, '{"id":"x"}', first, third].join('\n')
  const ask = async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/letter-batches',
      headers: {
        ...agency.headers,
        'content-type': 'application/x-ndjson',
        'idempotency-key': 'k'
      },
      payload: body
    })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; status: number; repeated?: boolean })
  }
  const answers = await ask()
  assert.deepEqual(
    answers.map(({ line, status }) => [line, status]),
    [1, 2, 3, 4, 5, 6].map((line) => [line, line === 2 || line === 4 ? 422 : 201])
  )
  const again = await ask()
  assert.deepEqual(
    again.filter(({ status }) => status === 201).map(({ repeated }) => repeated),
    [true, true, true, true]
  )
})
