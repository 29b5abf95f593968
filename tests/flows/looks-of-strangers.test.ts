// Goal: the applicant reads who asked for their case and was told that there is none, whoever it was
// (PI-5, row-level security hides the case from them). Method: real HTTP with real sessions; strangers,
// staff of another body and the operator try every way to a case, and are answered as for none.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { createApiKey } from '../../src/people/index.ts'
import { deskServer } from '../support/desk-server.ts'
import { damageAnswers, pdf } from '../support/desk.ts'

const desk = await deskServer()
const owner = await desk.signIn('maryam-rezaei')

interface Look {
  readonly allowed: boolean
  readonly by: { readonly id: string }
  readonly role: string
  readonly because: string | null
  readonly object: { readonly kind: string; readonly id: string }
}
interface Filed {
  readonly case: string
  readonly document: string
}

async function fileCase(): Promise<Filed> {
  const response = await fetch(`${desk.origin}/api/v1/cases`, {
    method: 'POST',
    headers: { ...owner.headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      service: '10021006',
      answers: damageAnswers,
      files: [{ document: 'damage-photos', name: 'a.pdf', content: pdf().toString('base64') }],
      submissionKey: randomUUID()
    })
  })
  const filed = ((await response.json()) as { case: string }).case
  const documents = await fetch(`${desk.origin}/api/v1/cases/${filed}/documents`, owner)
  const { items } = (await documents.json()) as { items: { id: string }[] }
  return { case: filed, document: items[0]?.id ?? '' }
}

/** The refused looks at a case, as its applicant reads them. */
async function refusedAt(on: Filed): Promise<Look[]> {
  const address = `${desk.origin}/api/v1/me/looks?result=refused&case=${on.case}`
  return ((await (await fetch(address, owner)).json()) as { items: Look[] }).items
}

const ways = (on: Filed): string[] => [
  `/api/v1/cases/${on.case}`,
  `/api/v1/cases/${on.case}/documents`,
  `/api/v1/cases/${on.case}/documents/${on.document}`,
  `/api/v1/cases/${on.case}/clock`,
  `/api/v1/cases/${on.case}/receipt`,
  `/cases/${on.case}`,
  `/en/cases/${on.case}`,
  `/cases/${on.case}/clock`,
  `/cases/${on.case}/documents`,
  `/desk/cases/${on.case}`
]

/** What is answered, but for what differs from one answer to the next. */
async function answerTo(path: string, who: object, ids: Filed) {
  const answer = await fetch(`${desk.origin}${path}`, { ...who, redirect: 'manual' })
  const text = (await answer.text())
    .replaceAll(ids.case, 'ID')
    .replaceAll(ids.document, 'DOCUMENT')
    .replaceAll(/[\w-]{43}/g, 'TOKEN')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, 'UUID')
  return { status: answer.status, text }
}

// An id in the bucket of the same applicant that names nothing.
const noneLike = (on: Filed): Filed => ({
  case: `${on.case.slice(0, 24)}${randomUUID().slice(24)}`,
  document: on.document
})

for (const [key, role] of [
  ['gholam-haidari', 'applicant'],
  ['dariush-parsa', null],
  ['roya-salehi', null],
  ['omid-tavakoli', null]
] as const) {
  test(`each way that ${key} tries is a refused look, and answered as if there were none`, async () => {
    const who = await desk.signIn(key)
    for (const [i] of ways({ case: '', document: '' }).entries()) {
      const on = await fileCase()
      const none = noneLike(on)
      const path = ways(on)[i] ?? ''
      const tried = await answerTo(path, who, on)
      assert.equal(tried.status, path.startsWith('/desk') ? tried.status : 404, path)
      assert.deepEqual(tried, await answerTo(ways(none)[i] ?? '', who, none), path)
      const told = await refusedAt(on)
      assert.deepEqual(
        told.map(({ because, object }) => [because, object.id]),
        [['outside-the-body', on.case]],
        path
      )
      if (role !== null) assert.equal(told[0]?.role, role)
      assert.deepEqual(await refusedAt(none), [])
    }
  })
}

test('a program of another body is recorded by its key, repeated at once only once', async () => {
  const on = await fileCase()
  const { key, text } = await createApiKey(desk.context, {
    ...{ authority: 'ito', role: 'officer', label: 'سامانه دیگر', live: true }
  })
  const headers = { authorization: `Bearer ${text}` }
  for (let i = 0; i < 3; i += 1) {
    const answer = await fetch(`${desk.origin}/api/v1/cases/${on.case}`, { headers })
    assert.equal(answer.status, 404)
  }
  assert.deepEqual(
    (await refusedAt(on)).map(({ by }) => by.id),
    [key.id]
  )
})

test('an act on a case of others is recorded as well', async () => {
  const on = await fileCase()
  const other = await desk.signIn('gholam-haidari')
  const answer = await fetch(`${desk.origin}/api/v1/cases/${on.case}/withdrawal`, {
    method: 'POST',
    headers: { ...other.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ expectedVersion: 1 })
  })
  assert.equal(answer.status, 404)
  assert.equal((await refusedAt(on)).length, 1)
})

test('a hand-over to another body is refused, and told by the name of that body', async () => {
  const on = await fileCase()
  const officer = await desk.signIn('leila-arab')
  const address = `/api/v1/cases/${on.case}/documents/${on.document}/handing-on`
  const answer = await fetch(`${desk.origin}${address}`, {
    method: 'POST',
    headers: { ...officer.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ authority: 'ito', unit: 'service-desk', reason: 'Theirs, perhaps.' })
  })
  assert.equal(answer.status, 403)
  const shown = await fetch(`${desk.origin}/en/account/looks?case=${on.case}&result=refused`, owner)
  const text = await shown.text()
  assert.match(text, /Handed on to Information Technology Organi[sz]ation/)
  assert.doesNotMatch(text, /Handed on to ito/)
})

test('the list on the page and to take away has them', async () => {
  const on = await fileCase()
  await fetch(`${desk.origin}/api/v1/cases/${on.case}`, await desk.signIn('dariush-parsa'))
  const query = `?result=refused&case=${on.case}`
  const page = await (await fetch(`${desk.origin}/en/account/looks${query}`, owner)).text()
  assert.match(page, /Outside the receiving body/)
  const csv = await (await fetch(`${desk.origin}/account/looks.csv${query}`, owner)).text()
  assert.equal(csv.trim().split('\n').length, 2)
})
