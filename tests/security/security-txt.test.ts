// Goal: whoever finds a flaw finds whom to tell (RFC 9116). Method: both ways of an installation, with a contact and
// without, as a program and as a reader get it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { securityRoutes } from '../../src/security-routes.ts'
import { testDatabase } from '../support/database.ts'
import { edgeServer } from '../support/edge-server.ts'

const { db } = await testDatabase()

async function installation(contact?: string) {
  const environment = { PEYMAN_ORIGIN: 'https://desk.example', PEYMAN_SECURITY_CONTACT: contact }
  const { app, context, clock } = await edgeServer({ db, environment })
  securityRoutes(app, context)
  const { body, headers } = await app.inject('/.well-known/security.txt')
  const fields = body
    .trimEnd()
    .split('\n')
    .map((line) => /^([A-Za-z-]+): (\S.*)$/.exec(line)?.slice(1) ?? [])
  return { app, clock, headers, fields, of: (name: string) => valuesOf(fields, name) }
}

function valuesOf(fields: readonly string[][], name: string): string[] {
  return fields.flatMap(([field, value = '']) => (field === name ? [value] : []))
}

test('security.txt names the contacts of the installation, and ends within a year', async () => {
  const { app, clock, headers, fields, of } = await installation(
    'mailto:flaws@desk.example, https://desk.example/flaws'
  )
  assert.match(String(headers['content-type']), /^text\/plain; charset=utf-8/)
  assert.ok(fields.every((field) => field.length === 2))
  assert.deepEqual(of('Contact'), ['mailto:flaws@desk.example', 'https://desk.example/flaws'])
  assert.deepEqual(of('Canonical'), ['https://desk.example/.well-known/security.txt'])
  assert.deepEqual(of('Preferred-Languages'), ['fa, en'])
  const [expires = ''] = of('Expires')
  const days = clock.now().until(Temporal.Instant.from(expires)).total('hours') / 24
  assert.ok(days > 30 && days < 365)
  const { body } = await app.inject('/en/security')
  assert.match(body, /href="mailto:flaws@desk\.example"/)
  assert.doesNotMatch(body, /has not named an address/)
})

test('what is said of its end moves with the time at which it is asked', async () => {
  const { app, clock, of } = await installation('mailto:flaws@desk.example')
  clock.advance('PT7200H')
  const { body } = await app.inject('/.well-known/security.txt')
  const later = Temporal.Instant.from(/^Expires: (.+)$/m.exec(body)?.[1] ?? '')
  assert.ok(Temporal.Instant.compare(later, clock.now()) > 0)
  assert.ok(Temporal.Instant.compare(later, Temporal.Instant.from(of('Expires')[0] ?? '')) > 0)
})

test('an installation without a contact says so, on the page that the file names', async () => {
  const { app, of } = await installation()
  assert.deepEqual(of('Contact'), ['https://desk.example/security'])
  assert.match((await app.inject('/en/security')).body, /has not named an address/)
  const { body } = await app.inject('/security')
  assert.match(body, /هنوز نشانی‌ای/)
  assert.match(body, /href="\/\.well-known\/security\.txt"/)
})
