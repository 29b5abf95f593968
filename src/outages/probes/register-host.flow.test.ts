// Goal: a body has only public hosts looked at, and ends no outage by looking away. Method: the use cases at
// a desk with its real tables; a vantage point that reports failures.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { testDesk } from '../../../tests/support/desk.ts'
import type { Actor } from '../../people/index.ts'
import { InvalidInputError } from '../../platform/index.ts'
import { decideCorrection, proposeCorrection } from '../outages/correct-outage.ts'
import { detectOutages } from '../outages/detect-outages.ts'
import { newestOutages, openOutages } from '../outages/outage-store.ts'
import { addTarget, retireTarget } from './add-target.ts'
import { hostsOf } from './host-store.ts'
import { probePlan } from './probe-plan.ts'
import { registerHost, retireHost } from './register-host.ts'
import { retireVantage } from './register-vantage.ts'
import { syncWatching } from './sync-watching.ts'
import { takeResults } from './take-results.ts'
import { liveTargets } from './target-store.ts'

const desk = await testDesk('2026-11-22T06:00:00Z')
const { clock } = desk
const config = {
  ...desk.context.config,
  demo: false,
  privateHosts: ['portal.lan', '10.9.8.7:8080']
}
const context = { ...desk.context, config }
const authority = 'sko'
await syncWatching(context)
const manager = await desk.as('kamran-mousavi')
const second = await desk.as('vahid-rostami')
const probe: Actor = {
  kind: 'api-key',
  id: 'north',
  name: { fa: 'شمال', en: 'north' },
  grants: [{ authority, unit: null, role: 'probe', post: null }],
  person: null
}
const caller = { actor: probe, label: 'north' }

async function codesOf(asked: Promise<unknown>): Promise<string[]> {
  const error: unknown = await asked.then(
    () => null,
    (refusal: unknown) => refusal
  )
  if (error === null) return []
  if (!(error instanceof InvalidInputError)) throw error
  return error.fields.map(({ pointer, code }) => `${pointer} ${code}`)
}

test('hosts of the inside are not registered, however they are written', async () => {
  const before = await hostsOf(context.db, authority)
  const inside = `http://169.254.169.254/ http://metadata.google.internal/ http://0.0.0.0/ http://[::]/
    http://2130706433/ http://10.0.0.1/ 192.168.1.1 127.1 [::ffff:10.0.0.1] printer.local 0x7f.1
    1.0.0.127.in-addr.arpa intranet http://*.ir/ http://ir/`
  for (const address of inside.split(/\s+/)) {
    const codes = await codesOf(registerHost(context, manager, { authority, address }))
    assert.deepEqual(codes, ['/address probe/host-not-public'], address)
  }
  assert.deepEqual(await hostsOf(context.db, authority), before)
})

test('what the operator named may be registered; the plan tells probes so', async () => {
  for (const address of ['portal.lan', 'http://10.9.8.7:8080/']) {
    assert.deepEqual(await codesOf(registerHost(context, manager, { authority, address })), [])
  }
  const { inside } = await probePlan(context, caller)
  const { host } = new URL(config.origin)
  assert.deepEqual(inside, [host, 'portal.lan', '10.9.8.7:8080'])
})

test('a target asks no name server of the inside', async () => {
  const check = { kind: 'dns', name: 'portal.lan', type: 'A' }
  const target = { authority, component: 'portal', what: 'x', everySeconds: null, timeoutMs: null }
  for (const server of ['169.254.169.254', '127.0.0.1:5353', '::1', '[::1]:53', 'ns.internal']) {
    const added = addTarget(context, manager, { ...target, check: { ...check, server } })
    assert.deepEqual(await codesOf(added), ['/check/server probe/host-not-public'], server)
  }
})

/** Looks once a minute, and what they make of the outages. */
async function look(target: string, ok: boolean, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    clock.advance('PT1M')
    const reason = ok ? null : ('status' as const)
    const result = { target, ageMs: 0, ok, tookMs: 1, reason, detail: null }
    const batch = {
      v: 1 as const,
      batch: randomUUID(),
      results: [result],
      sightings: [],
      hosts: []
    }
    await takeResults(context, caller, { batch, receivedAt: clock.now(), batchAge: '0' })
    await detectOutages(context)
  }
}

async function targetOf(component: string, what: string): Promise<string> {
  const all = await liveTargets(context.db, authority)
  return all.find((each) => each.component === component && each.what === what)!.id
}

test('a host that is down is not retired before two people say when it ended', async () => {
  await registerHost(context, manager, { authority, address: 'sub.example' })
  const name = { authority, host: 'sub.example' }
  const target = await targetOf('portal:sub.example', 'front-page')
  await look(target, true, 3)
  await look(target, false, 3)
  const [outage] = await openOutages(context.db, authority)
  assert.equal(outage?.component, 'portal:sub.example')
  await assert.rejects(retireHost(context, manager, name), { code: 'probe/still-down' })
  await look(target, false, 1)
  assert.equal((await openOutages(context.db, authority)).length, 1)
  const { id, from } = outage
  const correction = await proposeCorrection(context, manager, {
    id,
    from,
    to: clock.now(),
    cause: 'supplier',
    void: false,
    reason: 'wrong-times',
    words: { fa: 'این زیرپرتال برچیده شد', en: 'This sub-portal was given up' }
  })
  await assert.rejects(retireHost(context, manager, name), { code: 'probe/still-down' })
  await decideCorrection(context, second, { id, correction: correction.id, approved: true })
  await retireHost(context, manager, name)
  await detectOutages(context)
  const [last] = await newestOutages(context.db, { authority, limit: 1 })
  assert.deepEqual(
    [last?.id, last?.settled, last?.to?.toString()],
    [id, true, clock.now().toString()]
  )
})

test('a target that shows an outage is not retired, another one is', async () => {
  const component = 'portal'
  const add = (what: string) =>
    addTarget(context, manager, {
      authority,
      component,
      what,
      check: { kind: 'tcp', host: 'portal.lan', port: 443 },
      everySeconds: null,
      timeoutMs: null
    })
  const [failing, other] = [await add('failing'), await add('other')]
  await look(failing.id, false, 3)
  const asked = retireTarget(context, manager, { authority, target: failing.id })
  await assert.rejects(asked, { code: 'probe/still-down' })
  await retireTarget(context, manager, { authority, target: other.id })
  await detectOutages(context)
  assert.equal((await openOutages(context.db, authority)).length, 1)
  await look(failing.id, true, 3)
  assert.equal((await openOutages(context.db, authority)).length, 0)
  await retireTarget(context, manager, { authority, target: failing.id })
})

test('the program too goes on watching what is down, though it wants another address', async () => {
  const target = await targetOf('portal', 'portal')
  await look(target, false, 3)
  const moved = { ...context, config: { ...config, demo: true } }
  await syncWatching(moved)
  assert.equal(await targetOf('portal', 'portal'), target)
  await look(target, true, 3)
  await syncWatching(moved)
  assert.notEqual(await targetOf('portal', 'portal'), target)
})

test('the only place outside that sees an outage is not retired while it lasts', async () => {
  const target = await targetOf('portal', 'portal')
  await look(target, false, 3)
  const name = { authority, vantage: probe.id }
  await assert.rejects(retireVantage(context, manager, name), { code: 'probe/still-down' })
  await detectOutages(context)
  assert.equal((await openOutages(context.db, authority)).length, 1)
  await look(target, true, 3)
  await retireVantage(context, manager, name)
  await assert.rejects(retireVantage(context, manager, name), { code: 'probe/vantage-not-found' })
})
