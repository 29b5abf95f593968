// Goal: the API does what the desk does, to those who may, and says what is wrong in stable codes.
// Method: real HTTP on a real database; uploads by the protocol's own public client.
// One file of over 300 lines: its tests share a desk with three signed-in people, which takes seconds to make.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { test } from 'node:test'
import { Upload, type UploadOptions } from 'tus-js-client'
import { deskServer } from '../../tests/support/desk-server.ts'
import { damageAnswers, pdf } from '../../tests/support/desk.ts'
import { createApiKey } from '../people/index.ts'

const desk = await deskServer()
const citizen = await desk.signIn('maryam-rezaei')
const officer = await desk.signIn('leila-arab')
const director = await desk.signIn('parvin-hosseini')
type Who = { headers: Record<string, string> }

/** Calls an operation, such as `GET /cases`, below `/api/v1`. */
async function call(who: Who | null, operation: string, body?: unknown) {
  const [method = '', path = ''] = operation.split(' ')
  const response = await fetch(`${desk.origin}/api/v1${path}`, {
    method,
    headers: {
      ...who?.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' })
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  const text = await response.text()
  const json = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  return { status: response.status, headers: response.headers, body: json }
}
const content = pdf(20_000)
const application = (more: object = {}) => ({
  service: '10021006',
  answers: damageAnswers,
  files: [{ document: 'damage-photos', name: 'عکس.pdf', content: content.toString('base64') }],
  submissionKey: randomUUID(),
  ...more
})

/** Sends a file by tus. */
function tus(who: Who, bytes: Buffer, options: Partial<UploadOptions>) {
  return new Promise<string>((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: `${desk.origin}/api/v1/uploads`,
      headers: who.headers,
      retryDelays: null,
      onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
      onError: reject,
      ...options
    })
    upload.start()
  })
}

test('POST /cases files a case that the other operations read and move', async () => {
  const filed = await call(citizen, 'POST /cases', application())
  assert.equal(filed.status, 201, JSON.stringify(filed.body))
  assert.equal(filed.body.dueAt, '2026-11-24T06:00:00Z')
  const id = String(filed.body.case)
  const read = await call(citizen, `GET /cases/${id}`)
  assert.equal(read.body.stage, 'received')
  const listed = await call(citizen, 'GET /cases?limit=1')
  assert.deepEqual(
    (listed.body.items as { id: string }[]).map((item) => item.id),
    [id]
  )
  await desk.drain()
  const queue = await call(officer, 'GET /cases?authority=sko&search=مريم')
  assert.equal((queue.body.items as { id: string }[])[0]?.id, id)
  for (const step of ['registration', 'visit', 'assessment']) {
    assert.equal((await call(officer, `POST /cases/${id}/steps`, { step })).status, 201)
  }
  const decision = { outcome: 'granted', reason: 'تأیید شد' }
  assert.equal((await call(director, `POST /cases/${id}/decision`, decision)).status, 201)
  const again = await call(director, `POST /cases/${id}/decision`, decision)
  assert.deepEqual([again.status, again.body.code], [409, 'case/already-decided'])
  const state = await call(null, `GET /tracking/${String(filed.body.code)}`)
  assert.equal(state.body.stage, 'decided')
  const clocks = await call(
    citizen,
    `GET /cases/${id}/clock?asKnownAt=${encodeURIComponent('2026-11-21T06:00:00Z')}`
  )
  assert.equal((clocks.body.asKnownNow as { state: string }).state, 'kept')
})

test('GET /cases/{id}/documents/{document} gives the bytes to owner and unit only', async () => {
  const filed = await call(citizen, 'POST /cases', application())
  const id = String(filed.body.case)
  const listed = await call(citizen, `GET /cases/${id}/documents`)
  const [document] = listed.body.items as { id: string; sha256: string }[]
  assert.equal(document?.sha256, createHash('sha256').update(content).digest('hex'))
  const url = `${desk.origin}/api/v1/cases/${id}/documents/${document?.id ?? ''}`
  const response = await fetch(url, { headers: citizen.headers })
  assert.deepEqual(Buffer.from(await response.arrayBuffer()), content)
  assert.equal(response.headers.get('content-type'), 'application/pdf')
  assert.match(response.headers.get('content-disposition') ?? '', /^attachment;/)
  assert.match(response.headers.get('content-security-policy') ?? '', /sandbox/)
  const stranger = await desk.signIn('neda-yousefi')
  assert.equal((await fetch(url, { headers: stranger.headers })).status, 404)
  assert.equal((await fetch(url)).status, 401)
})

test('POST /cases answers bad input with the field and what would be right', async () => {
  const bad = application({ answers: { ...damageAnswers, mobile: '12' }, files: [] })
  const refused = await call(citizen, 'POST /cases', bad)
  assert.equal(refused.status, 422)
  assert.deepEqual(
    (refused.body.errors as { pointer: string }[]).map((error) => error.pointer).toSorted(),
    ['/answers/mobile', '/files/-']
  )
  const { 'x-csrf-token': _, ...headers } = citizen.headers
  assert.equal((await call({ headers }, 'POST /cases', application())).status, 403)
  assert.equal((await call(null, 'POST /cases', application())).status, 401)
  assert.equal((await call(citizen, 'POST /cases', { service: 1 })).status, 422)
  assert.equal((await call(citizen, "GET /cases/'or'1'='1")).status, 404)
})

test('a clerk’s key registers what came by post, and a refused channel is told the right ones', async () => {
  const { text: key } = await createApiKey(desk.context, {
    authority: 'sko',
    role: 'clerk',
    label: 'counter',
    live: false
  })
  const clerk = { headers: { authorization: `Bearer ${key}` } }
  const paper = { applicant: { kind: 'person', name: 'غلام حیدری' }, trackingNumber: '12345678901' }
  const filed = await call(clerk, 'POST /cases', application({ ...paper, channel: 'post' }))
  assert.equal(filed.status, 201, JSON.stringify(filed.body))
  const refused = await call(clerk, 'POST /cases', application({ ...paper, channel: 'messenger' }))
  assert.deepEqual([refused.status, refused.body.code], [422, 'case/channel-refused'])
  assert.match(String(refused.body.title), /post/)
})

test('GET /cases of a program is the queue of its authority, and files nothing', async () => {
  const { text: key } = await createApiKey(desk.context, {
    authority: 'sko',
    role: 'auditor',
    label: 'reports',
    live: false
  })
  await desk.drain()
  const auditor = { headers: { authorization: `Bearer ${key}` } }
  const own = await call(auditor, 'GET /cases')
  assert.equal(own.status, 200, JSON.stringify(own.body))
  const named = await call(auditor, 'GET /cases?authority=sko')
  assert.deepEqual(own.body, named.body)
  assert.ok((own.body.items as object[]).length > 0)
})

test('GET /cases/{id}/receipt stays what was issued', async () => {
  const filed = await call(citizen, 'POST /cases', application())
  const id = String(filed.body.case)
  const before = await call(citizen, `GET /cases/${id}/receipt`)
  assert.deepEqual(
    [before.status, before.body.dueAt, before.body.code],
    [200, filed.body.dueAt, filed.body.code]
  )
  const defects = [{ code: 'field-unclear', item: 'field:place' }]
  await call(officer, `POST /cases/${id}/return`, { defects })
  assert.deepEqual((await call(citizen, `GET /cases/${id}/receipt`)).body, before.body)
})

test('the API takes no CSRF token from the address', async () => {
  const { 'x-csrf-token': token = '', ...rest } = citizen.headers
  const address = `POST /cases?_csrf=${encodeURIComponent(token)}`
  assert.equal((await call({ headers: rest }, address, application())).status, 403)
})

test('an upload that breaks half-way goes on from where it stopped', async () => {
  const bytes = pdf(3_500_000)
  const metadata = { service: '10021006', document: 'damage-photos', name: 'film.pdf' }
  const url = await new Promise<string>((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: `${desk.origin}/api/v1/uploads`,
      headers: citizen.headers,
      metadata,
      chunkSize: 800_000,
      retryDelays: null,
      onError: reject,
      onChunkComplete: (_size, sent) => {
        if (sent >= 1_600_000) void upload.abort().then(() => resolve(upload.url ?? ''))
      }
    })
    upload.start()
  })
  const id = url.split('/').at(-1) ?? ''
  const half = await call(citizen, `GET /uploads/${id}`)
  assert.ok(Number(half.body.receivedBytes) >= 1_600_000 && half.body.finished === false)
  await cutOff(id, bytes.subarray(Number(half.body.receivedBytes)), Number(half.body.receivedBytes))
  const kept = await call(citizen, `GET /uploads/${id}`)
  assert.ok(
    Number(kept.body.receivedBytes) > Number(half.body.receivedBytes),
    'nothing that came is lost'
  )
  await tus(citizen, bytes, { metadata, uploadUrl: url })
  const done = await call(citizen, `GET /uploads/${id}`)
  assert.equal(done.body.sha256, createHash('sha256').update(bytes).digest('hex'))
  const uploads = [{ document: 'damage-photos', upload: id }]
  const other = await desk.signIn('hossein-barati')
  const stolen = await call(other, 'POST /cases', application({ files: [], uploads }))
  assert.equal((stolen.body.errors as { code: string }[])[0]?.code, 'upload/not-found')
  const form = application({ files: [], uploads })
  const filed = await call(citizen, 'POST /cases', form)
  assert.equal(filed.status, 201, JSON.stringify(filed.body))
  const again = await call(citizen, 'POST /cases', form)
  assert.deepEqual([again.body.case, again.body.repeated], [filed.body.case, true])
})

