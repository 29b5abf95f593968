// Goal: staff of a body hold and keep data of that body only, in twos, with a fresh proof, and what is
// typed wrongly comes back with it. Method: the pages of the whole desk.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseDesk } from '../../src/cases/index.ts'
import { actorOfPerson, demonstrationPeople } from '../../src/people/index.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { Visitor } from '../support/people-server.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const people = await demonstrationPeople()
const keyOf = (role: string, authority: string) =>
  people.find(({ grants }) =>
    grants.some((grant) => grant.role === role && grant.authority === authority)
  )?.key ?? ''
const as = async (key: string) => {
  const visitor = new Visitor(server.app)
  await visitor.signInAs(key)
  return visitor
}
const admin = await as(keyOf('authority-admin', 'sko'))
const citizen = await as('maryam-rezaei')

test('the pages are for those whose roles open them', async () => {
  for (const path of ['/desk/retention', '/desk/legal-holds']) {
    assert.equal((await admin.get(path)).statusCode, 200, path)
    assert.equal((await admin.get(`/en${path}`)).statusCode, 200, path)
    assert.equal((await citizen.get(path)).statusCode, 403, path)
    assert.equal((await new Visitor(server.app).get(path)).statusCode, 303, path)
  }
  assert.equal((await citizen.post('/desk/legal-holds', { authority: 'sko' })).statusCode, 403)
})

test('a time is set, shown to everybody, and taken away', async () => {
  const rule = { authority: 'sko', dataType: 'forms-documents', service: '', keepDays: '۳۶۵' }
  assert.equal((await admin.post('/desk/retention', rule)).statusCode, 303)
  const shown = (await citizen.get('/api/v1/retention-rules')).json<{ items: object[] }>()
  assert.deepEqual(shown.items, [
    { authority: 'sko', dataType: 'forms-documents', service: null, keepDays: 365, erasable: false }
  ])
  const wrong = await admin.post('/desk/retention', { ...rule, keepDays: 'صد سال' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /صد سال/, 'what was typed comes back')
  const elsewhere = await admin.post('/desk/retention', { ...rule, authority: 'ito' })
  assert.equal(elsewhere.statusCode, 403)
  assert.equal((await admin.post('/desk/retention/removal', rule)).statusCode, 303)
  assert.equal((await admin.post('/desk/retention/removal', rule)).statusCode, 404)
})

test('a hold on what is not there, without a reason, or of another body is refused', async () => {
  const hold = { authority: 'sko', matter: 'AAAA-AAAA', scope: 'case', reason: 'دادگاه خواسته است' }
  const unknown = await admin.post('/desk/legal-holds', hold)
  assert.equal(unknown.statusCode, 422)
  assert.match(unknown.body, /AAAA-AAAA/)
  assert.equal((await admin.post('/desk/legal-holds', { ...hold, reason: '' })).statusCode, 422)
  const elsewhere = await admin.post('/desk/legal-holds', { ...hold, authority: 'ito' })
  assert.equal(elsewhere.statusCode, 403)
  for (const id of ['x', '01890000-0000-7000-8000-000000000000']) {
    const none = await admin.post(`/desk/legal-holds/${id}`, { act: 'lift' })
    assert.equal(none.statusCode, 404, id)
  }
  const found = people.find(({ key }) => key === 'maryam-rezaei')
  const maryam = await actorOfPerson(server.context.db, found?.id ?? '', server.clock.now())
  assert.ok(maryam)
  const { code } = await caseDesk.submitCase(server.context, maryam, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: 'to-be-held'
  })
  const placed = await admin.post('/desk/legal-holds', { ...hold, matter: code })
  assert.equal(placed.statusCode, 303)
  const list = await admin.get('/desk/legal-holds')
  assert.match(list.body, new RegExp(maryam.name.fa), 'the second person sees whose it is')
  server.clock.advance('PT11M')
  const stale = await admin.post('/desk/legal-holds', hold)
  assert.equal(stale.statusCode, 403)
  assert.match(stale.body, /sign-in\/again/)
})
