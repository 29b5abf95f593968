import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nextPath } from './next-path.ts'

test('nextPath keeps paths of the house with their queries', () => {
  assert.equal(nextPath('/cases/12?tab=clock'), '/cases/12?tab=clock')
  assert.equal(nextPath('/en/cases'), '/en/cases')
  assert.equal(nextPath('/services/خدمت'), encodeURI('/services/خدمت'))
})

test('nextPath answers the front page for other sites and for the way in itself', () => {
  for (const value of [
    undefined,
    '',
    'cases',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/sign-in?next=/a',
    '/en/sign-out',
    ['/a', '/b']
  ]) {
    assert.equal(nextPath(value), '/', String(value))
  }
})

test('nextPath resolves to the same origin in every browser', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '@',
    ':',
    '\t',
    '\r',
    'evil.example',
    '?',
    '#',
    '%2f'
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const url = new URL(nextPath(`/${parts.join('')}`), 'https://desk.example')
      assert.equal(url.origin, 'https://desk.example')
    })
  )
})
