import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatTrackingCode, newTrackingCode, parseTrackingCode } from './tracking-code.ts'

const codes = fc.nat(50).map(() => newTrackingCode())

test('parseTrackingCode reads a code in every way that people type it', () => {
  fc.assert(
    fc.property(codes, (code) => {
      assert.equal(parseTrackingCode(code), code)
      assert.equal(parseTrackingCode(` ${formatTrackingCode(code).toLowerCase()} `), code)
      assert.equal(parseTrackingCode(code.replaceAll('0', 'o').replaceAll('1', 'l')), code)
      const persian = code.replaceAll(/[0-9]/g, (d) => '۰۱۲۳۴۵۶۷۸۹'[Number(d)] ?? d)
      assert.equal(parseTrackingCode(persian), code)
    })
  )
})

test('parseTrackingCode finds one wrong character and any two swapped', () => {
  const place = fc.nat(9)
  const letter = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'))
  fc.assert(
    fc.property(codes, fc.tuple(place, place), letter, (code, [i, j], wrong) => {
      const at = Array.from(code)
      if (at[i] !== wrong) {
        assert.equal(parseTrackingCode(at.with(i, wrong).join('')), null)
      }
      if (at[i] !== at[j]) {
        const swapped = at.with(i, at[j] ?? '').with(j, at[i] ?? '')
        assert.equal(parseTrackingCode(swapped.join('')), null)
      }
    })
  )
})

test('parseTrackingCode refuses what is no code', () => {
  for (const text of ['', '7K2M', 'ابپت', 'U'.repeat(10), '0'.repeat(1000)]) {
    assert.equal(parseTrackingCode(text), null)
  }
})
