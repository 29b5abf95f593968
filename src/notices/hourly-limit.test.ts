import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HourlyLimit } from './hourly-limit.ts'

const start = Temporal.Instant.from('2026-11-22T06:00:00Z')

test('HourlyLimit counts each place by itself, for an hour', () => {
  const limit = new HourlyLimit(2)
  const take = (address: string, minutes: number) => limit.take(address, start.add({ minutes }))
  assert.deepEqual(
    [take('192.0.2.1', 0), take('192.0.2.1', 1), take('192.0.2.1', 2)],
    [true, true, false]
  )
  assert.equal(take('192.0.2.2', 2), true)
  assert.equal(take('192.0.2.1', 59), false)
  assert.equal(take('192.0.2.1', 60), true)
})

test('HourlyLimit takes a network of version 6 as one place', () => {
  const limit = new HourlyLimit(1)
  assert.equal(limit.take('2001:db8:1:2::1', start), true)
  assert.equal(limit.take('2001:db8:1:2:ffff::2', start), false)
  assert.equal(limit.take('2001:db8:1:3::1', start), true)
  assert.equal(limit.take('::ffff:192.0.2.1', start), true)
  assert.equal(limit.take('::ffff:192.0.2.2', start), true)
})
