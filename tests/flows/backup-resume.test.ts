// Goal: a backup that was cut off goes on with what is still so, and with nothing else. Method: what tells
// how far it is breaks off, as a lost connection would; parts are changed, torn, too old or held.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { newestBackups } from '../../src/backup/backup-store.ts'
import { type MadeBackup, makeBackup, restoreBackup } from '../../src/backup/index.ts'
import { leftOutTables } from '../../src/backup/manifest.ts'
import { makeRecoveryKey } from '../../src/backup/recovery-key.ts'
import { backUpWhenDue } from '../../src/backup/scheduled-backup.ts'
import type { Context } from '../../src/platform/index.ts'
import { testLog } from '../support/log.ts'
import { once, scratchDatabase, tableHashes } from '../support/scratch-database.ts'

const { context, clock, url } = await testLog()
const folder = await mkdtemp(join(tmpdir(), 'peyman-backup-'))
after(() => rm(folder, { recursive: true, force: true }))
const data = context.config.dataFolder
const { identity, recipient } = await makeRecoveryKey(data, { kind: 'classic', replace: false })
const to = [recipient]
// Five parts or so: where they are cut depends on the ids, so that those are the same each time.
await once(
  url,
  `insert into file_chunks (bucket, file_id, from_byte, content, data_type)
   select i % 4096, md5('file ' || i)::uuid, 0, noise.bytes, (select min(id) from data_types)
   from generate_series(1, 600) i, lateral (
     select decode(string_agg(md5(i || ' ' || n), ''), 'hex') as bytes
     from generate_series(1, 1000) n) noise`
)

/** Makes a backup that breaks off after some parts of the large table. */
async function breakOff(file: string, parts: number, from = context): Promise<void> {
  let seen = 0
  const onProgress = ({ table }: { table: string }) => {
    if (table === 'file_chunks') seen += 1
    if (seen === parts) throw new Error('broken off')
  }
  await assert.rejects(makeBackup(from, { file, to, onProgress }), /broken off/)
}

async function partsOf(file: string): Promise<string[]> {
  const kept = `${file}.parts-`
  const names = (await readdir(folder)).filter((name) => join(folder, name).startsWith(kept))
  assert.ok(names.length <= 1)
  if (names[0] === undefined) return []
  return (await readdir(join(folder, names[0]))).map((name) => join(folder, names[0] ?? '', name))
}

async function demandSame(made: MadeBackup): Promise<void> {
  const target = await scratchDatabase(url)
  await restoreBackup({ file: made.file, identities: [identity], url: target })
  const [is, must] = [await tableHashes(target), await tableHashes(url)]
  for (const name of [...Object.keys(leftOutTables), 'backups']) {
    is.delete(name)
    must.delete(name)
  }
  assert.deepEqual(is, must)
}

test('what was cut off goes on, holds the state of its end, and leaves nothing', async () => {
  const file = join(folder, 'cut')
  await breakOff(file, 2)
  assert.equal((await partsOf(file)).length, 2)
  await once(url, `update file_chunks set content = 'changed' where bucket = 1`)
  await breakOff(file, 3)
  const kept = (await partsOf(file)).length
  // The part of the row that changed is made again; the row stands at the end now.
  assert.equal(kept, 4)
  const made = await makeBackup(context, { file, to })
  assert.equal(made.partsKept, 3)
  assert.deepEqual(await readdir(folder), ['cut'])
  await demandSame(made)
})

test('parts that were torn or changed are made again', async () => {
  const file = join(folder, 'torn')
  await breakOff(file, 3)
  const [torn = '', changed = ''] = await partsOf(file)
  const bytes = await readFile(changed)
  bytes[1000] = (bytes[1000] ?? 0) ^ 1
  await writeFile(changed, bytes)
  await writeFile(torn, '')
  const made = await makeBackup(context, { file, to })
  assert.equal(made.partsKept, 1)
  await demandSame(made)
})

