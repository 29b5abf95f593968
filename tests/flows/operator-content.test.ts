// Goal: the operator of the platform has no way to content. Method: the whole desk with a case, a draft, an
// upload and a failure report in it; every route that names an object is asked for with each of their
// ids in the operator's session, and nothing of what people wrote comes back.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ApiClient } from '../support/api-client.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { Visitor } from '../support/people-server.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const { app } = server

async function signedIn(person: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.signInAs(person)
  return visitor
}

const citizen = await signedIn('maryam-rezaei')
const operator = await signedIn('omid-tavakoli')
const secret = 'نشانه‌ای که تنها متقاضی می‌داند'

const headersOf = async (visitor: Visitor) => ({
  cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  'x-csrf-token': await visitor.csrf()
})

/** A case, its document, a draft and the applicant: what an operator must not see. */
async function fill(): Promise<Record<string, string>> {
  const api = new ApiClient(server, await headersOf(citizen))
  const answers = { ...damageAnswers, place: secret }
  const proof = { document: 'damage-photos', name: 'a.pdf', content: pdf().toString('base64') }
  const filed = await api.post<{ case: string; code: string }>('/cases', {
    ...{ service: '10021006', answers, files: [proof], submissionKey: randomUUID() }
  })
  assert.equal(filed.status, 201, JSON.stringify(filed.body))
  const { case: id } = filed.body
  const read = await api.get<{ documents: { id: string }[]; applicant: { id: string } }>(
    `/cases/${id}`
  )
  const values = { place: secret }
  const draft = await api.post<{ id: string }>('/drafts', { service: '10021006', values })
  return {
    case: id,
    document: read.body.documents[0]?.id ?? '',
    draft: draft.body.id,
    person: read.body.applicant.id
  }
}

const objects = await fill()

/** Addresses that name an object, from the API's own description and the pages that the desk has. */
function addresses(): string[] {
  const described = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    'get' in (methods as object) ? [path] : []
  )
  const pages = [
    ...[
      '/cases/{id}',
      '/cases/{id}/receipt',
      '/cases/{id}/documents/{document}',
      '/cases/{id}/clock'
    ],
    ...['/desk/cases/{id}', '/desk/cases/{id}/documents/{document}', '/drafts/{id}', '/desk/queue'],
    ...['/desk', '/desk/intake', '/desk/reports', '/desk/registry', '/desk/people', '/desk/keys'],
    ...['/operator/{id}', '/operator/authorities/{id}', '/operator/cases/{id}', '/account/looks']
  ]
  const all = [...described, ...pages, ...pages.map((path) => `/en${path}`)]
  return all.flatMap((path) =>
    path.includes('{')
      ? Object.values(objects).map((id) =>
          path.replaceAll(/\{document\}/g, objects.document ?? '').replaceAll(/\{[a-z]+\}/gi, id)
        )
      : [path]
  )
}

test('no address shows the operator anything that people wrote, or their names', async () => {
  const asked = addresses()
  assert.ok(asked.length > 150, String(asked.length))
  const headers = await headersOf(operator)
  for (const url of asked) {
    const { statusCode, body } = await app.inject({ method: 'GET', url, headers })
    assert.ok(statusCode < 500, `${url}: ${String(statusCode)}`)
    assert.ok(!body.includes(secret), url)
    assert.ok(!body.includes('مریم رضایی') && !body.includes('Maryam Rezaei'), url)
    const opened = statusCode === 200 && /cases|documents|drafts|uploads/.test(url)
    assert.ok(!opened || /\/(api\/v1\/)?(cases|drafts)$/.test(url), `${url} opened`)
  }
})

test('the operator acts on no case', async () => {
  const api = new ApiClient(server, await headersOf(operator))
  const { case: id, draft } = objects
  const acts = {
    [`/cases/${id}/steps`]: { step: 'registration' },
    [`/cases/${id}/decision`]: { outcome: 'granted', reason: 'x' },
    [`/cases/${id}/withdrawal`]: {},
    [`/cases/${id}/assignment`]: { to: null },
    [`/cases/${id}/visits`]: { causedBy: 'applicant' }
  }
  for (const [path, body] of Object.entries(acts))
    assert.ok([403, 404].includes((await api.post(path, body)).status), path)
  assert.ok((await api.ask('DELETE', `/drafts/${draft ?? ''}`)).status >= 400)
  assert.equal((await api.get('/cases?authority=sko')).status, 403)
})

test('the console names nobody', async () => {
  await server.work()
  for (const path of ['/operator', '/operator/authorities', '/operator/authorities/sko']) {
    const { body } = await operator.get(path)
    const main = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? ''
    assert.notEqual(main, '')
    for (const name of ['مریم', 'رستمی', objects.case ?? '', objects.person ?? ''])
      assert.ok(!main.includes(name), `${path} ${name}`)
  }
})
