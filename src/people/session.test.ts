import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceName, newSecret, readToken, tokenText } from './session.ts'

test('readToken reads what tokenText wrote', () => {
  const token = { person: '0190a3c4-1111-7222-8333-444455556666', secret: newSecret() }
  assert.deepEqual(readToken(tokenText(token)), token)
})

test('readToken refuses everything else', () => {
  const secret = newSecret()
  for (const text of [
    '',
    '.',
    secret,
    `x.${secret}`,
    `0190a3c4-1111-7222-8333-444455556666.${secret}=`
  ]) {
    assert.equal(readToken(text), null, text)
  }
})

test('newSecret has 256 bits and never repeats', () => {
  const made = new Set(Array.from({ length: 100 }, newSecret))
  assert.equal(made.size, 100)
  assert.ok([...made].every((secret) => Buffer.from(secret, 'base64url').length === 32))
})

test('deviceName names browser and system, and nothing more', () => {
  assert.equal(
    deviceName(
      'Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36'
    ),
    'Chrome · Android'
  )
  assert.equal(
    deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1'),
    'Safari · iOS'
  )
  assert.equal(deviceName('<script>alert(1)</script>'), '')
  assert.equal(deviceName(undefined), '')
})
