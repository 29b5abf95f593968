// Goal: delegations are given, accepted and ended over plain forms, in both languages, and over the
// operations. Method: two visitors without scripts on one server.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { createApiKey } from '../create-api-key.ts'
import { demonstrationId } from '../demonstration.ts'
import { nameServices } from './service-names.ts'

const { app, clock, context } = await peopleServer()
nameServices(app, () =>
  Promise.resolve([
    { code: '10021006', authority: 'sko', title: { fa: 'خسارت', en: 'Disaster damage' } }
  ])
)

async function as(person: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  const { statusCode } = await visitor.post('/sign-in/demonstration', { person, next: '/' })
  assert.equal(statusCode, 303)
  return visitor
}
const maryam = await as('maryam-rezaei')
const sina = await as('sina-moradi')
const offer = {
  kind: 'lawyer',
  acts: 'answer',
  scope: 'services',
  services: '10021006',
  until: '1405/12/29',
  to: 'code'
}
const codeIn = (body: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(body)?.[0] ?? ''

test('a delegation is given by a code and ended, each on its page', async () => {
  const form = await maryam.get('/en/account/delegates/new')
  assert.match(form.body, /Disaster damage/)
  const made = await maryam.post('/en/account/delegates/offers', offer)
  assert.equal(made.statusCode, 200)
  assert.equal(made.headers['cache-control'], 'private, no-store')
  const code = codeIn(made.body)
  const seen = await sina.post('/en/account/delegates/code', { code })
  assert.match(seen.body, /Maryam Rezaei[^]*lawyer[^]*Disaster damage/)
  const done = await sina.post('/en/account/delegates/acceptance', { code })
  assert.equal(done.headers.location, '/en/account/delegates')
  const mine = await maryam.get('/en/account/delegates')
  assert.match(mine.body, /Sina Moradi[^]*in force/)
  assert.match((await sina.get('/account/delegates')).body, /مریم رضایی/)
  const delegation = /name="delegation" value="([^"]+)"/.exec(mine.body)?.[1] ?? ''
  const grantor = demonstrationId('maryam-rezaei')
  const stranger = await as('zahra-khosravi')
  const foreign = await stranger.post('/account/delegates/ending', { delegation, grantor })
  assert.equal(foreign.statusCode, 404)
  const ended = await maryam.post('/account/delegates/ending', { delegation, grantor })
  assert.equal(ended.statusCode, 303)
  assert.match((await sina.get('/en/account/delegates')).body, /You act for nobody now/)
})

test('a form that is not right comes back as it was typed', async () => {
  const wrong = await maryam.post('/account/delegates/offers', { ...offer, until: '1405/13/40' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /1405\/13\/40/)
  const code = await sina.post('/account/delegates/code', { code: 'AAAA-BBBB-CCCC' })
  assert.equal(code.statusCode, 422)
  const id = await maryam.post('/account/delegates/ending', { delegation: 'x', grantor: 'y' })
  assert.equal(id.statusCode, 404)
})

test('giving and accepting ask for a fresh proof, ending does not', async () => {
  const late = await as('maryam-rezaei')
  clock.advance('PT11M')
  assert.equal((await late.post('/account/delegates/offers', offer)).statusCode, 403)
  assert.equal((await late.post('/account/delegates/acceptance', { code: 'x' })).statusCode, 403)
  const ending = await late.post('/account/delegates/ending', { delegation: 'x', grantor: 'y' })
  assert.equal(ending.statusCode, 404)
})

test('nobody without a session sees or gives anything', async () => {
  const visitor = new Visitor(app)
  assert.equal((await visitor.get('/account/delegates')).statusCode, 303)
  assert.equal((await visitor.post('/account/delegates/offers', offer)).statusCode, 401)
  assert.equal((await visitor.get('/api/v1/delegations')).statusCode, 401)
})

test('a key delegates nothing and is nobody’s delegate, also as somebody of the sandbox', async () => {
  const role = 'officer'
  const { text } = await createApiKey(context, { authority: 'sandbox', role, live: false })
  const made = await maryam.post('/en/account/delegates/offers', { ...offer, scope: 'all' })
  const code = codeIn(made.body)
  const terms = { kind: 'lawyer', scope: { all: true }, acts: ['view'] }
  const nobody = `${demonstrationId('maryam-rezaei')}/${demonstrationId('x')}`
  for (const person of [undefined, 'applicant'])
    for (const [method, url, payload] of [
      ['GET', '/delegations', undefined],
      ['POST', '/delegations/offers', { ...terms, to: { nationalId: '9900000013' } }],
      ['POST', '/delegations/acceptances', { code }],
      ['DELETE', `/delegations/${nobody}`, undefined],
      ['DELETE', `/delegations/offers/${demonstrationId('x')}`, undefined]
    ] as const) {
      const refused = await app.inject({
        method,
        url: `/api/v1${url}`,
        headers: {
          authorization: `Bearer ${text}`,
          ...(person === undefined ? {} : { 'sandbox-person': person })
        },
        ...(payload === undefined ? {} : { payload })
      })
      assert.equal(refused.json<{ code: string }>().code, 'key/people-only', `${method} ${url}`)
    }
})
