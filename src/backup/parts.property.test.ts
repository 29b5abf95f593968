// Goal: a backup that goes on finds its parts again. Method: rows of any length, cut into chunks anywhere.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type PartSizes, cutIntoParts } from './parts.ts'

const sizes: PartSizes = { least: 400, spread: 400, most: 2000 }
const rows = fc
  .array(fc.tuple(fc.uuid(), fc.integer({ min: 0, max: 90 })), { minLength: 1, maxLength: 200 })
  .map((made) => made.map(([id, length]) => `${id}\t${'x'.repeat(length)}\n`))

async function partsOf(text: string, lengths: readonly number[]): Promise<string[]> {
  const bytes = Buffer.from(text)
  async function* chunks() {
    for (let at = 0, i = 0; at < bytes.length; i += 1) {
      const length = lengths[i % lengths.length] ?? 1
      yield bytes.subarray(at, at + length)
      at += length
    }
  }
  const parts: string[] = []
  for await (const part of cutIntoParts(chunks(), sizes)) parts.push(Buffer.concat(part).toString())
  return parts
}

const chunkLengths = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 })

test('parts are whole rows, all of them, and the same however they arrive', async () => {
  await fc.assert(
    fc.asyncProperty(rows, chunkLengths, async (made, lengths) => {
      const text = made.join('')
      const parts = await partsOf(text, lengths)
      assert.equal(parts.join(''), text)
      assert.ok(parts.every((part) => part.endsWith('\n')))
      assert.ok(parts.slice(0, -1).every(({ length }) => length >= sizes.least))
      assert.deepEqual(await partsOf(text, [1 << 20]), parts)
    })
  )
})

test('a row more changes the part it is in, and few others', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => {
    const number = Math.imul(i + 1, 0x9e3779b1) >>> 0
    return `${String(number)}\t${'y'.repeat(number % 80)}\n`
  })
  const before = await partsOf(many.join(''), [997])
  const more = [...many.slice(0, 500), '17\tnew\n', ...many.slice(500)]
  const after = new Set(await partsOf(more.join(''), [1009]))
  const lost = before.filter((part) => !after.has(part))
  assert.ok(before.length > 50)
  assert.ok(lost.length <= 4, `${String(lost.length)} of ${String(before.length)} parts changed`)
})

test('a row that is longer than a part is a part', async () => {
  const long = `${'z'.repeat(5000)}\n`
  assert.deepEqual(await partsOf(long + long, [640]), [long, long])
})
