import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manualClock, systemClock } from './clock.ts'

test('manualClock stands until it is set or advanced', () => {
  const clock = manualClock('2026-11-22T06:00:00Z')
  assert.equal(String(clock.now()), String(clock.now()))
  clock.advance('PT1H')
  assert.equal(String(clock.now()), '2026-11-22T07:00:00Z')
  clock.advance(Temporal.Duration.from({ seconds: -1 }))
  assert.equal(String(clock.now()), '2026-11-22T06:59:59Z')
  clock.set(Temporal.Instant.from('2026-03-21T00:00:00Z'))
  assert.equal(String(clock.now()), '2026-03-21T00:00:00Z')
})

test('systemClock goes on', () => {
  const before = systemClock.now()
  assert.ok(Temporal.Instant.compare(systemClock.now(), before) >= 0)
})

test('systemClock tells what a database row can keep', () => {
  for (let i = 0; i < 50; i += 1) {
    assert.equal(Number(systemClock.now().epochNanoseconds % 1000n), 0)
  }
})
