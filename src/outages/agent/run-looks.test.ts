// Goal: nothing is made up for after a sleep, nothing is asked twice at once, and a crowd waits. Method:
// real servers, and ticks that jump as those of a machine that slept.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { serving } from '../../../tests/support/probe-target.ts'
import { type AgentClock, machineClock } from './agent-clock.ts'
import { HostWatch } from './host-watch.ts'
import type { TimedOutcome } from './make-batches.ts'
import { HostResolver } from './resolve-host.ts'
import { Looks } from './run-looks.ts'
import { planSchema } from './wire.ts'

function looksOf(
  url: string,
  { targets, everySeconds }: { targets: number; everySeconds: number }
) {
  const real = machineClock()
  let slept = 0
  const clock: AgentClock = {
    ticks: () => real.ticks() + slept,
    now: () => ({ ...real.now(), ticks: real.ticks() + slept })
  }
  const outcomes: TimedOutcome[] = []
  const looks = new Looks({
    clock,
    underWayMax: 1000,
    hostWatch: new HostWatch(() => {}),
    report: (outcome) => outcomes.push(outcome),
    onFault: (_target, error) => {
      throw error
    }
  })
  const plan = planSchema.parse({
    v: 1,
    vantage: 'v',
    refreshSeconds: 60,
    targets: Array.from({ length: targets }, (_, i) => ({
      id: String(i),
      everySeconds,
      timeoutMs: 1500,
      check: { kind: 'http', url: `${url}/${String(i)}` }
    })),
    notices: [],
    hosts: []
  })
  const context = {
    resolver: new HostResolver(),
    hosts: new Set<string>(),
    inside: 'anywhere' as const,
    epochMilliseconds: () => 0
  }
  looks.follow(plan, context, { isFirst: true })
  return {
    looks,
    outcomes,
    sleep: (milliseconds: number) => {
      slept += milliseconds
    }
  }
}

test('Looks makes up for nothing after a sleep', async () => {
  const origin = await serving((_request, response) => response.end())
  const { looks, outcomes, sleep } = looksOf(origin, { targets: 3000, everySeconds: 60 })
  await pause(1000)
  const before = outcomes.length
  sleep(600_000)
  await pause(1500)
  looks.stop()
  // 50 beats fall into a second; 30,000 were slept through. Those of the last seconds are in time.
  assert.ok(outcomes.length - before < 600, String(outcomes.length - before))
  assert.ok(looks.takeSkipped() > 2000)
  assert.ok(outcomes.every(({ ok }) => ok))
})

test('Looks asks no target again before its answer, and leaves out what would be late', async () => {
  const open = new Map<string, number>()
  let most = 0
  const origin = await serving((request, response) => {
    const id = request.url ?? ''
    open.set(id, (open.get(id) ?? 0) + 1)
    assert.equal(open.get(id), 1)
    most = Math.max(most, open.size)
    response.once('close', () => open.delete(id))
  })
  const { looks, outcomes } = looksOf(origin, { targets: 40, everySeconds: 1 })
  // Each is found silent, though each look takes half as long again as its interval.
  const found = () => new Set(outcomes.map(({ target }) => target)).size
  for (let tries = 0; tries < 600 && (found() < 40 || outcomes.length < 80); tries += 1) {
    await pause(50)
  }
  looks.stop()
  assert.equal(found(), 40)
  assert.ok(outcomes.every(({ reason }) => reason === 'timeout'))
  assert.ok(most <= 60, String(most))
  assert.ok(looks.takeSkipped() > 0)
})
