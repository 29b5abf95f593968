// Goal: facts about gaps, added as more becomes known, always say the gaps that are known now. Method:
// random lists of gaps follow each other, each known from some instant on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Gap, type KnownGapFact, gapFacts, gapsOfFacts, joinAcross } from './gap.ts'

const at = (second: number) => Temporal.Instant.fromEpochMilliseconds(second * 1000)
const gaps = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 })
  .map((points) => points.toSorted((a, b) => a - b))
  .map((points): Gap[] =>
    Array.from({ length: Math.ceil(points.length / 2) }, (_, i) => ({
      from: at(points[i * 2]!),
      to: points[i * 2 + 1] === undefined ? null : at(points[i * 2 + 1]!)
    }))
  )

test('gapFacts leads from what was known to what is known now', () => {
  const readings = fc.array(fc.record({ gaps, from: fc.integer({ min: 0, max: 40 }) }), {
    minLength: 1,
    maxLength: 6
  })
  fc.assert(
    fc.property(readings, (all) => {
      let known: KnownGapFact[] = []
      let before: Gap[] = []
      for (const [turn, reading] of all.entries()) {
        const from = at(reading.from)
        const isLater = ({ to }: Gap) => to === null || Temporal.Instant.compare(to, from) >= 0
        const clipped = reading.gaps
          .filter(({ to }) => to === null || Temporal.Instant.compare(to, from) > 0)
          .map((gap) => (Temporal.Instant.compare(gap.from, from) < 0 ? { ...gap, from } : gap))
        const after = joinAcross(clipped, { before: before.filter(isLater), from })
        known = [
          ...known,
          ...gapFacts(known, after, from).map((fact, i) => ({
            ...fact,
            id: `${String(turn)}${String(i).padStart(3, '0')}`
          }))
        ]
        before = [...before.filter((gap) => !isLater(gap)), ...after]
        const plain = (list: readonly Gap[]) =>
          list.map(({ from: a, to: b }) => `${a.toString()} ${b?.toString() ?? ''}`)
        assert.deepEqual(plain(gapsOfFacts(known)), plain(before))
      }
    }),
    { numRuns: 500 }
  )
})
