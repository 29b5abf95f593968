import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freeName } from './free-name.ts'

test('freeName gives each file a name of its own, whatever the case', () => {
  const taken = new Set(['letter.md'])
  assert.equal(freeName('a.pdf', taken), 'a.pdf')
  assert.equal(freeName('A.PDF', taken), '2-A.PDF')
  assert.equal(freeName('letter.md', taken), '2-letter.md')
  assert.equal(freeName('a.pdf', taken), '3-a.pdf')
})

test('freeName cuts what no file system takes, by whole characters, and keeps the extension', () => {
  for (const letter of ['گ', '😀', 'a']) {
    const taken = new Set<string>()
    const names = [1, 2].map(() => freeName(`${letter.repeat(200 / letter.length)}.pdf`, taken))
    for (const name of names) {
      assert.ok(Buffer.byteLength(name) <= 240)
      assert.ok(name.endsWith(`${letter}.pdf`) && name.isWellFormed())
    }
    assert.equal(new Set(names).size, 2)
  }
  assert.ok(Buffer.byteLength(freeName('گ'.repeat(200), new Set())) <= 240)
})
