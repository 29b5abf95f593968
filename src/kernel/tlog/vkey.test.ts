import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logKey, vectors } from '../../../tests/support/tlog.ts'
import {
  formatVerifierKey,
  parseVerifierKey,
  portableSigningKey,
  signatureTypes,
  verifierKey
} from './index.ts'

test('parseVerifierKey reads the key of the byte vectors, and formatVerifierKey writes it', () => {
  const key = parseVerifierKey(vectors.vkey)
  assert.ok(key.ok)
  assert.equal(key.value.name, 'peyman.example/log/1')
  assert.equal(formatVerifierKey(key.value), vectors.vkey)
  assert.equal(formatVerifierKey(logKey.key), vectors.vkey)
})

test('keys of all three types come back as they were', () => {
  for (const type of Object.values(signatureTypes)) {
    const seed = new Uint8Array(32).fill(type)
    const { key } = portableSigningKey({ name: 'گواه.example', type, seed })
    assert.deepEqual(parseVerifierKey(formatVerifierKey(key)), { ok: true, value: key })
  }
})

test('parseVerifierKey refuses each malformed form with its reason', () => {
  const [name, id, bytes] = vectors.vkey.split(/\+(.{8})\+/) as [string, string, string]
  const wrong = {
    '': 'key-form',
    [name]: 'key-form',
    [`${name}+${id.toUpperCase()}+${bytes}`]: 'key-form',
    [`${name}+${id}+${bytes.slice(0, -1)}`]: 'key-form',
    [`${name}+${id}+${'A'.repeat(100_000)}`]: 'key-form',
    [`+${id}+${bytes}`]: 'key-name-invalid',
    [`a b+${id}+${bytes}`]: 'key-name-invalid',
    [`${name}x+${id}+${bytes}`]: 'key-id-mismatch',
    [`${name}+00000000+${bytes}`]: 'key-id-mismatch',
    [`${name}+${id}+Ag==`]: 'key-type-unknown',
    [`${name}+${id}+AQ==`]: 'key-length'
  }
  for (const [text, reason] of Object.entries(wrong)) {
    assert.deepEqual(parseVerifierKey(text), { ok: false, reason }, text.slice(0, 60))
  }
})

test('verifierKey refuses names that cannot stand on a signature line', () => {
  for (const name of ['', 'a b', 'a\u00a0b', 'a\u3000b', 'a+b', 'a\nb', 'a\u0007', '\ud800']) {
    const key = verifierKey({ name, type: 1, publicKey: new Uint8Array(32) })
    assert.deepEqual(key, { ok: false, reason: 'key-name-invalid' }, JSON.stringify(name))
  }
})
