// Goal: a backup or a restore that is killed, or finds the disk full, leaves nothing half-done under a
// final name, and is simply begun anew. Method: the program as a process, killed while it writes.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { restoreBackup } from '../../src/backup/index.ts'
import { makeRecoveryKey } from '../../src/backup/recovery-key.ts'
import { testDatabase, testServer } from '../support/database.ts'
import { startPeyman } from '../support/desk-process.ts'
import { once, scratchDatabase, tableHashes } from '../support/scratch-database.ts'

const rows = 120_000
const { url } = await testDatabase()
const server = await testServer()
after(() => server.stop())
const folder = await mkdtemp(join(tmpdir(), 'peyman-fault-'))
after(() => rm(folder, { recursive: true, force: true }))
await once(
  url,
  `insert into facts (bucket, id, authority, kind, subject, at, known_at, actor, body)
   select i % 4096, gen_random_uuid(), 'sko', 'grant.given', md5(i::text), now(), now(), 'x',
     jsonb_build_object('i', i, 'noise', md5((i * 7)::text) || md5((i * 11)::text))
   from generate_series(1, ${String(rows)}) i`
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
    await pause(5)
  }
  throw new Error('it did not come to that')
}

const draftBytes = async () => {
  const [draft] = (await readdir(out)).filter((name) => name.includes('.draft-'))
  return draft === undefined ? 0 : (await stat(join(out, draft)).catch(() => ({ size: 0 }))).size
}

test('a backup that is killed leaves no file of its name, and the next one is whole', async () => {
  for (const bytes of [1, 500_000]) {
    const running = startPeyman(['backup', file], environment(url))
    await until(async () => (await draftBytes()) >= bytes)
    running.child.kill('SIGKILL')
    assert.equal(await running.ended, 'SIGKILL')
    assert.ok(!(await readdir(out)).includes('all.peyman'))
    for (const name of await readdir(out)) await rm(join(out, name))
  }
  const again = startPeyman(['backup', file], environment(url))
  assert.equal(await again.ended, 0, again.said())
  assert.deepEqual(await readdir(out), ['all.peyman'])
})

test('a backup that finds the disk full says so, and leaves nothing', async () => {
  const full = join(folder, 'full')
  await mkdir(full)
  const program = resolve(import.meta.dirname, '../../src/main.ts')
  // No file may grow beyond 256 KiB: what a full disk says, by the same door.
  const words = `ulimit -f 256; exec "${process.execPath}" --disable-warning=ExperimentalWarning "${program}" backup "${join(full, 'x')}"`
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

test('a restore that is killed leaves the database empty, and the next one is whole', async () => {
  const target = await scratchDatabase(url)
  const words = ['restore', file, '--identity', key, '--into', target]
  const name = /peyman_scratch_[0-9a-f]+/.exec(target)?.[0] ?? ''
  for (const doing of ['copy "facts"%', 'alter table%']) {
    const running = startPeyman(words, environment(url))
    await until(async () => {
      const [found] = await once(
        url,
        `select 1 from pg_stat_activity where datname = '${name}' and query ilike '${doing}'`
      )
      return found !== undefined
    })
    running.child.kill('SIGKILL')
    assert.equal(await running.ended, 'SIGKILL')
    await until(async () => {
      const sessions = await once(url, `select 1 from pg_stat_activity where datname = '${name}'`)
      return sessions.length === 0
    })
    assert.equal((await tableHashes(target)).size, 0)
  }
  await restoreBackup({ file, identities: [identity], url: target })
  assert.equal((await tableHashes(target)).get('facts'), (await tableHashes(url)).get('facts'))
})
