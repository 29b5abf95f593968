import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  checkIban,
  checkLegalId,
  checkNationalId,
  checkPostalCode,
  normaliseMobile
} from './identifiers.ts'

const code = (checked: { ok: boolean; code?: string }): string | undefined => checked.code

test('checkNationalId takes the published example in any writing', () => {
  for (const text of ['0499370899', '۰۴۹۹۳۷۰۸۹۹', '049-937089-9', '499370899', '٠٤٩٩٣٧٠٨٩٩']) {
    assert.deepEqual(checkNationalId(text), { ok: true, value: '0499370899' })
  }
})

test('checkNationalId refuses a wrong length, letters, a wrong check digit, ten equal digits', () => {
  assert.equal(code(checkNationalId('049937089')), 'national-id/check-digit')
  assert.equal(code(checkNationalId('04993')), 'national-id/length')
  assert.equal(code(checkNationalId('049937089x')), 'national-id/length')
  assert.equal(code(checkNationalId('0499370898')), 'national-id/check-digit')
  assert.equal(code(checkNationalId('1111111111')), 'national-id/check-digit')
})

test('checkLegalId takes the published examples and refuses a changed digit', () => {
  assert.deepEqual(checkLegalId('۱۰۳۸۰۲۸۴۷۹۰'), { ok: true, value: '10380284790' })
  assert.equal(checkLegalId('10100387143').ok, true)
  assert.equal(code(checkLegalId('10100387144')), 'legal-id/check-digit')
  assert.equal(code(checkLegalId('1010038714')), 'legal-id/length')
})

test('normaliseMobile brings every writing to one form', () => {
  for (const text of [
    '09123456789',
    '۰۹۱۲ ۳۴۵ ۶۷۸۹',
    '+98 912-345-6789',
    '00989123456789',
    '9123456789'
  ]) {
    assert.deepEqual(normaliseMobile(text), { ok: true, value: '+989123456789' })
  }
  assert.equal(code(normaliseMobile('05631234567')), 'mobile/form')
})

test('checkIban takes the published example and refuses a changed digit', () => {
  const value = 'IR820540102680020817909002'
  assert.deepEqual(checkIban('ir82 0540 1026 8002 0817 9090 02'), { ok: true, value })
  assert.deepEqual(checkIban('۸۲۰۵۴۰۱۰۲۶۸۰۰۲۰۸۱۷۹۰۹۰۰۲'), { ok: true, value })
  assert.equal(code(checkIban('IR820540102680020817909003')), 'iban/check-digit')
  assert.equal(code(checkIban('IR82')), 'iban/length')
})

test('checkPostalCode wants ten digits', () => {
  assert.deepEqual(checkPostalCode('۹۷۱۷۸-۵۳۵۷۷'), { ok: true, value: '9717853577' })
  assert.equal(code(checkPostalCode('97178')), 'postal-code/length')
})