/** Sends half of the rest and pulls the plug. */
function cutOff(id: string, rest: Buffer, offset: number): Promise<void> {
  return new Promise((resolve) => {
    const sending = request(`${desk.origin}/api/v1/uploads/${id}`, {
      method: 'PATCH',
      headers: {
        ...citizen.headers,
        'tus-resumable': '1.0.0',
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        'content-length': String(rest.length)
      }
    })
    sending.on('error', () => {})
    sending.write(rest.subarray(0, 1_200_000), () => {
      setTimeout(() => {
        sending.destroy()
        setTimeout(resolve, 500)
      }, 300)
    })
  })
}

test('uploads refuse what is no document of the card, lies, is empty or too large', async () => {
  const metadata = { service: '10021006', document: 'damage-photos', name: 'a.pdf' }
  const status = (error: unknown) =>
    (error as { originalResponse?: { getStatus(): number } }).originalResponse?.getStatus()
  const refused: [Buffer, Record<string, string>, number][] = [
    [pdf(), { ...metadata, document: 'passport' }, 422],
    [Buffer.from('GIF89a not a pdf'), metadata, 415],
    [Buffer.alloc(0), metadata, 422],
    [pdf(21_000_000), metadata, 413],
    [pdf(), { ...metadata, service: '1' }, 404]
  ]
  for (const [bytes, said, expected] of refused) {
    const error = await tus(citizen, bytes, { metadata: said }).then(
      () => null,
      (caught: unknown) => caught
    )
    assert.equal(status(error), expected)
  }
  const huge = await fetch(`${desk.origin}/api/v1/uploads`, {
    method: 'POST',
    headers: {
      ...citizen.headers,
      'tus-resumable': '1.0.0',
      'upload-length': '10737418240',
      'upload-metadata': `service ${btoa('10021006')},document ${btoa('damage-photos')},name ${btoa('a.pdf')}`
    }
  })
  assert.equal(huge.status, 413, '10 GB')
  const { 'x-csrf-token': _, ...headers } = citizen.headers
  assert.equal(status(await tus({ headers }, pdf(), { metadata }).catch((e: unknown) => e)), 403)
})

