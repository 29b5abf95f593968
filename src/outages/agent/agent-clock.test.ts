import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { ageOf, machineClock } from './agent-clock.ts'

const mark = { boot: 'a', ticks: 1000, wall: 5_000_000 }

describe('ageOf', () => {
  test('asks no wall clock while the machine runs on', () => {
    assert.equal(ageOf(mark, { boot: 'a', ticks: 3500.4, wall: 0 }), 2500)
    assert.equal(ageOf(mark, { boot: 'a', ticks: 1000, wall: 9e12 }), 0)
  })

  test('takes the wall clock after a new start of the machine', () => {
    assert.equal(ageOf(mark, { boot: 'b', ticks: 20, wall: 5_060_000 }), 60_000)
    // A container that was made anew counts from zero again, on a machine that runs on.
    assert.equal(ageOf(mark, { boot: 'a', ticks: 990, wall: 9e12 }), 0)
    assert.equal(ageOf(mark, { boot: 'a', ticks: 20, wall: 5_060_000 }), 60_000)
  })

  test('cannot tell where the wall clock went back', () => {
    assert.equal(ageOf(mark, { boot: 'b', ticks: 20, wall: 4_999_999 }), null)
  })
})

test('machineClock goes on, and is the same machine for another process', async () => {
  const [one, other] = [machineClock(), machineClock()]
  const before = one.now()
  await pause(60)
  const after = other.now()
  const age = ageOf(before, after)
  if (process.platform === 'linux') assert.equal(before.boot, after.boot)
  assert.ok(age !== null && age >= 40)
})
