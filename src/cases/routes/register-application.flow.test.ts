// Goal: a device of a pishkhan office files as that office only, so that nobody is filed for there without
// their consent. Method: two browsers of one clerk on the desk behind HTTP, one of them registered.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { damageAnswers, pdf } from '../../../tests/support/desk.ts'
import { deskServer } from '../../../tests/support/desk-server.ts'
import { Visitor } from '../../../tests/support/people-server.ts'

const desk = await deskServer()
const applicant = { person: (await desk.as('maryam-rezaei')).id }

async function browser(): Promise<Visitor> {
  const visitor = new Visitor(desk.app)
  await visitor.signInAs('fatemeh-nakhaei')
  return visitor
}

async function file(visitor: Visitor, more: object) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/cases',
    headers: { cookie, 'x-csrf-token': await visitor.csrf() },
    payload: {
      ...{ service: '10021006', applicant, answers: damageAnswers, submissionKey: randomUUID() },
      files: [{ document: 'damage-photos', name: 'a.pdf', content: pdf().toString('base64') }],
      ...more
    }
  })
  const { errors } = answer.json<{ errors?: { code: string; pointer: string }[] }>()
  return { status: answer.statusCode, problem: errors?.[0] }
}

test('what came in person or by post is not registered on it', async () => {
  const [office, elsewhere] = [await browser(), await browser()]
  const registered = { office: '72491', authority: 'sko' }
  assert.equal((await office.post('/desk/counter-devices', registered)).statusCode, 303)
  const byPost = { channel: 'post', trackingNumber: '12345678901234567890' }
  for (const more of [{ channel: 'in-person' }, byPost]) {
    const refused = await file(office, more)
    assert.equal(refused.status, 422)
    assert.deepEqual(
      [refused.problem?.code, refused.problem?.pointer],
      ['intake/counter-office', '/channel']
    )
  }
  const asOffice = await file(office, { channel: 'pishkhan', officeCode: '72491' })
  assert.equal(asOffice.problem?.code, 'intake/consent')
  assert.equal((await file(elsewhere, { channel: 'in-person' })).status, 201)
})
