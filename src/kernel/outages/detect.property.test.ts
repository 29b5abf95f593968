// Goal: outages are those that the looks say, whoever looked, dropped out, or told late. Method: random
// looks of random vantage points; a naive reading goes through every second and every look, and must
// find the same as the kernel, which knows stretches only.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type TargetRecord, readComponent, readTarget } from './detect.ts'
import { type Beat, type BeatStretch, addBeats } from './stretches.ts'
import { silentIntervals } from './vantage.ts'

const every = 10
const now = 600
const rules = { failuresInARow: 3, successesInARow: 2 }

/** Looks every ten seconds with some jitter; some missing, in stretches; failures in stretches too. */
const beatsOf = fc
  .record({
    phase: fc.integer({ min: 0, max: 9 }),
    looks: fc.array(
      fc.record({
        kind: fc.constantFrom('up', 'up', 'up', 'down', 'down', 'missing', 'missing'),
        times: fc.integer({ min: 1, max: 7 }),
        jitter: fc.integer({ min: -1, max: 1 })
      }),
      { maxLength: 20 }
    )
  })
  .map(({ phase, looks }) => {
    const all = looks.flatMap((look) => Array.from({ length: look.times }, () => look))
    return all
      .map(({ kind, jitter }, i) => ({ kind, at: 1 + phase + i * every + jitter }))
      .filter(({ kind, at }) => kind !== 'missing' && at > 0 && at < now)
      .map(({ kind, at }) => beat(at, kind === 'up'))
  })

function beat(at: number, up: boolean): Beat {
  return { at, up, reason: up ? null : 'timeout', detail: null, tookMs: 1 }
}

function targetOf(vantages: readonly (readonly BeatStretch[])[]): TargetRecord {
  const counts = [{ from: -Infinity, to: null }]
  return {
    id: 'a',
    everyMs: every,
    from: 0,
    to: null,
    wasDown: false,
    vantages: vantages.map((stretches) => ({ stretches, counts }))
  }
}

interface Heard {
  /** What its last look said. */
  readonly sees: 'failure' | 'success'
  /** `null`: a place that has only begun, and has not yet seen enough of one kind. */
  readonly word: { readonly down: boolean; readonly since: number } | null
}

/** What one vantage point said at a second; `null` where it is silent. */
function heardAt(beats: readonly Beat[], second: number): Heard | null {
  const past = beats.filter(({ at }) => at <= second)
  const last = past.at(-1)
  const next = beats[past.length]?.at ?? now
  if (last === undefined || isSilence(last.at, next)) return null
  return { sees: last.up ? 'success' : 'failure', word: wordAfter(past, beats) }
}

/** No word before it saw enough of one kind in a row; silence takes the word away. */
function wordAfter(past: readonly Beat[], beats: readonly Beat[]): Heard['word'] {
  let word: Heard['word'] = null
  for (const [i, one] of past.entries()) {
    if (i > 0 && isSilence(past[i - 1]!.at, one.at)) word = null
    const row = rowOf(beats, i)
    const isEnough = row.length >= (one.up ? rules.successesInARow : rules.failuresInARow)
    if (isEnough && word?.down !== !one.up) word = { down: !one.up, since: row[0]!.at }
  }
  return word
}

function isSilence(one: number, next: number): boolean {
  return next - one > silentIntervals * every
}

function rowOf(beats: readonly Beat[], index: number): Beat[] {
  const joins = (a: Beat, b: Beat) => a.up === b.up && !isSilence(a.at, b.at)
  let [first, last] = [index, index]
  while (first > 0 && joins(beats[first - 1]!, beats[first]!)) first -= 1
  while (last + 1 < beats.length && joins(beats[last]!, beats[last + 1]!)) last += 1
  return beats.slice(first, last + 1)
}

/** Second by second. */
function naive(vantages: readonly (readonly Beat[])[]) {
  const down: { from: number; to: number | null }[] = []
  const unknown = new Set<number>()
  let isDown = false
  let changed = 0
  for (let second = 0; second < now; second += 1) {
    const heard = vantages.flatMap((beats) => heardAt(beats, second) ?? [])
    if (heard.length === 0) unknown.add(second)
    const words = heard.flatMap(({ word }) => word ?? [])
    const others = words.filter(({ down: says }) => says !== isDown)
    if (others.length <= words.length / 2) continue
    const sight = isDown ? 'success' : 'failure'
    if (!heard.some(({ sees, word }) => sees === sight && word?.down === !isDown)) continue
    const looks = others.map(({ since }) => since).filter((since) => since >= second - 1.5 * every)
    changed = Math.max(changed, Math.min(second, ...looks))
    isDown = !isDown
    if (isDown) down.push({ from: changed, to: null })
    else down[down.length - 1]!.to = changed
  }
  return { down: down.filter(({ from, to }) => to === null || from < to), unknown }
}

const three = fc.array(beatsOf, { minLength: 1, maxLength: 4 })

test('readTarget finds what a reading second by second finds', () => {
  fc.assert(
    fc.property(three, (vantages) => {
      const stretches = vantages.map((beats) => addBeats([], beats, every))
      const reading = readTarget(targetOf(stretches), rules, { from: 0, now })
      const expected = naive(vantages)
      assert.deepEqual(
        reading.down.map(({ from, to }) => ({ from, to })),
        expected.down
      )
      for (let second = 0; second < now; second += 1) {
        const isUnknown = reading.unknown.some(
          ({ from, to }) => from <= second && (to === null || second < to)
        )
        assert.equal(isUnknown, expected.unknown.has(second), `second ${String(second)}`)
      }
    }),
    { numRuns: 300 }
  )
})

