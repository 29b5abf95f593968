import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, type Grant, NotAllowedError, anyUnit, demand, holds } from './role.ts'

const person = (...grants: Partial<Grant>[]): Actor => ({
  kind: 'person',
  id: 'p',
  name: { fa: 'نام', en: 'Name' },
  grants: grants.map((grant) => ({
    authority: 'sko',
    unit: null,
    role: 'officer',
    post: null,
    ...grant
  })),
  person: 'p'
})

test('holds covers the unit of a grant and no other', () => {
  const actor = person({ unit: 'investment' })
  assert.ok(holds(actor, { authority: 'sko', role: 'officer', unit: 'investment' }))
  assert.ok(holds(actor, { authority: 'sko', role: 'officer', unit: anyUnit }))
  assert.ok(!holds(actor, { authority: 'sko', role: 'officer' }))
  assert.ok(!holds(actor, { authority: 'sko', role: 'officer', unit: 'civil-affairs' }))
  assert.ok(!holds(actor, { authority: 'sko', role: 'officer', unit: null }))
})

test('holds covers all units of an authority for a grant without a unit', () => {
  const actor = person({ role: 'it-manager' })
  assert.ok(holds(actor, { authority: 'sko', role: 'it-manager', unit: 'it' }))
  assert.ok(holds(actor, { authority: 'sko', role: 'it-manager', unit: null }))
})

test('holds never crosses authorities, but for the shared platform', () => {
  assert.ok(!holds(person({}), { authority: 'ito', role: 'officer' }))
  const auditor = person({ authority: '*', role: 'auditor' })
  assert.ok(holds(auditor, { authority: 'ito', role: 'auditor' }))
  assert.ok(!holds(auditor, { authority: 'ito', role: 'officer' }))
})

test('holds takes any of several roles', () => {
  const actor = person({ role: 'approver' })
  assert.ok(holds(actor, { authority: 'sko', role: ['officer', 'approver'] }))
  assert.ok(!holds(actor, { authority: 'sko', role: [] }))
})

test('holds makes every person an applicant, and no key', () => {
  assert.ok(holds(person(), { authority: 'ito', role: 'applicant' }))
  const key: Actor = { ...person(), kind: 'api-key', person: null }
  assert.ok(!holds(key, { authority: 'ito', role: 'applicant' }))
})

test('demand refuses with 403 and a stable code', () => {
  assert.throws(
    () => demand(person(), { authority: 'sko', role: 'officer' }),
    (error) =>
      error instanceof NotAllowedError &&
      error.status === 403 &&
      error.code === 'people/not-allowed'
  )
  demand(person({}), { authority: 'sko', role: 'officer' })
})
