// Goal: an agent that was killed leaves nothing behind in its folder for good. Method: a folder as a kill between
// two steps leaves it.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { AgentFolder } from './agent-folder.ts'

const path = await mkdtemp(join(tmpdir(), 'peyman-agent-folder-'))
after(() => rm(path, { recursive: true }))

test('clearWork takes away sealed bytes that have no record, and what is half done, and no more', async () => {
  const folder = await AgentFolder.open(path)
  await writeFile(join(folder.work, 'half'), 'x')
  await writeFile(folder.sealedFile('sent'), 'x')
  await writeFile(folder.sealedFile('kept.age'), 'x')
  await folder.write('sealed', 'kept.age', {})
  await folder.clearWork()
  assert.deepEqual(await readdir(folder.work), [])
  const left = await readdir(join(path, 'sealed'))
  assert.deepEqual(left.toSorted(), ['kept.age.age', 'kept.age.json'])
})