test('a backup of another name, or of another database, takes nothing over', async () => {
  const file = join(folder, 'mine')
  await breakOff(file, 3)
  assert.equal((await makeBackup(context, { file: join(folder, 'other'), to })).partsKept, 0)
  const other = await testLog()
  const made = await makeBackup(other.context, { file, to })
  assert.equal(made.partsKept, 0)
  assert.equal((await partsOf(file)).length, 3, 'nobody takes away what is not theirs')
  await rm(file)
})

test('a kept part says nothing without the database, and the draft is in no backup', async () => {
  const file = join(folder, 'mine')
  const [part = ''] = await partsOf(file)
  const bytes = await readFile(part)
  assert.equal(bytes.indexOf('file_chunks'), -1)
  assert.equal(bytes.indexOf(Buffer.from([0x28, 0xb5, 0x2f, 0xfd])), -1, 'no frame of zstd')
  const made = await makeBackup(context, { file, to })
  assert.equal(made.partsKept, 3)
  const target = await scratchDatabase(url)
  await restoreBackup({ file, identities: [identity], url: target })
  assert.deepEqual(await once(target, 'select 1 from backup_drafts'), [])
})

test('two that make the same backup do not write at once', async () => {
  const file = join(folder, 'twice')
  await breakOff(file, 2)
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  await holder.query('begin')
  await holder.query(`select 1 from backup_drafts where place = '${file}' for update`)
  await assert.rejects(makeBackup(context, { file, to }), { code: 'backup/under-way' })
  await holder.end()
  assert.equal((await makeBackup(context, { file, to, anew: true })).partsKept, 0, '--anew')
})

test('what nobody goes on with is forgotten after two days, with its key', async () => {
  const file = join(folder, 'old')
  await breakOff(file, 2)
  clock.advance('PT49H')
  await backUpWhenDue(context)
  assert.deepEqual(await partsOf(file), [])
  assert.deepEqual(await once(url, `select 1 from backup_drafts where place = '${file}'`), [])
})

test('a backup by schedule goes on too, and what was cut off is not said to run', async () => {
  const files = join(folder, 'by-schedule')
  await mkdir(files)
  const { config } = context
  const scheduled = (more: string[]): Context => ({
    ...context,
    config: { ...config, backups: { ...config.backups, folder: files, to: more } }
  })
  // The process ends between two parts: its rows stay as they are.
  await breakOff(join(files, 'by-schedule'), 3)
  await once(
    url,
    `insert into backups (id, made_by, file, started_at, state, draft)
     select gen_random_uuid(), 'schedule', 'x', begun_at - interval '1 minute', 'running', id from backup_drafts`
  )
  await backUpWhenDue(scheduled(to))
  const [made, cut] = await newestBackups(context.db, 2)
  assert.deepEqual([made?.state, cut?.state, cut?.trouble], ['made', 'failed', 'interrupted'])
  assert.equal((await readdir(files)).length, 1)
  assert.deepEqual(await once(url, 'select 1 from backup_drafts'), [])
})

const isThere = (program: string) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test(
  'age, zstd and tar open what was gone on with',
  { skip: ['age', 'zstd', 'tar'].every(isThere) ? false : 'not all of them are here' },
  async () => {
    const file = join(folder, 'stock')
    await breakOff(file, 2)
    const made = await makeBackup(context, { file, to })
    const opened = join(folder, 'opened')
    await mkdir(opened)
    await writeFile(join(folder, 'key'), identity, { mode: 0o600 })
    execFileSync('bash', [
      '-c',
      `set -o pipefail; age -d -i "${join(folder, 'key')}" "${file}" | zstd -d | tar x -C "${opened}"`
    ])
    const found = await readdir(join(opened, 'tables/file_chunks'))
    assert.ok(found.length >= 4)
    const [row] = await once(url, 'select count(*)::int as rows from file_chunks')
    const texts = await Promise.all(
      found.map((name) => readFile(join(opened, 'tables/file_chunks', name), 'utf8'))
    )
    assert.equal(texts.join('').split('\n').length - 1, row?.['rows'])
    assert.ok(made.partsKept >= 2)
  }
)
