// Goal: a person reads who looked at what is theirs, refused attempts too, and takes it away. Method: real
// HTTP; staff, a stranger and a program look, then the pages, the tables and the operation are read.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { createApiKey } from '../../src/people/index.ts'
import { deskServer } from '../support/desk-server.ts'
import { damageAnswers, pdf } from '../support/desk.ts'

const desk = await deskServer()
const owner = await desk.signIn('maryam-rezaei')
const officer = await desk.signIn('leila-arab')
const otherUnit = await desk.signIn('neda-yousefi')

interface Looks {
  items: {
    allowed: boolean
    by: { id: string; name: { fa: string; en: string } | null }
    role: string
    object: { kind: string }
    case: string | null
    because: string | null
  }[]
  links: { next: string | null }
}

const get = (path: string, who: object = {}) => fetch(`${desk.origin}${path}`, who)

async function looks(query = ''): Promise<Looks> {
  const answer = await get(`/api/v1/me/looks${query}`, owner)
  assert.equal(answer.status, 200)
  return (await answer.json()) as Looks
}

async function fileCase(): Promise<string> {
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
  return ((await response.json()) as { case: string }).case
}

const id = await fileCase()
await get(`/desk/cases/${id}`, officer)
desk.clock.advance('PT1M')
assert.equal((await get(`/api/v1/cases/${id}`, otherUnit)).status, 404)
desk.clock.advance('PT1M')
const { key, text } = await createApiKey(desk.context, {
  authority: 'sko',
  role: 'officer',
  label: 'بایگانی استان',
  live: true
})
await get(`/api/v1/cases/${id}`, { headers: { authorization: `Bearer ${text}` } })

test('GET /me/looks tells who looked, in which role, and who was refused', async () => {
  const { items } = await looks()
  assert.deepEqual(
    items.map((look) => [look.allowed, look.role, look.object.kind, look.case, look.because]),
    [
      [true, 'officer', 'case', id, null],
      [false, 'officer', 'case', id, 'not-assigned'],
      [true, 'officer', 'case', id, null]
    ]
  )
  assert.equal(items[0]?.by.id, key.id)
  assert.match(items[0]?.by.name?.fa ?? '', /بایگانی استان/)
})

test('the list is narrowed by result, actor, role, case and days', async () => {
  const count = async (query: string) => (await looks(query)).items.length
  assert.equal(await count('?result=refused'), 1)
  assert.equal(await count('?result=allowed'), 2)
  assert.equal(await count(`?by=${key.id}`), 1)
  assert.equal(await count('?role=inspector'), 0)
  assert.equal(await count(`?case=${id}`), 3)
  assert.equal(await count(`?case=${randomUUID()}`), 0)
  const today = desk.clock.now().toString().slice(0, 10)
  assert.equal(await count(`?from=${today}&to=${today}`), 3)
  assert.equal(await count('?to=1404/12/29'), 0)
})

test('the page is in both languages, and names the case and the people', async () => {
  const page = await (await get('/account/looks', owner)).text()
  assert.match(page, /چه کسی داده‌های مرا دید/)
  assert.match(page, /برنامه بایگانی استان/)
  assert.match(page, /رد شد/)
  const english = await (await get('/en/account/looks', owner)).text()
  assert.match(english, /Who looked at my file/)
  assert.match(english, /Does not have the application in hand/)
  assert.match(english, new RegExp(`/cases/${id}`))
})

test('the list is taken away as CSV and as JSON', async () => {
  const csv = await (await get('/account/looks.csv', owner)).text()
  assert.equal(csv.trim().split('\n').length, 4)
  const refused = await get('/account/looks.json?result=refused', owner)
  assert.match(refused.headers.get('content-disposition') ?? '', /looks\.json/)
  assert.equal(((await refused.json()) as unknown[]).length, 1)
})

test('nobody reads the looks of another, and no key has any', async () => {
  const other = await desk.signIn('zahra-khosravi')
  const me = await get('/api/v1/me', owner)
  const { id: person } = (await me.json()) as { id: string }
  assert.equal((await get(`/api/v1/me/looks?of=${person}`, other)).status, 404)
  assert.deepEqual(((await (await get('/api/v1/me/looks', other)).json()) as Looks).items, [])
  const byKey = await get('/api/v1/me/looks', { headers: { authorization: `Bearer ${text}` } })
  assert.equal(byKey.status, 403)
  assert.equal((await get('/api/v1/me/looks')).status, 401)
})

test('what is asked badly asks nothing', async () => {
  for (const query of ['?cursor=x', '?from=gestern', '?role=', '?cursor=2026_1']) {
    const page = await get(`/account/looks${query}`, owner)
    assert.equal(page.status, 200, query)
  }
})
