import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logKey, vectors } from '../../../tests/support/tlog.ts'
import { formatTreeHead, parseCheckpoint, signCheckpoint, toHex } from './index.ts'

test('signCheckpoint gives the checkpoint of the byte vectors, parseCheckpoint reads it', () => {
  const checkpoint = parseCheckpoint(vectors.checkpoint)
  assert.ok(checkpoint.ok)
  const { origin, size, root } = checkpoint.value
  assert.equal(origin, 'peyman.example/log/1')
  assert.equal(size, 3)
  assert.equal(toHex(root), vectors.root)
  assert.equal(signCheckpoint({ origin, size, root }, [logKey], 0), vectors.checkpoint)
})

test('parseCheckpoint refuses each malformed form with its reason', () => {
  const root = 'Y6MaAt0aW6HJ7T1We7oViMoL87YGw2/KIJXWZPItaqw='
  const wrong = {
    'log\n3\n': 'checkpoint-form',
    [`\n3\n${root}\n`]: 'checkpoint-origin',
    [`${'o'.repeat(256)}\n3\n${root}\n`]: 'checkpoint-origin',
    [`peyman.dev/promise/v1\n3\n${root}\n`]: 'checkpoint-origin',
    [`log\n03\n${root}\n`]: 'checkpoint-size',
    [`log\n-3\n${root}\n`]: 'checkpoint-size',
    [`log\n+3\n${root}\n`]: 'checkpoint-size',
    [`log\n3.0\n${root}\n`]: 'checkpoint-size',
    [`log\n۳\n${root}\n`]: 'checkpoint-size',
    [`log\n9007199254740992\n${root}\n`]: 'checkpoint-size',
    [`log\n18446744073709551616\n${root}\n`]: 'checkpoint-size',
    [`log\n3\n${root.slice(0, -1)}\n`]: 'checkpoint-root',
    [`log\n3\n${root.replace('aqw=', 'aqx=')}\n`]: 'checkpoint-root',
    [`log\n3\n${root} \n`]: 'checkpoint-root',
    [`log\n3\n${root}\nmore\n\nmore\n`]: 'checkpoint-extension'
  }
  for (const [text, reason] of Object.entries(wrong)) {
    const refused = parseCheckpoint(`${text}\n— a AAAAAAA=\n`)
    assert.deepEqual(refused, { ok: false, reason }, JSON.stringify(text.slice(0, 60)))
  }
  assert.ok(parseCheckpoint(`log\n0\n${root}\nmore\n\n— a AAAAAAA=\n`).ok)
})

test('formatTreeHead refuses a head that could not be read back', () => {
  const root = new Uint8Array(32)
  assert.throws(() => formatTreeHead({ origin: 'a\nb', size: 1, root }), RangeError)
  assert.throws(() => formatTreeHead({ origin: 'a', size: -1, root }), RangeError)
  assert.throws(() => formatTreeHead({ origin: 'a', size: 1, root: root.slice(1) }), RangeError)
})
