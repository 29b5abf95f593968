// Goal: an id in capitals is the same id for every operation: in an address, behind the question mark and in a body.
// Method: a running server; operations of several slices asked twice, by ids as they were given and in capitals.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { demonstrationPeople } from '../../src/people/index.ts'
import { keyClient } from '../support/api-client.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

const server = await startTestServer()
const clerk = await keyClient(server, { authority: 'sko', role: 'clerk' })
const officer = await keyClient(server, { authority: 'sko', role: 'officer' })
const people = await demonstrationPeople()
const idOf = (key: string) => people.find((one) => one.key === key)?.id ?? ''
const citizen = idOf('maryam-rezaei')
const large = (text: string) => text.toUpperCase()

function application(more: object) {
  return {
    ...{ service: '10021006', channel: 'post', trackingNumber: '12345678901234567890' },
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', content: pdf().toString('base64') }],
    ...more
  }
}

const filed = await clerk.post<{ case: string }>(
  '/cases',
  application({ applicant: { person: large(citizen) }, submissionKey: randomUUID() })
)
assert.equal(filed.status, 201)
const { case: id } = filed.body

test('in an address', async () => {
  const answer = await clerk.get<{ id: string }>(`/cases/${large(id)}`)
  assert.deepEqual([answer.status, answer.body.id], [200, id])
})

test('behind the question mark', async () => {
  const own = await (await Visitor.as(server, 'maryam-rezaei')).scripts()
  for (const path of ['/me/looks?of=', '/me/looks?case=', '/me/looks?by=', '/cases?applicant=']) {
    const of = path.endsWith('case=') ? id : citizen
    const [plain, other] = [await own.get(path + of), await own.get(path + large(of))]
    assert.deepEqual([other.status, other.body], [plain.status, plain.body], path)
    assert.equal(plain.status, 200, path)
  }
  const to = idOf('leila-arab')
  await officer.post('/case-assignments', { cases: [large(id)], to: large(to) })
  await server.work()
  const queue = await officer.get<{ items: { id: string }[] }>(
    `/cases?authority=sko&assigned=${large(to)}`
  )
  assert.deepEqual(
    queue.body.items.map((each) => each.id),
    [id]
  )
})

test('in a body, where it is one of a list, and where another word may stand', async () => {
  const to = idOf('leila-arab')
  const given = await officer.post<object>('/case-assignments', {
    cases: [large(id)],
    to: large(to)
  })
  const again = await officer.post<object>('/case-assignments', { cases: [id], to })
  assert.deepEqual(given.body, again.body)
  const office = { act: 'withdraw', officeCode: '72111001' }
  const asked = await clerk.post<{ code?: string }>('/consents', { case: large(id), ...office })
  const plain = await clerk.post<{ code?: string }>('/consents', { case: id, ...office })
  assert.deepEqual([asked.status, asked.body.code], [plain.status, plain.body.code])
})
