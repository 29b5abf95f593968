import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InvalidInputError } from '../platform/index.ts'
import { checkPerson, identifierKeys } from './person.ts'

test('checkPerson gives every identifier its one form', () => {
  const details = checkPerson({
    kind: 'person',
    name: '  مریم   رضایی ',
    nationalId: '۰۴۹۹۳۷۰۸۹۹',
    mobile: '0912 345 6789',
    email: 'maryam@example.org',
    foreignerCode: '',
    legalId: null
  })
  assert.deepEqual(details, {
    kind: 'person',
    name: { fa: 'مریم رضایی', en: 'مریم رضایی' },
    nationalId: '0499370899',
    legalId: null,
    foreignerCode: null,
    mobile: '+989123456789',
    email: 'maryam@example.org'
  })
})

test('checkPerson asks nobody for an identifier', () => {
  assert.equal(identifierKeys(checkPerson({ kind: 'person', name: 'Gholam' })).length, 0)
})

test('checkPerson names every field that is not right', () => {
  assert.throws(
    () =>
      checkPerson({
        kind: 'person',
        name: 'م\u202eریم',
        nationalId: '0499370898',
        foreignerCode: '12ab',
        mobile: '123',
        email: 'a@b\r\nBcc: c@d'
      }),
    (error) =>
      error instanceof InvalidInputError &&
      error.fields.map((field) => field.pointer).join(' ') ===
        '/name /nationalId /foreignerCode /mobile /email'
  )
  for (const name of ['', '   ', '12', 'ا'.repeat(121)]) {
    assert.throws(() => checkPerson({ kind: 'person', name }), InvalidInputError)
  }
})

test('identifierKeys differ by kind and are the same for every writing', () => {
  assert.equal(key('۰۴۹۹۳۷۰۸۹۹'), key('499370899'))
  const code = checkPerson({ kind: 'person', name: 'نام', foreignerCode: '0499370899' })
  assert.notEqual(identifierKeys(code)[0], key('0499370899'))
})

function key(nationalId: string): string | undefined {
  return identifierKeys(checkPerson({ kind: 'person', name: 'نام', nationalId }))[0]
}
