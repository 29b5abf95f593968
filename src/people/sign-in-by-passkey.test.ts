// Goal: a passkey opens the door to its owner, once for each ceremony, and to nobody else. Method: an
// authenticator in software, honest or not, through the real edge against PostgreSQL.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Faults, SoftwareAuthenticator } from '../../tests/support/authenticator.ts'
import { Visitor, peopleServer } from '../../tests/support/people-server.ts'

const origin = 'http://localhost:3000'
const { app, clock } = await peopleServer()

interface Options {
  readonly challenge: string
  readonly rpId: string
  readonly rp: { readonly id: string }
  readonly user: { readonly id: string }
  readonly excludeCredentials: readonly { readonly id: string }[]
}

async function askOptions(visitor: Visitor, path: string): Promise<Options> {
  const csrf = await visitor.csrf()
  const answer = await visitor.post(`${path}/options`, {}, csrf)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<Options>()
}

async function withPasskey(
  person: string
): Promise<{ visitor: Visitor; device: SoftwareAuthenticator }> {
  const visitor = new Visitor(app)
  const device = new SoftwareAuthenticator()
  await visitor.signInAs(person)
  const options = await askOptions(visitor, '/account/passkeys')
  const answer = device.create(options, origin)
  const added = await visitor.post('/account/passkeys', { answer, name: 'تلفن من' })
  assert.equal(added.statusCode, 303, added.body)
  return { visitor, device }
}

async function signIn(visitor: Visitor, device: SoftwareAuthenticator, faults: Faults = {}) {
  const options = await askOptions(visitor, '/sign-in/passkey')
  return visitor.post('/sign-in/passkey', {
    answer: device.get(options, origin, faults),
    next: '/account'
  })
}

test('a passkey is added, shown, and signs its owner in', async () => {
  const { visitor, device } = await withPasskey('maryam-rezaei')
  assert.match((await visitor.get('/account')).body, /تلفن من/)
  const fresh = new Visitor(app)
  const entered = await signIn(fresh, device)
  assert.equal(entered.statusCode, 303)
  assert.equal(entered.headers.location, '/account')
  assert.match((await fresh.get('/account')).body, /مریم رضایی/)
})

test('options for a sign-in name nobody; those for a registration exclude what is there', async () => {
  const { visitor, device } = await withPasskey('sina-moradi')
  const registration = await askOptions(visitor, '/account/passkeys')
  assert.deepEqual(
    registration.excludeCredentials.map((one) => one.id),
    [device.id.toString('base64url')]
  )
  const options = await askOptions(new Visitor(app), '/sign-in/passkey')
  assert.deepEqual(Object.keys(options).toSorted(), [
    'challenge',
    'rpId',
    'timeout',
    'userVerification'
  ])
})

test('an answer counts once, and not from another browser, later, or after a wrong one', async () => {
  const { device } = await withPasskey('zahra-khosravi')
  const victim = new Visitor(app)
  const options = await askOptions(victim, '/sign-in/passkey')
  const answer = device.get(options, origin)
  const elsewhere = new Visitor(app)
  await askOptions(elsewhere, '/sign-in/passkey')
  assert.equal((await elsewhere.post('/sign-in/passkey', { answer })).statusCode, 401)
  // The ceremony was used up by the attempt from the other browser.
  assert.equal((await victim.post('/sign-in/passkey', { answer })).statusCode, 401)

  const replayed = new Visitor(app)
  const again = device.get(await askOptions(replayed, '/sign-in/passkey'), origin)
  const ceremony = replayed.cookies.get('ceremony') ?? ''
  assert.equal((await replayed.post('/sign-in/passkey', { answer: again })).statusCode, 303)
  replayed.cookies.set('ceremony', ceremony)
  assert.equal((await replayed.post('/sign-in/passkey', { answer: again })).statusCode, 401)

  const late = new Visitor(app)
  const old = device.get(await askOptions(late, '/sign-in/passkey'), origin)
  clock.advance('PT5M1S')
  assert.equal((await late.post('/sign-in/passkey', { answer: old })).statusCode, 401)
})

