// Goal: holds and times of keeping are placed and ended by the API as on the pages: by people in twos, with a
// fresh proof, at their own body; no key; and the forecast of an erasure is what the erasure does. Method:
// the whole desk over HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseDesk } from '../../src/cases/index.ts'
import {
  type Actor,
  actorOfPerson,
  createApiKey,
  demonstrationPeople
} from '../../src/people/index.ts'
import { erasePerson } from '../../src/people/personal-data/run-erasures.ts'
import { personalDataHolders } from '../../src/personal-data.ts'
import { newId } from '../../src/platform/index.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { Visitor } from '../support/people-server.ts'
import { startTestServer } from '../support/server.ts'

const server = await startTestServer()
const { context, clock } = server
const people = await demonstrationPeople()
const keyOf = (role: string, authority: string) =>
  people.find(({ grants }) =>
    grants.some((grant) => grant.role === role && grant.authority === authority)
  )?.key ?? ''

async function as(key: string): Promise<Visitor> {
  const visitor = new Visitor(server.app)
  await visitor.signInAs(key)
  return visitor
}

async function actor(key: string): Promise<Actor> {
  const found = await actorOfPerson(
    context.db,
    people.find((each) => each.key === key)?.id ?? '',
    clock.now()
  )
  assert.ok(found)
  return found
}

interface Body {
  readonly code?: string
  readonly hold?: string
  readonly errors?: readonly { readonly code: string }[]
}

// oxlint-disable-next-line max-params -- who sends what where reads best in a row
async function send(who: Visitor, method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
  const answer = await server.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-csrf-token': await who.csrf()
    },
    ...(body === undefined ? {} : { payload: body })
  })
  const text = answer.body === '' ? {} : answer.json<Body>()
  const told = text.errors?.[0]?.code ?? text.code ?? ''
  return { is: `${String(answer.statusCode)} ${told}`.trim(), body: text }
}

const admin = await as(keyOf('authority-admin', 'sko'))
const inspector = await as(keyOf('inspector', 'sko'))
const elsewhere = await as(keyOf('authority-admin', 'ito'))
const citizen = await as('maryam-rezaei')
const maryam = await actor('maryam-rezaei')
const approver = await actor(
  people.find(({ grants }) =>
    grants.some((grant) => grant.authority === 'sko' && grant.role === 'approver')
  )?.key ?? ''
)

async function filed(): Promise<{ id: string; code: string }> {
  const { case: id, code } = await caseDesk.submitCase(context, maryam, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: newId(clock.now())
  })
  return { id, code }
}

const one = await filed()
const other = await filed()
for (const { id } of [one, other]) await caseDesk.withdrawCase(context, maryam, { case: id })
assert.ok(approver)

const placing = { authority: 'sko', matter: one.code, scope: 'case', reason: 'دادگاه خواسته است' }

test('a hold is placed, confirmed by another, asked to lift, kept, and lifted by another', async () => {
  const { is, body } = await send(admin, 'POST', '/legal-holds', placing)
  assert.equal(is, '201')
  const at = `/legal-holds/${body.hold ?? ''}`
  assert.equal((await send(admin, 'POST', `${at}/confirmation`)).is, '409 legal-hold/second-person')
  assert.equal((await send(elsewhere, 'POST', `${at}/confirmation`)).is, '404 not-found')
  assert.equal((await send(inspector, 'POST', `${at}/confirmation`)).is, '201')
  assert.equal((await send(inspector, 'POST', `${at}/lifting`)).is, '409 legal-hold/state')
  const asking = { reason: 'رسیدگی تمام شد' }
  assert.equal(
    (await send(inspector, 'POST', `${at}/lift-request`, { reason: 'x' })).is.slice(0, 3),
    '422'
  )
  assert.equal((await send(inspector, 'POST', `${at}/lift-request`, asking)).is, '201')
  assert.equal((await send(inspector, 'POST', `${at}/lifting`)).is, '409 legal-hold/second-person')
  assert.equal((await send(admin, 'POST', `${at}/keeping`)).is, '201')
  await send(inspector, 'POST', `${at}/lift-request`, asking)
  assert.equal((await send(admin, 'POST', `${at}/lifting`)).is, '201')
  const { items } = (await admin.get('/api/v1/legal-holds?authority=sko')).json<{
    items: { id: string; liftedAt: string | null }[]
  }>()
  assert.ok(items.some(({ id, liftedAt }) => id === body.hold && liftedAt !== null))
  assert.equal((await citizen.get('/api/v1/legal-holds?authority=sko')).statusCode, 403)
  assert.equal((await elsewhere.get('/api/v1/legal-holds?authority=sko')).statusCode, 403)
})

