// Goal: every result is in one batch, and every batch is one that the desk takes. Method: the wire's own
// schema reads what was made.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { makeBatches } from './make-batches.ts'
import { batchBytesMax, batchSchema, probeReasons } from './wire.ts'

const result = fc.record(
  {
    target: fc.uuid(),
    ticks: fc.double({ min: 0, max: 1e6, noNaN: true }),
    ok: fc.boolean(),
    tookMs: fc.nat({ max: 86_400_000 }),
    reason: fc.option(fc.constantFrom(...probeReasons)),
    detail: fc.option(fc.string({ maxLength: 300 })),
    found: fc.record({ reached: fc.nat(), missing: fc.array(fc.string({ maxLength: 50 })) })
  },
  { requiredKeys: ['target', 'ticks', 'ok', 'tookMs', 'reason', 'detail'] }
)
const nothing = { results: [], sightings: [], missed: [], hosts: [] }

describe('makeBatches', () => {
  test('puts each result into one batch, in order, with its age', () => {
    fc.assert(
      fc.property(fc.array(result), fc.nat(), (results, dropped) => {
        const made = makeBatches(
          { ...nothing, results },
          { now: 1e6, dropped, newBatchId: () => randomUUID() }
        )
        const read = made.map(({ body }) => batchSchema.parse(JSON.parse(body)))
        assert.deepEqual(
          read.flatMap((batch) => batch.results.map(({ target, ageMs }) => [target, ageMs])),
          results.map(({ target, ticks }) => [target, Math.round(1e6 - ticks)])
        )
        const told = read.reduce((sum, batch) => sum + (batch.dropped ?? 0), 0)
        assert.equal(told, dropped)
        assert.equal(
          made.reduce((sum, one) => sum + one.results, 0),
          results.length
        )
      })
    )
  })

  test('makes none longer than the desk takes', () => {
    const page = 'A'.repeat(1_500_000)
    const sightings = Array.from({ length: 5 }, (_, i) => ({
      notice: String(i),
      version: 1,
      ticks: 0,
      page
    }))
    const hosts = Array.from({ length: 2500 }, (_, i) => ({
      host: `h${String(i)}.example`,
      foundOn: 'https://a.example/',
      use: 'link' as const
    }))
    const results = Array.from({ length: 4100 }, (_, i) => ({
      target: String(i),
      ticks: 1,
      ok: false,
      tookMs: 1,
      reason: 'status' as const,
      detail: 'ب'.repeat(300)
    }))
    const made = makeBatches(
      { results, sightings, missed: [], hosts },
      { now: 2, dropped: 0, newBatchId: () => randomUUID() }
    )
    for (const { body } of made) {
      assert.ok(Buffer.byteLength(body) <= batchBytesMax)
      batchSchema.parse(JSON.parse(body))
    }
    assert.ok(made.length >= 6)
  })

  test('makes nothing of nothing', () => {
    assert.deepEqual(makeBatches(nothing, { now: 1, dropped: 0, newBatchId: randomUUID }), [])
  })
})
