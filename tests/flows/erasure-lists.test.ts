// Goal: whoever restores into a folder without the lists of erasures hears that erased people are back
// (docs/specs/backup.md). Method: the very functions that write the lists, into an empty folder.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../support/database.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { listErasedPerson } from '../../src/people/personal-data/erased-people.ts'
import { type Context, manualClock } from '../../src/platform/index.ts'
import { readConfig } from '../../src/config.ts'
import { missingErasureLists, missingListsText } from '../../src/commands/erasure-lists.ts'

const { db } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'peyman-lists-'))
after(() => rm(folder, { recursive: true }))

test('missingErasureLists names each list until what writes it has written it', async () => {
  assert.deepEqual(await missingErasureLists(folder), ['erased-people', 'erased-evidence'])
  await listErasedPerson(folder, 'somebody')
  assert.deepEqual(await missingErasureLists(folder), ['erased-evidence'])
  const context = {
    db,
    clock: manualClock('2026-11-22T08:00:00Z'),
    config: { ...readConfig(), dataFolder: folder }
  } as unknown as Context
  await publicLog.eraseEvidence(context, { owner: 'somebody', subject: 'something' })
  assert.deepEqual(await missingErasureLists(folder), [])
})

test('missingListsText says what is missing and what to do, and nothing where nothing is', () => {
  const text = missingListsText(['erased-people', 'erased-evidence']).join('\n')
  assert.match(text, /erased-people and erased-evidence/)
  assert.match(text, /before you start the desk/)
  assert.deepEqual(missingListsText([]), [])
})
