import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wearHat } from './hat.ts'
import type { Grant } from './role.ts'

const officer: Grant = { authority: 'sko', unit: null, role: 'officer', post: null }
const operator: Grant = { authority: '*', unit: null, role: 'operator', post: null }

test('wearHat never lets one session hold a body’s roles and those of the operator', () => {
  assert.deepEqual(wearHat([officer, operator], null), {
    hat: 'staff',
    hasBothHats: true,
    grants: [officer]
  })
  assert.deepEqual(wearHat([officer, operator], 'operator').grants, [operator])
})

test('wearHat gives who has one hat that one, whatever was chosen', () => {
  assert.deepEqual(wearHat([operator], 'staff').grants, [operator])
  assert.deepEqual(wearHat([officer], 'operator').grants, [officer])
  assert.deepEqual(wearHat([], 'operator'), { hat: 'staff', hasBothHats: false, grants: [] })
})
