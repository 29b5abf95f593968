// Goal: programs report, follow and list failures by the REST API. Method: calls without a key, with a
// solved challenge, with keys of the body and of another.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { createApiKey } from '../../src/people/index.ts'
import { picture } from '../support/photos.ts'
import { solvedProof } from '../support/report-form.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer('2026-11-22T06:00:00Z')
const { origin, context } = server
const keyOf = async (authority: string, role: 'it-manager' | 'auditor') =>
  (await createApiKey(context, { authority, role, label: 'reports', live: true })).text
const own = await keyOf('sko', 'it-manager')
const other = await keyOf('ito', 'it-manager')

interface Problem {
  readonly code: string
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[]
}

async function call(
  path: string,
  given: { body?: object; key?: string; once?: string } = {}
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const { body, key, once } = given
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(once !== undefined && { 'idempotency-key': once })
    },
    ...(body && { body: JSON.stringify(body) })
  })
  return { status: answer.status, body: await answer.json(), headers: answer.headers }
}

const proof = () => solvedProof(origin, '/api/v1/failure-reports/challenge')
const good = { kind: 'quality-drop', service: '10021001', words: 'بسیار کند است.' }

interface Filed {
  readonly report: string
  readonly code: string
  readonly receipt: string
  readonly sha256: string
  readonly repeated: boolean
}

test('a solved challenge files a report once, and the answer is its receipt', async () => {
  const body = { ...good, proof: await proof(), photo: picture('png').toString('base64') }
  const first = await call('/failure-reports', { body })
  assert.equal(first.status, 201, JSON.stringify(first.body))
  const filed = first.body as Filed
  assert.equal(filed.sha256, hash('sha256', filed.receipt))
  const again = (await call('/failure-reports', { body })).body as Filed
  assert.deepEqual([again.code, again.repeated], [filed.code, true])
  const followed = await call(`/failure-reports/${filed.code}`)
  assert.equal(followed.status, 200)
  assert.equal((followed.body as { state: string }).state, 'open')
  assert.doesNotMatch(JSON.stringify(followed.body), /کند است/)
  const used = await call('/failure-reports', { body: { ...body, words: 'چیز دیگر' } })
  assert.deepEqual([used.status, (used.body as Problem).code], [409, 'report/proof-used'])
})

test('without a challenge and without a key nothing is taken', async () => {
  for (const given of [undefined, '', 'x', btoa('{"challenge":{},"solution":{}}')]) {
    const body = { ...good, ...(given !== undefined && { proof: given }) }
    const { status, body: said } = await call('/failure-reports', { body })
    assert.deepEqual([status, (said as Problem).code], [422, 'report/proof-refused'])
  }
})

test('a key needs no challenge, and its Idempotency-Key files one report', async () => {
  const first = await call('/failure-reports', { body: good, key: own, once: 'a' })
  const again = await call('/failure-reports', { body: good, key: own, once: 'a' })
  assert.equal(first.status, 201, JSON.stringify(first.body))
  assert.equal((first.body as Filed).code, (again.body as Filed).code)
  assert.match((first.body as Filed).receipt, /channel: counter/)
  const foreign = await call('/failure-reports', { body: good, key: other })
  assert.match((foreign.body as Filed).receipt, /channel: site/, 'no counter of that body')
})

test('what is wrong is said field by field', async () => {
  const wrong: [object, string][] = [
    [{ words: '' }, 'report/words'],
    [{ words: 'a\u202eb' }, 'text/direction-override'],
    [{ service: '99999999' }, 'report/about'],
    [{ service: undefined, component: 'desk' }, 'report/about'],
    [{ noticedAt: '2027-01-01T00:00:00Z' }, 'report/noticed'],
    [{ photo: btoa('GIF89a') }, 'photo/type'],
    [{ photo: picture('jpeg').subarray(0, 50).toString('base64') }, 'photo/broken'],
    [{ photo: Buffer.alloc(5 * 1024 * 1024 + 1).toString('base64') }, 'photo/too-large']
  ]
  for (const [fields, code] of wrong) {
    const { status, body } = await call('/failure-reports', {
      body: { ...good, ...fields },
      key: own
    })
    assert.equal(status, 422, code)
    assert.ok(
      (body as Problem).errors?.some((error) => error.code === code),
      JSON.stringify(body)
    )
  }
  const huge = { ...good, words: 'x'.repeat(9 * 1024 * 1024) }
  assert.equal((await call('/failure-reports', { body: huge, key: own })).status, 413)
  for (const body of [{ ...good, kind: 'x' }, { ...good, extra: 1 }, [], { words: null }])
    assert.equal((await call('/failure-reports', { body, key: own })).status, 422)
})

test('the list is for those who work on it, has no words of people, and goes on page by page', async () => {
  for (let i = 0; i < 52; i += 1)
    await call('/failure-reports', { body: { ...good, words: `شماره ${String(i)}` }, key: own })
  assert.equal((await call('/failure-reports?authority=sko')).status, 401)
  assert.equal((await call('/failure-reports?authority=sko', { key: other })).status, 403)
  const first = await call('/failure-reports?authority=sko&state=open', { key: own })
  const { items, links } = first.body as { items: { id: string }[]; links: { next: string | null } }
  assert.equal(items.length, 50)
  assert.doesNotMatch(JSON.stringify(items), /شماره/)
  const next = await call((links.next ?? '').replace('/api/v1', ''), { key: own })
  const rest = next.body as { items: { id: string }[]; links: { next: string | null } }
  assert.ok(rest.items.length >= 2 && rest.links.next === null)
  assert.equal(
    new Set([...items, ...rest.items].map(({ id }) => id)).size,
    items.length + rest.items.length
  )
})

test('no receipt code is guessed: every wrong one is the same refusal', async () => {
  for (const code of ['0000000000000000', 'AAAA', 'x'.repeat(90), '%00', "';--"]) {
    const { status, body } = await call(`/failure-reports/${encodeURIComponent(code)}`)
    assert.deepEqual([status, (body as Problem).code], [404, 'report/not-found'], code)
  }
})
