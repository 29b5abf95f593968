import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { missingShareKeyText } from './missing-share-key.ts'

test('missingShareKeyText says what is missing and what to do, and nothing where it is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-restored-'))
  try {
    assert.match(
      (await missingShareKeyText(folder)).join('\n'),
      /share-key[\s\S]*put it there before/
    )
    await writeFile(join(folder, 'share-key'), 'key')
    assert.deepEqual(await missingShareKeyText(folder), [])
  } finally {
    await rm(folder, { recursive: true })
  }
})
