// Goal: the national sign-on lets in whom it proves, and no forged answer of it does. Method: the people
// slice on PostgreSQL against oidc-provider and against a hostile provider, both on this machine.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type HostileToken,
  client,
  honestProvider,
  hostileProvider,
  signInThere
} from '../../../tests/support/oidc-servers.ts'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { demonstrationPeople } from '../demonstration.ts'

const origin = 'http://localhost:3000'
const callback = `${origin}/sign-in/national/callback`
const honest = await honestProvider(callback, {
  maryam: { name: 'مریم رضایی', national_id: '9900000013' },
  stranger: { name: 'سحر ناشناس' },
  nobody: { name: 'بی‌نام', national_id: '1234567890' },
  ali: { name: 'علی قنبری', national_id: '9900000080' }
})
const hostile = await hostileProvider()

function serverAt(issuer: string) {
  return peopleServer({
    environment: {
      PEYMAN_OIDC_ISSUER: issuer,
      PEYMAN_OIDC_CLIENT_ID: client.id,
      PEYMAN_OIDC_CLIENT_SECRET: client.secret,
      PEYMAN_OIDC_NATIONAL_ID_CLAIM: 'national_id'
    }
  })
}

const { app, clock } = await serverAt(honest.issuer)
const attacked = await serverAt(hostile.issuer)

async function goThere(visitor: Visitor, path: string): Promise<string> {
  const answer = await visitor.get(path)
  assert.equal(answer.statusCode, 303, answer.body)
  return String(answer.headers.location)
}

async function signIn(visitor: Visitor, subject: string, path = '/sign-in/national?next=/account') {
  const back = await signInThere(await goThere(visitor, path), subject)
  return visitor.get(`${back.pathname}${back.search}`)
}

const meOf = async (visitor: Visitor) =>
  (await visitor.get('/api/v1/me')).json<{ id: string; name: { fa: string }; grants: object[] }>()
const idOf = async (key: string) => (await demonstrationPeople()).find((one) => one.key === key)?.id

test('a proven national id is the person that has it, and their roles count', async () => {
  const visitor = new Visitor(app)
  const came = await signIn(visitor, 'ali', '/en/sign-in/national?next=/account')
  assert.deepEqual([came.statusCode, came.headers.location], [303, '/en/account'])
  const me = await meOf(visitor)
  assert.equal(me.id, await idOf('ali-ghanbari'))
  assert.ok(me.grants.length > 0)
})

test('who is new is written down once, also without a national id or with a wrong one', async () => {
  const [first, second, third] = [new Visitor(app), new Visitor(app), new Visitor(app)]
  await signIn(first, 'stranger')
  await signIn(second, 'stranger')
  await signIn(third, 'nobody')
  assert.equal((await meOf(first)).name.fa, 'سحر ناشناس')
  assert.equal((await meOf(first)).id, (await meOf(second)).id)
  assert.notEqual((await meOf(third)).id, (await meOf(first)).id)
})

test('an answer counts once, in its browser, in its time', async () => {
  const [visitor, thief] = [new Visitor(app), new Visitor(app)]
  const back = await signInThere(await goThere(visitor, '/sign-in/national'), 'maryam')
  const path = `${back.pathname}${back.search}`
  await goThere(thief, '/sign-in/national')
  assert.equal((await thief.get(path)).statusCode, 401, 'another browser')
  assert.equal((await visitor.get(path)).statusCode, 401, 'used up by the other browser')
  const late = await signInThere(await goThere(visitor, '/sign-in/national'), 'maryam')
  clock.advance('PT15M1S')
  assert.equal((await visitor.get(`${late.pathname}${late.search}`)).statusCode, 401, 'too late')
  for (const query of [
    '',
    '?state=x&code=y',
    '?error=access_denied',
    `?state=${'A'.repeat(43)}&code=y`
  ])
    assert.equal((await visitor.get(`/sign-in/national/callback${query}`)).statusCode, 401, query)
})

