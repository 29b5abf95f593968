// Goal: files of other programs are opened, and ours are age files to them. Method: files that the stock `age`
// tool made; the other direction was tried by hand with the same version (docs/specs/letter.md §1).
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { openAgeFile, openLetter, recipientKindOf, recipientOf } from './index.ts'

const vectors = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../tests/vectors/age-files.json'), 'utf8')
) as Record<
  'identity' | 'recipient' | 'binary' | 'binaryText' | 'armoured' | 'armouredText',
  string
>

test('what the stock tool sealed is opened, armoured or not', async () => {
  const { identity } = vectors
  assert.equal(await recipientOf(identity), vectors.recipient)
  assert.equal(recipientKindOf(vectors.recipient), 'classic')
  const files = [
    [Buffer.from(vectors.binary, 'base64'), vectors.binaryText],
    [Buffer.from(vectors.armoured), vectors.armouredText]
  ] as const
  for (const [file, text] of files) {
    const opened = await openAgeFile(file, identity)
    assert.ok(opened.ok)
    assert.equal(Buffer.from(opened.value).toString(), text)
    assert.deepEqual(await openLetter(file, identity), { ok: false, reason: 'not-a-letter' })
  }
})
