import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { explainAvailability, explainClock } from './index.ts'

const spec = readFileSync(new URL('../../../docs/specs/worktime.md', import.meta.url), 'utf8')
const blocks = [...spec.matchAll(/```json\n([^`]*)```/g)].map(
  (match) => JSON.parse(match[1] ?? '') as object
)

test('docs/specs/worktime.md shows what the explain commands answer', () => {
  const [clock, clockAnswer, availability, availabilityAnswer] = blocks
  assert.deepEqual(explainClock(clock), clockAnswer)
  assert.deepEqual(explainAvailability(availability), availabilityAnswer)
  const then = explainClock({ ...clock, asKnownAt: '2025-10-11T04:59:59Z' })
  assert.equal(then.dueLocal, '1404-07-19 11:30')
})