test('drafts keep what was typed, on any device, and end with the submission', async () => {
  const values = { place: 'نیمه‌کاره \u202e', mobile: '۰۹۱۵', property: ['home', 'farm'], odd: 'x' }
  const made = await call(citizen, 'POST /drafts', { service: '10021006', values })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const id = String(made.body.id)
  const elsewhere = await desk.signIn('maryam-rezaei')
  assert.deepEqual((await call(elsewhere, `GET /drafts/${id}`)).body.values, values)
  const metadata = { service: '10021006', document: 'damage-photos', name: 'a.pdf', draft: id }
  await tus(elsewhere, pdf(), { metadata })
  const put = await call(citizen, `PUT /drafts/${id}`, {
    service: '10021006',
    values: { ...values, mobile: '09151234567' }
  })
  assert.equal((put.body.uploads as object[]).length, 1)
  const stranger = await desk.signIn('hossein-barati')
  assert.equal((await call(stranger, `GET /drafts/${id}`)).status, 404)
  assert.equal(
    (await call(stranger, `PUT /drafts/${id}`, { service: '10021006', values })).status,
    404
  )
  const filed = await call(
    citizen,
    'POST /cases',
    application({ files: undefined, draft: id, submissionKey: id })
  )
  assert.equal(filed.status, 201, JSON.stringify(filed.body))
  assert.equal((await call(citizen, `GET /drafts/${id}`)).status, 404)
  const second = await call(citizen, 'POST /drafts', { service: '10021006', values: {} })
  assert.equal((await call(citizen, `DELETE /drafts/${String(second.body.id)}`)).status, 204)
  assert.deepEqual((await call(citizen, 'GET /drafts')).body.items, [])
})

test('there is an end to how many drafts one person can begin', async () => {
  const who = await desk.signIn('sina-moradi')
  const begin = () => call(who, 'POST /drafts', { service: '10021006', values: {} })
  for (let i = 0; i < 50; i += 1) assert.equal((await begin()).status, 201)
  assert.deepEqual([(await begin()).status, (await begin()).body.code], [429, 'draft/too-many'])
})

test('an Idempotency-Key alone makes a repeated filing one case', async () => {
  const { submissionKey: _, ...body } = application()
  const who = { headers: { ...citizen.headers, 'idempotency-key': randomUUID() } }
  const first = await call(who, 'POST /cases', body)
  const second = await call(who, 'POST /cases', body)
  assert.equal(first.status, 201, JSON.stringify(first.body))
  assert.equal(second.body.case, first.body.case)
})