test('every wrong answer gets one and the same refusal', async () => {
  const { device } = await withPasskey('gholam-haidari')
  const somebody = await withPasskey('maryam-rezaei')
  const nobodyDevice = new SoftwareAuthenticator()
  const wrong: [string, SoftwareAuthenticator, Faults][] = [
    ['origin', device, { origin: 'http://evil.example' }],
    ['relying party', device, { rpId: 'evil.example' }],
    ['no user verification', device, { unverified: true }],
    ['counter that went back', device, { counter: 0 }],
    ['registration as sign-in', device, { type: 'webauthn.create' }],
    ['unknown passkey', nobodyDevice, { userHandle: Buffer.from('x').toString('base64url') }],
    ['handle of another person', device, { userHandle: handleOf(somebody.visitor) }],
    ['own passkey, no handle', device, { userHandle: 'AAAA' }]
  ]
  const answers = new Set<string>()
  for (const [name, authenticator, faults] of wrong) {
    const visitor = new Visitor(app)
    const answer = await signIn(visitor, authenticator, faults)
    assert.equal(answer.statusCode, 401, name)
    assert.equal(visitor.cookies.has('session'), false, name)
    answers.add(/<h1[^>]*>([^<]*)</.exec(answer.body)?.[1] ?? '')
  }
  assert.equal(answers.size, 1)
})

function handleOf(visitor: Visitor): string {
  const [person = ''] = (visitor.cookies.get('session') ?? '').split('.')
  return Buffer.from(person).toString('base64url')
}

test('what no browser sends is refused like a wrong answer', async () => {
  for (const answer of ['', '{', 'null', '[]', '{"id":1}', 'x'.repeat(50_000)]) {
    const visitor = new Visitor(app)
    await askOptions(visitor, '/sign-in/passkey')
    assert.equal((await visitor.post('/sign-in/passkey', { answer })).statusCode, 401)
  }
})

test('a registration counts for the person who began it, once, for this site', async () => {
  const attacker = new Visitor(app)
  await attacker.signInAs('sina-moradi')
  const device = new SoftwareAuthenticator()
  const options = await askOptions(attacker, '/account/passkeys')
  const answer = device.create(options, origin)
  const victim = new Visitor(app)
  await victim.signInAs('hossein-barati')
  victim.cookies.set('ceremony', attacker.cookies.get('ceremony') ?? '')
  assert.equal((await victim.post('/account/passkeys', { answer })).statusCode, 422)
  assert.doesNotMatch((await victim.get('/account')).body, /name="passkey"/)

  const wrongOrigin = await askOptions(attacker, '/account/passkeys')
  const forged = device.create(wrongOrigin, origin, { origin: 'https://evil.example' })
  assert.equal((await attacker.post('/account/passkeys', { answer: forged })).statusCode, 422)

  const right = device.create(await askOptions(attacker, '/account/passkeys'), origin)
  assert.equal((await attacker.post('/account/passkeys', { answer: right })).statusCode, 303)
  assert.equal((await attacker.post('/account/passkeys', { answer: right })).statusCode, 422)
})

test('only its owner removes a passkey, and then it opens nothing', async () => {
  const { visitor, device } = await withPasskey('mahmoud-ameri')
  const passkey = device.id.toString('base64url')
  const other = new Visitor(app)
  await other.signInAs('sina-moradi')
  assert.equal((await other.post('/account/passkeys/removal', { passkey })).statusCode, 404)
  assert.equal((await signIn(new Visitor(app), device)).statusCode, 303)
  assert.equal((await visitor.post('/account/passkeys/removal', { passkey })).statusCode, 303)
  assert.equal((await signIn(new Visitor(app), device)).statusCode, 401)
})

test('an unknown passkey takes about as long to refuse as a known one', async () => {
  const { device } = await withPasskey('maryam-rezaei')
  const unknown = new SoftwareAuthenticator()
  const known = await medianMilliseconds(() =>
    signIn(new Visitor(app), device, { unverified: false, counter: 1 })
  )
  const none = await medianMilliseconds(() =>
    signIn(new Visitor(app), unknown, { userHandle: 'AAAA' })
  )
  assert.ok(none > known / 3, `unknown ${String(none)} ms, known ${String(known)} ms`)
})

async function medianMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 9; i += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times.toSorted((a, b) => a - b)[4] ?? 0
}
