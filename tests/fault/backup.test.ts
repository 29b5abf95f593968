// Goal: a backup or a restore that is killed, or finds the disk full, leaves nothing half-done under a
// final name and no database that a desk starts on, and goes on where it was. Method: the program as a
// process, killed again and again while it writes; what comes of it in the end is compared, row by row.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { newestBackups } from '../../src/backup/backup-store.ts'
import { restoreBackup } from '../../src/backup/index.ts'
import { leftOutTables } from '../../src/backup/manifest.ts'
import { makeRecoveryKey } from '../../src/backup/recovery-key.ts'
import { testDatabase, testServer } from '../support/database.ts'
import { peyman, runPeyman, startPeyman } from '../support/desk-process.ts'
import { once, scratchDatabase, tableHashes } from '../support/scratch-database.ts'

// 30 MB as COPY: some parts of about 4 MB.
const chunks = 900
const { db, url } = await testDatabase()
const server = await testServer()
after(() => server.stop())
const folder = await mkdtemp(join(tmpdir(), 'peyman-fault-'))
after(() => rm(folder, { recursive: true, force: true }))
await once(
  url,
  `insert into file_chunks (bucket, file_id, from_byte, content, data_type)
   select i % 4096, gen_random_uuid(), 0, noise.bytes, (select min(id) from data_types)
   from generate_series(1, ${String(chunks)}) i, lateral (
     select decode(string_agg(md5(i || ' ' || n), ''), 'hex') as bytes
     from generate_series(1, 1000) n) noise`
)
const data = join(folder, 'data')
const { identity } = await makeRecoveryKey(data, { kind: 'classic', replace: false })
const key = join(folder, 'key.txt')
await writeFile(key, identity, { mode: 0o600 })
const environment = (database: string) => ({ DATABASE_URL: database, PEYMAN_DATA: data })
const out = join(folder, 'out')
const file = join(out, 'all.peyman')
await mkdir(out)

async function until(found: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 6000; tries += 1) {
    if (await found()) return
    await pause(20)
  }
  throw new Error('it did not come to that')
}

/** Starts a verb, kills it when it has come so far, and waits until the server has noticed. */
async function kill(words: readonly string[], come: () => Promise<boolean>): Promise<void> {
  const running = startPeyman(words, environment(url))
  let code: unknown = null
  void running.ended.then((ended) => (code = ended))
  await until(async () => {
    assert.equal(code, null, `it ended by itself: ${running.said()}`)
    return come()
  })
  running.child.kill('SIGKILL')
  assert.equal(await running.ended, 'SIGKILL', running.said())
}

const keptParts = async () => {
  const [parts] = (await readdir(out)).filter((name) => name.includes('.parts-'))
  const names = parts === undefined ? [] : await readdir(join(out, parts)).catch(() => [])
  return names.filter((name) => !name.endsWith('.new')).length
}

async function contentOf(database: string): Promise<Map<string, string>> {
  const hashes = await tableHashes(database)
  // What the backups themselves write down, before and after their moment.
  for (const name of [...Object.keys(leftOutTables), 'backups']) hashes.delete(name)
  return hashes
}

test('a backup that is killed leaves no file of its name, and goes on with its parts', async () => {
  const words = ['backup', file]
  for (const parts of [1, 2, 3]) {
    await kill(words, async () => (await keptParts()) >= parts)
    assert.ok(!(await readdir(out)).includes('all.peyman'))
  }
  const kept = await keptParts()
  // The state of the end is what counts, not that of the beginning.
  await once(url, `update file_chunks set content = 'late' where bucket = 800`)
  const last = await runPeyman([...words, '--json'], environment(url))
  assert.equal(last.code, 0, last.stderr)
  const made = JSON.parse(last.stdout) as { parts: number; partsKept: number }
  assert.ok(made.partsKept >= kept - 1, `${String(made.partsKept)} of ${String(kept)} parts kept`)
  const told = last.stderr.split('\n').filter((line) => line.startsWith('{'))
  const { progress } = JSON.parse(told.at(-1) ?? '') as { progress: Record<string, unknown> }
  assert.deepEqual([progress['percent'], progress['parts']], [100, made.parts])
  assert.deepEqual(await readdir(out), ['all.peyman'])
  assert.deepEqual(await once(url, 'select 1 from backup_drafts'), [])
})

test('a backup that was killed is not said to run', async () => {
  const states = (await newestBackups(db, 10)).map(({ state, trouble }) => [state, trouble])
  const interrupted = ['failed', 'interrupted']
  assert.deepEqual(states, [['made', null], interrupted, interrupted, interrupted])
})

test('a backup that finds the disk full says so, and leaves nothing', async () => {
  const full = join(folder, 'full')
  await mkdir(full)
  const program = peyman.map((word) => `"${word}"`).join(' ')
  // No file may grow beyond 256 KiB: what a full disk says, by the same door.
  const words = `ulimit -f 256; exec "${process.execPath}" ${program} backup "${join(full, 'x')}"`
  const child = spawn('bash', ['-c', words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment(url) },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((settle) => child.once('exit', settle))
  assert.equal(code, 2, said)
  assert.match(said, /EFBIG|file too large/i)
  assert.deepEqual(await readdir(full), [])
})

test('a restore that is killed goes on after its last part, and nothing starts before the end', async () => {
  const target = await scratchDatabase(url)
  const words = ['restore', file, '--identity', key, '--into', target]
  const loaded = async () => {
    const found = await once(target, 'select 1 from restoring_parts').catch(() => [])
    return found.length
  }
  const putBack = async () => {
    const [found] = await once(target, 'select put_back as n from restoring').catch(() => [])
    return Number(found?.['n'] ?? 0)
  }
  for (const parts of [1, 5]) await kill(words, async () => (await loaded()) >= parts)
  assert.ok((await loaded()) >= 5)
  const refused = await runPeyman(['check'], environment(target))
  assert.equal(refused.code, 2)
  assert.match(refused.stderr, /restore into this database was cut off/)
  for (let kills = 0; kills < 2; kills += 1) {
    const already = await putBack()
    await kill(words, async () => (await putBack()) > already)
  }
  const before = await loaded()
  const last = await runPeyman([...words, '--json'], environment(url))
  assert.ok([0, 1].includes(Number(last.code)), last.stderr)
  const restored = JSON.parse(last.stdout) as { parts: number; partsKept: number }
  assert.equal(restored.partsKept, before)
  assert.equal(restored.partsKept, restored.parts)
  assert.deepEqual(await contentOf(target), await contentOf(url))
})

test('the half of another backup is never gone on with; it can be thrown away', async () => {
  const target = await scratchDatabase(url)
  await kill(['restore', file, '--identity', key, '--into', target], async () => {
    const found = await once(target, 'select 1 from restoring_parts').catch(() => [])
    return found.length > 0
  })
  const other = join(out, 'other.peyman')
  assert.equal((await runPeyman(['backup', other], environment(url))).code, 0)
  const input = { file: other, identities: [identity], url: target }
  await assert.rejects(restoreBackup(input), { code: 'restore/half-of-another' })
  const restored = await restoreBackup({ ...input, anew: true })
  assert.equal(restored.partsKept, 0)
  assert.deepEqual(await contentOf(target), await contentOf(url))
})
