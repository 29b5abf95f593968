import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { hex, vectors } from '../../../tests/support/tlog.ts'
import { decodeEntry, encodeEntry, latestSecond, leafHash, toHex } from './index.ts'
import type { LogEntry } from './index.ts'

const text = (words: string) => new TextEncoder().encode(words)

/** What decoding says to an entry put together by hand. */
function reasonFor([kind, version = 1]: number[], at: bigint, body: Uint8Array): string {
  const head = Buffer.alloc(10)
  head.writeUInt8(version, 0)
  head.writeUInt8(kind ?? 0, 1)
  head.writeBigUInt64BE(at, 2)
  const decoded = decodeEntry(Buffer.concat([head, body]))
  return decoded.ok ? 'ok' : decoded.reason
}

describe('entries', () => {
  test('decodeEntry and encodeEntry hold to the byte vectors', () => {
    const kinds = vectors.entries.map((entry) => {
      const decoded = decodeEntry(hex(entry))
      assert.ok(decoded.ok)
      const encoded = encodeEntry(decoded.value)
      assert.ok(encoded.ok)
      assert.equal(toHex(encoded.value), entry)
      return decoded.value.kind
    })
    assert.deepEqual(kinds, ['public', 'sealed', 'control'])
    assert.deepEqual(
      vectors.entries.map((entry) => toHex(leafHash(hex(entry)))),
      vectors.leaf_hashes
    )
  })

  test('decodeEntry refuses each malformed form with its reason', () => {
    const sealed = (count: number, more = 0) => {
      const body = Buffer.alloc(36 + more)
      body.writeUInt32BE(count, 0)
      return body
    }
    const json = text('{}')
    const time = 1_767_225_600n
    const cases: [string, string][] = [
      [reasonFor([1], time, json), 'ok'],
      [reasonFor([2], time, sealed(2)), 'ok'],
      [reasonFor([1, 2], time, json), 'entry-version-unknown'],
      [reasonFor([0], time, json), 'entry-kind-unknown'],
      [reasonFor([3], time, json), 'entry-kind-unknown'],
      [reasonFor([5], time, json), 'entry-kind-unknown'],
      [reasonFor([1], BigInt(latestSecond) + 1n, json), 'entry-time-invalid'],
      [reasonFor([1], 2n ** 64n - 1n, json), 'entry-time-invalid'],
      [reasonFor([1], time, text('')), 'entry-body-not-json'],
      [reasonFor([1], time, text('{')), 'entry-body-not-json'],
      [reasonFor([4], time, text('\uFEFF{}')), 'entry-body-not-json'],
      [reasonFor([4], time, Uint8Array.of(0x22, 0xff, 0x22)), 'entry-body-not-json'],
      [reasonFor([2], time, sealed(0)), 'entry-count-invalid'],
      [reasonFor([2], time, sealed(1)), 'entry-count-invalid'],
      [reasonFor([2], time, sealed(2, 1)), 'entry-sealed-length'],
      [reasonFor([2], time, sealed(2).subarray(1)), 'entry-sealed-length'],
      [reasonFor([1], time, text(`"${'a'.repeat(65_530)}"`)), 'entry-too-long']
    ]
    for (const [i, [found, right]] of cases.entries()) assert.equal(found, right, `case ${i}`)
    assert.deepEqual(decodeEntry(new Uint8Array(9)), { ok: false, reason: 'entry-truncated' })
  })

  test('encodeEntry refuses what decodeEntry would refuse', () => {
    const body = text('{}')
    const batchRoot = new Uint8Array(32)
    const wrong: [LogEntry, string][] = [
      [{ kind: 'public', at: -1, body }, 'entry-time-invalid'],
      [{ kind: 'public', at: 0.5, body }, 'entry-time-invalid'],
      [{ kind: 'control', at: 0, body: text('no') }, 'entry-body-not-json'],
      [{ kind: 'sealed', at: 0, count: 1, batchRoot }, 'entry-count-invalid'],
      [{ kind: 'sealed', at: 0, count: 2 ** 32, batchRoot }, 'entry-count-invalid'],
      [{ kind: 'sealed', at: 0, count: 2, batchRoot: new Uint8Array(31) }, 'entry-sealed-length']
    ]
    for (const [entry, reason] of wrong) assert.deepEqual(encodeEntry(entry), { ok: false, reason })
  })

  test('decodeEntry of anything either refuses or gives what encodes back to it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(1, 2, 4, 9), (bytes, kind) => {
        const input = Uint8Array.of(1, kind, 0, 0, 0, 0, ...bytes)
        const decoded = decodeEntry(input)
        if (!decoded.ok) return
        const encoded = encodeEntry(decoded.value)
        assert.ok(encoded.ok)
        assert.equal(toHex(encoded.value), toHex(input))
      })
    )
  })
})