test('an outage ends only where somebody saw a success', () => {
  fc.assert(
    fc.property(three, (vantages) => {
      const stretches = vantages.map((beats) => addBeats([], beats, every))
      const { down } = readTarget(targetOf(stretches), rules, { from: 0, now })
      for (const { to } of down) {
        if (to === null) continue
        const near = vantages.some((beats) =>
          beats.some(({ at, up }) => up && Math.abs(at - to) <= silentIntervals * every)
        )
        assert.ok(near, `ended at ${String(to)} without a success there`)
      }
    }),
    { numRuns: 300 }
  )
})

test('places that come new and see nothing but failures end nothing, however many and whenever', () => {
  const failing = fc
    .record({
      first: fc.integer({ min: 40, max: now - 1 }),
      looks: fc.integer({ min: 1, max: 20 })
    })
    .map(({ first, looks }) =>
      Array.from({ length: looks }, (_, i) => beat(first + i * every, false)).filter(
        ({ at }) => at < now
      )
    )
  const down = Array.from({ length: 59 }, (_, i) => beat(1 + i * every, false))
  const anybody = fc.array(failing, { maxLength: 5 })
  fc.assert(
    fc.property(anybody, fc.integer({ min: 50, max: now }), (newcomers, inside) => {
      const first = { stretches: addBeats([], down, every), counts: [{ from: 0, to: inside }] }
      const others = newcomers.map((beats) => ({
        stretches: addBeats([], beats, every),
        counts: [{ from: inside, to: null }]
      }))
      const target = { ...targetOf([]), vantages: [first, ...others] }
      const reading = readTarget(target, rules, { from: 0, now })
      assert.deepEqual(
        reading.down.map(({ from, to }) => ({ from, to })),
        [{ from: 1, to: null }]
      )
    })
  )
})

test('addBeats gives the same stretches in whatever order batches come', () => {
  fc.assert(
    fc.property(beatsOf, fc.infiniteStream(fc.nat()), (beats, dice) => {
      const shuffled = beats
        .map((each) => ({ each, place: Number(dice.next().value) }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ each }) => each)
      const batches = [shuffled.slice(0, 7), shuffled.slice(7, 8), shuffled.slice(8)]
      const told = batches.reduce<BeatStretch[]>((all, batch) => addBeats(all, batch, every), [])
      assert.deepEqual(told, addBeats([], beats, every))
      assert.equal(
        told.reduce((sum, { count }) => sum + count, 0),
        beats.length
      )
    })
  )
})

test('addBeats keeps every look and the order of time, however they fall', () => {
  const anywhere = fc.array(fc.record({ at: fc.integer({ min: 0, max: 300 }), up: fc.boolean() }), {
    maxLength: 60
  })
  fc.assert(
    fc.property(anywhere, (looks) => {
      const told = looks.reduce<BeatStretch[]>(
        (all, { at, up }) => addBeats(all, [beat(at, up)], every),
        []
      )
      assert.equal(
        told.reduce((sum, { count }) => sum + count, 0),
        looks.length
      )
      for (const [i, stretch] of told.entries()) {
        assert.ok(stretch.from <= stretch.to && stretch.count > 0)
        const next = told[i + 1]
        if (next !== undefined) assert.ok(stretch.to < next.from)
      }
    })
  )
})

test('a reading from an instant on needs only the stretches that decide', () => {
  fc.assert(
    fc.property(three, fc.integer({ min: 0, max: now - 1 }), (vantages, from) => {
      const stretches = vantages.map((beats) => addBeats([], beats, every))
      const whole = readTarget(targetOf(stretches), rules, { from: 0, now })
      const wasDown = whole.down.some((s) => s.from < from && (s.to === null || from < s.to))
      const deciding = stretches.map((each) => {
        const decisive = each.findLast(({ to, count }) => to < from && count >= 3)
        return each.filter(({ to }) => to >= (decisive?.to ?? -Infinity))
      })
      const part = readTarget({ ...targetOf(deciding), wasDown }, rules, { from, now })
      const later = (spans: readonly { from: number; to: number | null }[]) =>
        spans
          .filter(({ to }) => to === null || to > from + 15)
          .map((span) => ({ from: Math.max(span.from, from + 15), to: span.to }))
      assert.deepEqual(later(part.down), later(whole.down))
      assert.deepEqual(later(part.unknown), later(whole.unknown))
    }),
    { numRuns: 300 }
  )
})

test('a component is down while a target is, and unknown while all are', () => {
  fc.assert(
    fc.property(three, three, (some, others) => {
      const [a, b] = [some, others].map((vantages) =>
        targetOf(vantages.map((beats) => addBeats([], beats, every)))
      )
      const both = readComponent([a!, { ...b!, id: 'b' }], rules, { from: 0, now })
      const [one, other] = [naive(some), naive(others)]
      const covers = (spans: readonly { from: number; to: number | null }[], x: number) =>
        spans.some(({ from, to }) => from <= x && (to === null || x < to))
      for (let second = 0; second < now; second += 1) {
        assert.equal(
          covers(both.down, second),
          covers(one.down, second) || covers(other.down, second)
        )
        assert.equal(
          covers(both.unknown, second),
          one.unknown.has(second) && other.unknown.has(second)
        )
      }
    })
  )
})
