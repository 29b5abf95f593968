import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, fact, inputOf, later } from '../sample-facts.ts'
import { protectionControls } from './protection-controls.ts'

const at = '2026-11-02T05:30:00Z'
const aban = periodOfKey('1405-08')
assert.ok(aban)
const evaluate = (facts: readonly Fact[]) =>
  protectionControls.evaluate(inputOf(bookOf([...facts]), {}, { period: aban, service: null }))
const check = (control: string, passed: boolean | null, when = at) =>
  fact('control.checked', when, { subject: control, body: { control, passed, reason: 'x' } })

test('protection-controls takes the last look at each control, and one that failed is a breach', () => {
  const mended = [check('backup-age', false), check('backup-age', true, later(at, 24))]
  assert.deepEqual([evaluate(mended).state, evaluate(mended).denominator], ['kept', 1])
  const broken = evaluate([...mended, check('log-verified', false)])
  assert.deepEqual([broken.state, broken.value, broken.breaches.length], ['broken', 50, 1])
})

test('protection-controls does not call a promise kept while a control is not known', () => {
  const found = evaluate([check('backup-age', true), check('encryption-at-rest', null)])
  assert.deepEqual(
    [found.state, found.numerator, found.denominator, found.detail.notKnown],
    ['at-risk', 1, 1, 1]
  )
})

test('protection-controls tells what the last drill that succeeded measured', () => {
  const drill = (ok: boolean, rtoSeconds: number | null, when: string) =>
    fact('restore.drilled', when, { subject: 'd', body: { ok, rpoSeconds: 90, rtoSeconds } })
  const facts = [
    check('restore-drill', true),
    drill(true, 12, at),
    drill(false, null, later(at, 24))
  ]
  const { detail } = evaluate(facts)
  assert.deepEqual([detail.rpoSeconds, detail.rtoSeconds], [90, 12])
})

test('protection-controls has no number in a month without a look', () => {
  const nothing = evaluate([check('backup-age', true, '2026-10-01T00:00:00Z')])
  assert.deepEqual([nothing.state, nothing.value], ['no-data', null])
})
