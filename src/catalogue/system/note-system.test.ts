import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../../../tests/support/database.ts'
import { readConfig } from '../../config.ts'
import { factsBetween } from '../../ledger/index.ts'
import { noticeById, noticesAbout } from '../../notices/index.ts'
import { importAuthorities } from '../../people/index.ts'
import { type Context, manualClock, silentLog } from '../../platform/index.ts'
import { noteOwnSystem, noteSystem } from './note-system.ts'
import { programVersion, readVersion } from '../../platform/program-version.ts'
import { lastSystemVersion } from './system-store.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
await importAuthorities(context)
const facts = () => factsBetween(db, { kinds: ['system.changed'] })

test('noteSystem tells nothing at the first start, nor when the same program starts again', async () => {
  assert.equal(await noteSystem(context, '0.1.0+aaaaaaaaaaaa'), false)
  assert.equal(await noteSystem(context, '0.1.0+aaaaaaaaaaaa'), false)
  assert.deepEqual(await facts(), [])
})

test('another program is a change of which every authority gives notice', async () => {
  clock.advance('PT5H')
  assert.equal(await noteSystem(context, '0.1.1+bbbbbbbbbbbb'), true)
  const found = await facts()
  assert.deepEqual(found.map(({ authority }) => authority).toSorted(), ['ito', 'sko'])
  for (const { subject, body } of found) {
    assert.equal(subject, '0.1.1+bbbbbbbbbbbb')
    assert.deepEqual([body['from'], body['to']], ['0.1.0+aaaaaaaaaaaa', '0.1.1+bbbbbbbbbbbb'])
    const notice = await noticeById(db, body['notice'] as string)
    assert.deepEqual([notice?.kind, notice?.changes], ['change', ['system']])
    assert.match(notice?.body.fa ?? '', /«0\.1\.0\+a{12}» به نسخه «0\.1\.1\+b{12}»/)
  }
})

test('many workers that start at once give one notice', async () => {
  const starts = Array.from({ length: 6 }, () => noteSystem(context, '0.2.0+cccccccccccc'))
  assert.equal((await Promise.all(starts)).filter(Boolean).length, 1)
  assert.equal((await facts()).length, 4)
  assert.equal((await noticesAbout(db, { kind: 'system', id: '0.2.0+cccccccccccc' })).length, 2)
})

test('noteOwnSystem looks once in the life of a process', async () => {
  await noteOwnSystem(context)
  assert.equal((await lastSystemVersion(db))?.version, await programVersion())
  await noteSystem(context, '0.3.0+dddddddddddd')
  await noteOwnSystem(context)
  assert.equal((await lastSystemVersion(db))?.version, '0.3.0+dddddddddddd')
})

test('readVersion is the same wherever the sources lie, and another for other sources', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-version-'))
  after(() => rm(folder, { recursive: true }))
  const [here, there] = [join(folder, 'here'), join(folder, 'there')]
  await mkdir(join(here, 'src/one'), { recursive: true })
  await writeFile(join(here, 'package.json'), '{"version":"7.8.9"}')
  await writeFile(join(here, 'package-lock.json'), '{}')
  await writeFile(join(here, 'src/one/a.ts'), 'a')
  await cp(here, there, { recursive: true })
  const version = await readVersion(here)
  assert.match(version, /^7\.8\.9\+[0-9a-f]{12}$/)
  assert.equal(await readVersion(there), version)
  await writeFile(join(there, 'src/one/a.test.ts'), 'tests change nothing for people')
  assert.equal(await readVersion(there), version)
  await writeFile(join(there, 'src/one/a.ts'), 'b')
  assert.notEqual(await readVersion(there), version)
})
