// Goal: the cases that people argue about have the answers that the document gives. Method: small histories
// of looks, a look every ten seconds; F failed, S good, a dot none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type OpenSpan, type VantageRecord, readComponent, readTarget } from './detect.ts'
import { addBeats } from './stretches.ts'

const every = 10
const rules = { failuresInARow: 3, successesInARow: 3 }
const always: OpenSpan = { from: 0, to: null }

/** «SSFFF»: a look at 0, 10, 20, … */
function looks(text: string, counts: readonly OpenSpan[] = [always]): VantageRecord {
  const beats = Array.from(text, (mark, i) => ({ mark, at: i * every }))
    .filter(({ mark }) => mark !== '.')
    .map(({ mark, at }) => ({ at, up: mark === 'S', reason: null, detail: null, tookMs: 1 }))
  return { stretches: addBeats([], beats, every), counts }
}

function read(vantages: readonly VantageRecord[], now: number, more: object = {}) {
  const target = { id: 'a', everyMs: every, from: 0, to: null, wasDown: false, vantages, ...more }
  const { down, unknown, wakeAt } = readTarget(target, rules, { from: 0, now })
  return { down: down.map(({ from, to }) => [from, to]), unknown, wakeAt }
}

test('readTarget takes three failures for an outage, two for none', () => {
  assert.deepEqual(read([looks('SSFFSS')], 60).down, [])
  assert.deepEqual(read([looks('SSFFF')], 50).down, [[20, null]])
})

test('readTarget ends an outage at the first of three successes', () => {
  assert.deepEqual(read([looks('SFFFSS')], 60).down, [[10, null]])
  assert.deepEqual(read([looks('SFFFSSS')], 70).down, [[10, 40]])
})

test('readTarget takes a target that flaps for what it held, and for one outage', () => {
  assert.deepEqual(read([looks('SFFSFFSFFSFF')], 120).down, [])
  assert.deepEqual(read([looks('SFFFSFSSFSFF')], 120).down, [[10, null]])
})

test('readTarget leaves a target as it was where vantage points are divided equally', () => {
  assert.deepEqual(read([looks('SFFFFF'), looks('SSSSSS')], 60).down, [])
  assert.deepEqual(read([looks('SFFFFFFF'), looks('SFFFSSSS')], 80).down, [[10, null]])
})

test('readTarget counts those who report: one that went silent says nothing', () => {
  const [dead, other] = [looks('SSS......'), looks('SSSSSSFFF')]
  assert.deepEqual(read([dead, other, looks('SSSSSSFFF')], 90).down, [[60, null]])
  assert.deepEqual(read([dead, other], 90).down, [[60, null]])
})

test('readTarget does not hear one that appears before it has seen enough', () => {
  assert.deepEqual(read([looks('SFFFFFFF'), looks('......FF')], 80).down, [[10, null]])
  assert.deepEqual(read([looks('SSSSSSSS'), looks('......FF')], 80).down, [])
  assert.deepEqual(read([looks('SFFFFFFF'), looks('......SS')], 80).down, [[10, null]])
  assert.deepEqual(read([looks('SSSSSSSS'), looks('.....FFF'), looks('.....FFF')], 80).down, [
    [50, null]
  ])
})

test('readTarget knows nothing in silence, and lets an outage last through it', () => {
  assert.deepEqual(read([looks('SSS.....SSS')], 110).unknown, [{ from: 20, to: 80 }])
  const through = read([looks('SFFF......SSS')], 130)
  assert.deepEqual(through.down, [[10, 100]])
  assert.deepEqual(through.unknown, [{ from: 30, to: 100 }])
})

test('readTarget says when silence would begin to mean something', () => {
  assert.equal(read([looks('SSS')], 25).wakeAt, 46)
  assert.deepEqual(read([looks('SSS')], 60).unknown, [{ from: 20, to: null }])
  assert.equal(read([looks('SSS')], 60).wakeAt, null)
})

test('readTarget lets the inside vantage point count only while nobody is outside', () => {
  const inside = looks('FFFFFFFFF', [{ from: 0, to: 45 }])
  const outside = looks('.....SSSS', [{ from: 45, to: null }])
  assert.deepEqual(read([inside, outside], 90).down, [[0, 50]])
})

test('readTarget ends nothing where outside ones begin, or come back, and see it fail', () => {
  const inside = looks('SFFFFFFFFF', [{ from: 0, to: 55 }])
  const outside = [{ from: 55, to: null }]
  assert.deepEqual(read([inside, looks('......FF', outside)], 80).down, [[10, null]])
  assert.deepEqual(read([inside, looks('......FFFF', outside)], 100).down, [[10, null]])
  const back = looks('SSS.......FF')
  assert.deepEqual(read([looks('SSSFFFFFFF'), back], 110).down, [[30, null]])
})

test('readTarget ends nothing by the silence of those who see it fail', () => {
  const failing = looks('SFFFFFFF')
  assert.deepEqual(read([failing, failing, looks('SSSSSSSFF')], 96).down, [[10, null]])
  assert.deepEqual(read([failing, failing, looks('SSSSSSSFFS')], 106).down, [[10, 90]])
})

test('readTarget ends with its target', () => {
  assert.deepEqual(read([looks('SFFFF')], 90, { to: 45 }).down, [[10, 45]])
})

test('readComponent is down while any of its targets is', () => {
  const target = (id: string, text: string) => ({
    id,
    everyMs: every,
    from: 0,
    to: null,
    wasDown: false,
    vantages: [looks(text)]
  })
  const both = [target('card', 'SFFFSSSSS'), target('form', 'SSSFFFSSS')]
  const { down } = readComponent(both, rules, { from: 0, now: 90 })
  assert.deepEqual(
    down.map(({ from, to, targets }) => [from, to, targets]),
    [[10, 60, ['card', 'form']]]
  )
})
