import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Agreement, clausesOf } from './agreement.ts'
import { compareAgreements, type Difference } from './compare.ts'
import { parseAgreement } from './parse-agreement.ts'

const versions = ['sk-1398', 'sk-1405', 'pi-1400', 'pi-1405'].map((name) => {
  const parsed = parseAgreement(
    readFileSync(new URL(`../../../agreements/${name}.yaml`, import.meta.url))
  )
  assert.ok(parsed.ok)
  return parsed.agreement
})
const version = fc.constantFrom(...versions)

/** A version with some of its clauses and levels changed at random. */
const edited = fc
  .tuple(version, fc.nat(), fc.nat(100), fc.boolean())
  .map(([base, at, number, drop]) => {
    const copy = structuredClone(base)
    const clauses = clausesOf(copy)
    const clause = clauses[at % clauses.length]
    if (clause) clause.en = `${clause.en} (${String(number)})`
    const service = copy.annex?.services[0]
    if (service && drop) service.levels.pop()
    const level = service?.levels[0]
    if (level?.minimum !== undefined) level.minimum = number
    return copy
  })

test('compareAgreements finds nothing between a version and itself, however its keys are ordered', () => {
  fc.assert(
    fc.property(edited, (agreement) => {
      assert.deepEqual(compareAgreements(agreement, agreement), [])
      assert.deepEqual(compareAgreements(agreement, reordered(agreement)), [])
    }),
    { numRuns: 25 }
  )
})

test('compareAgreements the other way round is the mirror image', () => {
  fc.assert(
    fc.property(edited, edited, (a, b) => {
      assert.deepEqual(
        compareAgreements(a, b)
          .map((d) => line(d, false))
          .toSorted(),
        compareAgreements(b, a)
          .map((d) => line(d, true))
          .toSorted()
      )
    }),
    { numRuns: 25 }
  )
})

test('compareAgreements says whether a level was raised or lowered', () => {
  const draft = versions[1] as Agreement
  const change = (field: 'minimum' | 'maximum', by: number) => {
    const copy = structuredClone(draft)
    const level = copy.annex?.services[0]?.levels.find((one) => one[field] !== undefined)
    if (level) level[field] = (level[field] ?? 0) + by
    return compareAgreements(draft, copy).map(({ field: name, effect }) => [name, effect])
  }
  assert.deepEqual(change('minimum', 1), [['minimum', 'raised']])
  assert.deepEqual(change('minimum', -1), [['minimum', 'lowered']])
  assert.deepEqual(change('maximum', 1), [['maximum', 'lowered']])
})

function line(d: Difference, mirrored: boolean): string {
  const change = mirrored ? mirror[d.change] : d.change
  const effect = d.effect && (mirrored ? mirror[d.effect] : d.effect)
  const sides = mirrored ? [d.after, d.before] : [d.before, d.after]
  return JSON.stringify([d.area, d.key, change, d.field, sides, effect])
}

const mirror = {
  added: 'removed',
  removed: 'added',
  changed: 'changed',
  raised: 'lowered',
  lowered: 'raised'
} as const

function reordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reordered) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reordered(inner)])
  ) as T
}