test('a rule is set and ended; for a service that is not the body’s there is none', async () => {
  const rule = { authority: 'sko', dataType: 'forms-documents', keepDays: 365, erasable: false }
  const put = (more: object, who = admin) =>
    send(who, 'PUT', '/retention-rules', { ...rule, ...more })
  assert.equal((await put({ service: '10021006' })).is, '200')
  assert.equal((await put({ service: '99999999' })).is, '422 retention/unknown-service')
  assert.equal((await put({ service: '18051002' })).is, '422 retention/unknown-service')
  assert.equal((await put({ keepDays: 0 })).is.slice(0, 3), '422')
  assert.equal((await put({}, elsewhere)).is, '403 people/not-allowed')
  assert.equal((await put({}, citizen)).is, '403 people/not-allowed')
  const page = await admin.post('/desk/retention', {
    ...{ authority: 'sko', dataType: 'forms-documents', service: '99999999', keepDays: '30' }
  })
  assert.equal(page.statusCode, 422)
  const ended = '/retention-rules?authority=sko&dataType=forms-documents&service=10021006'
  assert.equal((await send(admin, 'DELETE', ended)).is, '204')
  assert.equal((await send(admin, 'DELETE', ended)).is, '404 not-found')
})

test('no key does any of it, and no session whose proof is old', async () => {
  const key = { authority: 'sko', role: 'authority-admin', live: true }
  const { text } = await createApiKey(context, key)
  for (const [method, url, payload] of [
    ['POST', '/legal-holds', placing],
    [
      'PUT',
      '/retention-rules',
      { authority: 'sko', dataType: 'forms-documents', service: '', keepDays: 9, erasable: true }
    ]
  ] as const) {
    const headers = { authorization: `Bearer ${text}` }
    const answer = await server.app.inject({ method, url: `/api/v1${url}`, headers, payload })
    assert.equal(answer.json<Body>().code, 'key/people-only', url)
  }
  clock.advance('PT11M')
  const stale = await send(admin, 'POST', '/legal-holds', placing)
  assert.equal(stale.is, '403 sign-in/proof-required')
})

interface Foreseen {
  readonly foreseen: {
    readonly erased: readonly { readonly what: { readonly en: string }; readonly count: number }[]
    readonly kept: readonly { readonly what: { readonly en: string } }[]
  }
}

test('with a case that is held the forecast is what the erasure does', async () => {
  await admin.signInAs(keyOf('authority-admin', 'sko'))
  assert.equal((await send(admin, 'POST', '/legal-holds', placing)).is, '201')
  const { foreseen } = (await citizen.get('/api/v1/me/erasure')).json<Foreseen>()
  const kept = foreseen.kept.map(({ what }) => what.en)
  assert.ok(kept.includes('Your details'), 'whose the held case is')
  assert.ok(!foreseen.erased.some(({ what }) => what.en === 'Your details'))
  const cases = foreseen.erased.find(({ what }) => /application/i.test(what.en))
  assert.equal(cases?.count, 1, 'the other one')
  await erasePerson(context, personalDataHolders, maryam.id)
  const after = await actorOfPerson(context.db, maryam.id, clock.now())
  assert.equal(after?.name.fa, maryam.name.fa, 'the name stays with the case')
})