test('the address that leads there has PKCE, nonce and state, and only the callback of this site', async () => {
  const url = new URL(await goThere(new Visitor(app), '/sign-in/national?next=//evil.example'))
  const { searchParams } = url
  assert.equal(url.origin, new URL(honest.issuer).origin)
  assert.equal(searchParams.get('redirect_uri'), callback)
  assert.equal(searchParams.get('response_type'), 'code')
  assert.equal(searchParams.get('code_challenge_method'), 'S256')
  for (const name of ['state', 'nonce', 'code_challenge'])
    assert.match(searchParams.get(name) ?? '', /^[\w-]{43}$/, name)
})

test('a session is proven again only by the same person', async () => {
  const visitor = new Visitor(app)
  await signIn(visitor, 'maryam')
  const before = visitor.cookies.get('session')
  assert.equal((await signIn(visitor, 'maryam', '/sign-in/again/national')).statusCode, 303)
  assert.notEqual(visitor.cookies.get('session'), before, 'a new secret after each proof')
  assert.equal((await signIn(visitor, 'stranger', '/sign-in/again/national')).statusCode, 409)
  assert.equal((await signIn(visitor, 'ali', '/account/national')).statusCode, 409)
})

const lies: Readonly<Record<string, HostileToken>> = {
  'run out': { claims: { exp: 1_700_000_000 } },
  'without an end': { claims: { exp: undefined } },
  'of another issuer': { claims: { iss: 'https://other.example' } },
  'for another client': { claims: { aud: 'somebody-else' } },
  'for two clients without a presenter': { claims: { aud: [client.id, 'somebody-else'] } },
  'with another nonce': { claims: { nonce: 'A'.repeat(43) } },
  'without a nonce': { claims: { nonce: undefined } },
  'without a subject': { claims: { sub: undefined } },
  'signed by another key': { signed: 'other-key' },
  'with a cut signature': { signed: 'cut' },
  unsigned: { signed: 'none' },
  'unsigned, in other letters': { signed: 'none', header: { alg: 'NONE' } },
  'signed with the public key as a secret': { signed: 'hmac-public-key' },
  'signed with the client secret': { signed: 'hmac-client-secret' },
  'signed by a right key with another algorithm': { signed: 'elliptic' },
  'of a key that it brings itself': {
    signed: 'other-key',
    header: { kid: undefined, jku: 'http://127.0.0.1:9/' }
  },
  'not valid yet': { claims: { nbf: 4_000_000_000 } }
}

async function come(lie: HostileToken) {
  const visitor = new Visitor(attacked.app)
  const { searchParams } = new URL(await goThere(visitor, '/sign-in/national'))
  hostile.lie({ nonce: searchParams.get('nonce') ?? '', ...lie })
  const state = searchParams.get('state') ?? ''
  const answer = await visitor.get(`/sign-in/national/callback?code=any&state=${state}`)
  return { status: answer.statusCode, isIn: visitor.cookies.has('session'), body: answer.body }
}

test('a right token of the same provider is taken, so that the refusals below mean something', async () => {
  const { status, isIn } = await come({})
  assert.deepEqual([status, isIn], [303, true])
})

for (const [name, lie] of Object.entries(lies)) {
  test(`a token ${name} lets nobody in`, async () => {
    const { status, isIn, body } = await come(lie)
    assert.deepEqual([status, isIn], [401, false])
    assert.doesNotMatch(body, /JWT|claim|signature|alg/)
  })
}

test('a national id of a hostile form is nobody’s', async () => {
  for (const national_id of ["' or 1=1", 9_900_000_013, ['9900000013'], null]) {
    const { status } = await come({
      claims: { sub: `sub-${JSON.stringify(national_id)}`, national_id }
    })
    assert.equal(status, 303)
  }
})

test('a provider that does not answer is said to be away', async () => {
  const { app: lonely } = await serverAt('http://127.0.0.1:9')
  assert.equal((await new Visitor(lonely).get('/sign-in/national')).statusCode, 503)
})
