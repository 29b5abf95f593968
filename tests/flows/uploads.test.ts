// Goal: the protocol of uploads refuses as the rest of the API does, in the statuses that the protocol
// wants. Method: bare requests over real HTTP, as a client that speaks it badly would send them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskServer } from '../support/desk-server.ts'
import { pdf } from '../support/desk.ts'

const desk = await deskServer()
const citizen = await desk.signIn('maryam-rezaei')
const other = await desk.signIn('hossein-barati')
const version = { 'tus-resumable': '1.0.0' }
const metadata = (more: Record<string, string> = {}) =>
  Object.entries({ service: '10021006', document: 'damage-photos', name: 'a.pdf', ...more })
    .map(([name, value]) => `${name} ${btoa(value)}`)
    .join(',')

async function ask(
  method: string,
  path: string,
  sent: { headers?: Record<string, string>; body?: Uint8Array; by?: typeof citizen } = {}
) {
  const response = await fetch(`${desk.origin}/api/v1/uploads${path}`, {
    method,
    headers: { 'accept-language': 'en', ...(sent.by ?? citizen).headers, ...sent.headers },
    ...(sent.body === undefined ? {} : { body: new Uint8Array(sent.body) })
  })
  const text = await response.text()
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  const problem = isProblem ? (JSON.parse(text) as Record<string, unknown>) : null
  return { status: response.status, headers: response.headers, problem }
}

async function begin(length: number, more: Record<string, string> = {}): Promise<string> {
  const { status, headers } = await ask('POST', '', {
    headers: { ...version, 'upload-length': String(length), 'upload-metadata': metadata(more) }
  })
  assert.equal(status, 201)
  return `/${headers.get('location')?.split('/').at(-1) ?? ''}`
}

const piece = (offset: number) => ({
  ...version,
  'upload-offset': String(offset),
  'content-type': 'application/offset+octet-stream'
})

test('every refusal of an upload is a problem with its code', async () => {
  const path = await begin(2000)
  const length = { 'upload-length': '2000' }
  const cases: [Parameters<typeof ask>, number, string][] = [
    [['POST', '', { headers: { ...length } }], 412, 'upload/protocol-version'],
    [['POST', '', { headers: version }], 400, 'upload/protocol'],
    [['POST', '', { headers: { ...version, 'upload-length': 'x' } }], 400, 'upload/protocol'],
    [
      [
        'POST',
        '',
        { headers: { ...version, ...length, 'upload-metadata': metadata({ service: '1' }) } }
      ],
      404,
      'case/service-not-offered'
    ],
    [
      [
        'POST',
        '',
        { headers: { ...version, 'upload-length': '99999999', 'upload-metadata': metadata() } }
      ],
      413,
      'upload/too-large'
    ],
    [
      [
        'POST',
        '',
        { headers: { ...version, ...length, 'upload-metadata': metadata({ document: 'x' }) } }
      ],
      422,
      'upload/not-on-card'
    ],
    [['PATCH', path, { headers: version, body: pdf() }], 400, 'upload/protocol'],
    [['PATCH', path, { headers: piece(7), body: pdf() }], 409, 'upload/offset'],
    [['PATCH', path, { headers: piece(0), body: pdf(), by: other }], 404, 'upload/not-found'],
    [['PATCH', '/nothing', { headers: piece(0), body: pdf() }], 404, 'upload/not-found'],
    [
      ['PATCH', path, { headers: piece(0), body: Buffer.alloc(2000, 'x') }],
      415,
      'upload/lies-about-type'
    ],
    [['DELETE', path, { headers: version, by: other }], 404, 'upload/not-found'],
    [['DELETE', path], 412, 'upload/protocol-version']
  ]
  for (const [asked, status, code] of cases) {
    const answer = await ask(...asked)
    const at = `${asked[0]} ${asked[1]} ${code}`
    assert.deepEqual([answer.status, answer.problem?.code], [status, code], at)
    assert.equal(answer.problem?.status, status, at)
    assert.equal(typeof answer.problem.title, 'string', at)
    assert.match(String(answer.problem.trace), /./, at)
  }
})

test('a PDF without its end is none', async () => {
  const bytes = Buffer.from('%PDF-1.4\n')
  const path = await begin(bytes.length)
  const cut = await ask('PATCH', path, { headers: piece(0), body: bytes })
  assert.deepEqual([cut.status, cut.problem?.code], [422, 'upload/broken'])
  const whole = pdf(2_300_000)
  const good = await begin(whole.length)
  assert.equal((await ask('PATCH', good, { headers: piece(0), body: whole })).status, 204)
})

test('an upload for a draft of somebody else finds no draft', async () => {
  const made = await fetch(`${desk.origin}/api/v1/drafts`, {
    method: 'POST',
    headers: { ...other.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ service: '10021006', values: {} })
  })
  const { id } = (await made.json()) as { id: string }
  const headers = { ...version, 'upload-length': '10', 'upload-metadata': metadata({ draft: id }) }
  const refused = await ask('POST', '', { headers })
  assert.deepEqual([refused.status, refused.problem?.code], [404, 'draft/not-found'])
  assert.equal((await ask('POST', '', { headers, by: other })).status, 201)
})

test('the description names the headers and the refusals of each operation', async () => {
  const response = await fetch(`${desk.origin}/api/openapi.json`)
  const { paths } = (await response.json()) as {
    paths: Record<string, Record<string, Described | undefined> | undefined>
  }
  const of = (path: string, method: string) => {
    const operation = paths[`/api/v1/uploads${path}`]?.[method]
    assert.ok(operation)
    return {
      headers: operation.parameters.filter((each) => each.in === 'header').map(({ name }) => name),
      statuses: Object.keys(operation.responses),
      body: Object.keys(operation.requestBody?.content ?? {}),
      answered: Object.values(operation.responses).flatMap(({ headers = {} }) =>
        Object.keys(headers)
      )
    }
  }
  const post = of('', 'post')
  for (const name of ['Tus-Resumable', 'Upload-Length', 'Upload-Metadata']) {
    assert.ok(post.headers.includes(name), name)
  }
  for (const status of ['404', '412', '413', '422'])
    assert.ok(post.statuses.includes(status), status)
  assert.ok(post.answered.includes('Location'))
  const patch = of('/{id}', 'patch')
  assert.ok(patch.headers.includes('Upload-Offset'))
  assert.deepEqual(patch.body, ['application/offset+octet-stream'])
  for (const status of ['404', '409', '412', '413', '415', '422']) {
    assert.ok(patch.statuses.includes(status), status)
  }
  assert.ok(of('/{id}', 'delete').statuses.includes('412'))
})

interface Described {
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: object }
  readonly responses: Readonly<Record<string, { readonly headers?: object }>>
}
