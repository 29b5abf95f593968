// Goal: programs made for Open311 GeoReport v2 find what its specification promises. Method: the fields of
// the published specification, asked for in XML, read by a strict parser that is not ours, and in JSON.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SaxesParser } from 'saxes'
import { createApiKey } from '../../src/people/index.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer('2026-11-22T06:00:00Z')
const { origin, context, clock } = server
const base = `${origin}/open311/v2`
const key = await createApiKey(context, {
  ...{ authority: 'sko', role: 'clerk', label: 'open311', live: true }
})

/** An element of a document, as a parser of the standard sees it. */
interface Element {
  readonly name: string
  readonly children: Element[]
  text: string
}

function parsed(document: string): Element {
  assert.match(document, /^<\?xml version="1\.0" encoding="utf-8"\?>/i)
  const parser = new SaxesParser()
  const top: Element = { name: '', children: [], text: '' }
  const open = [top]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    assert.deepEqual(Object.keys(attributes), [], 'no attributes and no namespace')
    const element = { name, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(document).close()
  assert.equal(top.children.length, 1)
  return top.children[0] ?? top
}

const names = (element: Element | undefined) => element?.children.map(({ name }) => name) ?? []
const valueOf = (element: Element | undefined, name: string) =>
  element?.children.find((child) => child.name === name)?.text

async function xml(path: string, status = 200): Promise<Element> {
  const answer = await fetch(`${base}${path}`)
  assert.equal(answer.status, status, path)
  assert.equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8')
  return parsed(await answer.text())
}

async function json(path: string, status = 200): Promise<unknown> {
  const answer = await fetch(`${base}${path}`)
  assert.equal(answer.status, status, path)
  assert.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8')
  return answer.json()
}

async function post(fields: Record<string, string>, path = '/requests.json') {
  const body = new URLSearchParams({ jurisdiction_id: 'sko.ir', api_key: key.text, ...fields })
  const answer = await fetch(`${base}${path}`, { method: 'POST', body })
  return { status: answer.status, text: await answer.text() }
}

const good = {
  service_code: 'service-10021001',
  description: 'صفحه باز نمی‌شود\nو خطا می‌دهد',
  address_string: 'بیرجند، خیابان معلم',
  'attribute[KIND]': 'failure'
}

async function create(fields: Record<string, string> = {}): Promise<{ id: string; code: string }> {
  const { status, text } = await post({ ...good, ...fields })
  assert.equal(status, 200, text)
  const [request] = JSON.parse(text) as { service_request_id: string; service_notice: string }[]
  const [code = ''] = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(request?.service_notice ?? '') ?? []
  return { id: request?.service_request_id ?? '', code }
}

test('discovery names the endpoint, its formats and where keys come from', async () => {
  const discovery = await xml('/discovery.xml')
  assert.equal(discovery.name, 'discovery')
  assert.deepEqual(names(discovery), ['changeset', 'contact', 'key_service', 'endpoints'])
  const [endpoint] = discovery.children[3]?.children ?? []
  const fields = ['specification', 'url', 'changeset', 'type', 'formats']
  assert.deepEqual(names(endpoint), fields)
  assert.equal(valueOf(endpoint, 'specification'), 'http://wiki.open311.org/GeoReport_v2')
  assert.equal(valueOf(endpoint, 'url'), base)
  assert.match(valueOf(endpoint, 'changeset') ?? '', /^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  const found = (await json('/discovery.json')) as { endpoints: { formats: string[] }[] }
  assert.deepEqual(found.endpoints[0]?.formats, ['text/xml', 'application/json'])
})

const serviceFields = [
  ...['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group']
]

test('services are those of a jurisdiction, each with a definition', async () => {
  const services = await xml('/services.xml?jurisdiction_id=sko.ir')
  assert.equal(services.name, 'services')
  assert.ok(services.children.length >= 11)
  for (const service of services.children) {
    assert.equal(service.name, 'service')
    assert.deepEqual(names(service), serviceFields)
    assert.equal(valueOf(service, 'metadata'), 'true')
    assert.equal(valueOf(service, 'type'), 'realtime')
    const code = valueOf(service, 'service_code') ?? ''
    const definition = await xml(`/services/${code}.xml?jurisdiction_id=sko.ir`)
    assert.equal(definition.name, 'service_definition')
    assert.equal(valueOf(definition, 'service_code'), code)
  }
  const listed = (await json('/services.json?jurisdiction_id=ito.gov.ir')) as object[]
  assert.ok(Array.isArray(listed) && listed.length > 3)
  assert.deepEqual(Object.keys(listed[0] ?? {}), serviceFields)
})

test('a definition says what is asked, in the datatypes of the specification', async () => {
  const path = '/services/service-10021001'
  const definition = (await json(`${path}.json?jurisdiction_id=sko.ir`)) as {
    attributes: { datatype: string; order: number; values: object[]; variable: boolean }[]
  }
  const datatypes = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']
  for (const attribute of definition.attributes) {
    assert.ok(datatypes.includes(attribute.datatype))
    assert.deepEqual(Object.keys(attribute), [
      ...['variable', 'code', 'datatype', 'required', 'datatype_description', 'order'],
      ...['description', 'values']
    ])
  }
  assert.equal(definition.attributes[0]?.values.length, 3)
  const element = await xml(`${path}.xml?jurisdiction_id=sko.ir`)
  const [kind] = element.children[1]?.children ?? []
  const values = kind?.children.find(({ name }) => name === 'values')
  assert.deepEqual(names(values?.children[0]), ['key', 'name'])
})

const requestFields = [
  ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code'],
  ...['description', 'agency_responsible', 'service_notice', 'requested_datetime'],
  ...['updated_datetime', 'address', 'address_id', 'zipcode', 'lat', 'long', 'media_url']
]

test('a request is created with a key, found by its id, its token and in lists', async () => {
  const { id, code } = await create({ email: 'someone@example.org', phone: '09150000000' })
  const [one] = (await json(`/requests/${id}.json?jurisdiction_id=sko.ir`)) as Record<
    string,
    unknown
  >[]
  assert.deepEqual(Object.keys(one ?? {}), requestFields)
  assert.equal(one?.status, 'open')
  assert.equal(one.service_code, 'service-10021001')
  assert.equal(one.requested_datetime, '2026-11-22T06:00:00Z')
  assert.doesNotMatch(JSON.stringify(one), /باز نمی‌شود|معلم|example\.org|0915/, 'not published')
  const element = await xml(`/requests/${id}.xml?jurisdiction_id=sko.ir`)
  assert.equal(element.name, 'service_requests')
  assert.deepEqual(names(element.children[0]), requestFields)
  const [token] = (await json(`/tokens/${code}.json?jurisdiction_id=sko.ir`)) as object[]
  assert.deepEqual(token, { service_request_id: id, token: code })
  await json(`/tokens/${code}.json?jurisdiction_id=ito.gov.ir`, 404)
  const kept = await fetch(`${origin}/report/track?code=${code}`)
  assert.equal(kept.status, 200)
  const made = parsed((await post(good, '/requests.xml')).text)
  assert.equal(made.name, 'service_requests')
  assert.deepEqual(names(made.children[0]), ['service_request_id', 'service_notice', 'account_id'])
})

test('lists are filtered as the specification says', async () => {
  const other = await create({ service_code: 'service-10021006' })
  const ids = async (query: string) =>
    (
      (await json(`/requests.json?jurisdiction_id=sko.ir&${query}`)) as Record<string, string>[]
    ).map(({ service_request_id: id }) => id)
  assert.ok((await ids('')).length >= 3)
  assert.deepEqual(await ids('service_code=service-10021006'), [other.id])
  assert.ok((await ids('service_code=service-10021006,service-10021001')).length >= 3)
  assert.deepEqual(await ids('status=closed'), [])
  assert.ok((await ids('status=open,closed&start_date=&end_date=')).length >= 3, 'empty is none')
  assert.deepEqual(await ids(`service_request_id=${other.id}&status=closed`), [other.id])
  assert.deepEqual(await ids('start_date=2026-01-01T00:00:00Z&end_date=2026-02-01T00:00:00Z'), [])
  assert.ok((await ids('start_date=2026-11-22T00:00:00+03:30')).length >= 3, 'a plus as a space')
  const nothing = await xml('/requests.xml?jurisdiction_id=ito.gov.ir')
  assert.deepEqual(nothing.children, [])
  clock.advance('PT2200H')
  assert.deepEqual(await ids(''), [], 'the last 90 days')
  clock.set('2026-11-22T06:00:00Z')
})

test('every refusal has the form and the status of the specification', async () => {
  const { id } = await create()
  const refusals: [string, number][] = [
    ['/services.json', 400],
    ['/services.json?jurisdiction_id=', 400],
    ['/services.json?jurisdiction_id=nowhere.example', 404],
    ['/services/none.json?jurisdiction_id=sko.ir', 404],
    ['/requests.json', 400],
    ['/requests.json?jurisdiction_id=sko.ir&service_code=none', 404],
    ['/requests.json?jurisdiction_id=sko.ir&status=lost', 400],
    ['/requests.json?jurisdiction_id=sko.ir&start_date=yesterday', 400],
    ['/requests.json?jurisdiction_id=sko.ir&start_date=2026-01-01', 400],
    ['/requests.json?jurisdiction_id=sko.ir&start_date=9999-12-31T00:00:00Z', 400],
    ['/requests.json?jurisdiction_id=sko.ir&end_date=0001-01-01T00:00:00Z', 400],
    [
      '/requests.json?jurisdiction_id=sko.ir&start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z',
      400
    ],
    [
      '/requests.json?jurisdiction_id=sko.ir&start_date=2026-03-01T00:00:00Z&end_date=2026-01-01T00:00:00Z',
      400
    ],
    [`/requests/${id}.json?jurisdiction_id=ito.gov.ir`, 404],
    ['/requests/1.json?jurisdiction_id=sko.ir', 404],
    ['/tokens/1.json?jurisdiction_id=sko.ir', 404],
    ['/nothing.json', 404]
  ]
  for (const [path, status] of refusals) {
    const errors = (await json(path, status)) as { code: number; description: string }[]
    assert.ok(Array.isArray(errors) && errors.length > 0, path)
    for (const error of errors) {
      assert.deepEqual(Object.keys(error), ['code', 'description'])
      assert.equal(error.code, status)
    }
    const element = await xml(path.replace('.json', '.xml'), status)
    assert.equal(element.name, 'errors')
    assert.deepEqual(names(element.children[0]), ['code', 'description'])
  }
})

test('a request that cannot be taken is refused in the same form', async () => {
  const wrong: [Record<string, string>, number][] = [
    [{ ...good, api_key: '' }, 403],
    [{ ...good, api_key: 'peyman_live_nonsense' }, 403],
    [{ ...good, service_code: '' }, 400],
    [{ ...good, service_code: 'none' }, 404],
    [{ ...good, jurisdiction_id: '' }, 400],
    [{ ...good, jurisdiction_id: 'none' }, 404],
    [{ ...good, description: '' }, 400],
    [{ ...good, description: 'x'.repeat(4001) }, 400],
    [{ ...good, description: 'a\u202eb' }, 400],
    [{ ...good, description: 'a\u0000b' }, 400],
    [{ ...good, 'attribute[KIND]': '' }, 400],
    [{ ...good, 'attribute[KIND]': 'bogus' }, 400],
    [{ ...good, lat: '32.8', long: '' }, 400],
    [{ ...good, lat: '932.8', long: '1' }, 400],
    [{ ...good, 'attribute[NOTICED]': 'soon' }, 400],
    [{ ...good, description: 'x'.repeat(70_000) }, 400]
  ]
  for (const [fields, status] of wrong) {
    const answer = await post(fields)
    assert.equal(answer.status, status, JSON.stringify(fields).slice(0, 200))
    const [error] = JSON.parse(answer.text) as { code: number }[]
    assert.equal(error?.code, status)
  }
})

test('no XML is ever read, so none can explode', async () => {
  const laughs = Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`
  )
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">${laughs.join('')}]><x>&a9;</x>`
  for (const type of ['text/xml', 'application/xml', 'application/json', 'text/plain']) {
    const answer = await fetch(`${base}/requests.xml?jurisdiction_id=sko.ir`, {
      ...{ method: 'POST', body: bomb, headers: { 'content-type': type } }
    })
    assert.equal(answer.status, 400, type)
    assert.equal(parsed(await answer.text()).name, 'errors')
  }
})

test('hostile texts come out as text', async () => {
  const { text, status } = await post({ ...good, service_code: '<x>&"]]>' }, '/requests.xml')
  assert.equal(status, 404)
  assert.equal(parsed(text).name, 'errors')
  const wild = await post(
    { ...good, description: '</description><b>&amp; ]]> <!-- \u0007 é' },
    '/requests.xml'
  )
  assert.ok([200, 400].includes(wild.status))
  parsed(wild.text)
})
