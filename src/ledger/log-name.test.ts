import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logOfOrigin, nextLog, originOf, partsOf, yearOf } from './log-name.ts'

const at = (text: string) => Temporal.Instant.from(text)

test('yearOf changes at midnight in Tehran on the first of Farvardin', () => {
  assert.equal(yearOf(at('2027-03-20T20:29:59Z')), 1405)
  assert.equal(yearOf(at('2027-03-20T20:30:00Z')), 1406)
})

test('nextLog names the first of a year, or the next within it, and never goes back', () => {
  assert.equal(nextLog(null, at('2026-11-22T06:00:00Z')), '1405')
  assert.equal(nextLog('1405', at('2027-04-01T06:00:00Z')), '1406')
  assert.equal(nextLog('1405', at('2026-11-22T06:00:00Z')), '1405-2')
  assert.equal(nextLog('1405-9', at('2026-11-22T06:00:00Z')), '1405-10')
  assert.equal(nextLog('1406', at('2026-11-22T06:00:00Z')), '1406-2')
})

test('logOfOrigin reads what originOf writes, and nothing else', () => {
  assert.equal(originOf('http://localhost:3000', '1405-2'), 'localhost:3000/peyman/log/1405-2')
  assert.equal(logOfOrigin('localhost:3000/peyman/log/1405-2'), '1405-2')
  for (const wrong of [
    '/peyman/log/1405',
    'a/peyman/log/..',
    'a/b/peyman/log/1405',
    'a/peyman/log/1405-1',
    'a/peyman/log/01405',
    'a/peyman/log/1405\n'
  ]) {
    assert.equal(logOfOrigin(wrong), null, wrong)
  }
  assert.equal(partsOf('1405-01'), null)
})
