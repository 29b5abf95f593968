// Goal: what is restored is what was backed up, whatever it holds; nothing else is ever taken over.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { generateMailboxIdentity, recipientOf } from '../../src/kernel/seal/index.ts'
import { makeBackup } from '../../src/backup/make-backup.ts'
import { leftOutTables } from '../../src/backup/manifest.ts'
import { readBackup } from '../../src/backup/read-backup.ts'
import { restoreBackup } from '../../src/backup/restore-backup.ts'
import { openDatabase } from '../../src/platform/index.ts'
import { once, scratchDatabase, tableHashes } from '../support/scratch-database.ts'
import { recordCases, testLog } from '../support/log.ts'

const log = await testLog()
const { context, clock, url } = log
const folder = await mkdtemp(join(tmpdir(), 'peyman-backup-'))
after(() => rm(folder, { recursive: true, force: true }))
const identity = await generateMailboxIdentity('classic')
const to = [(await recipientOf(identity)) ?? '']
const identities = [identity]
const ignore = { manifest: async () => {}, file: async () => {}, rows: async () => {} }

await recordCases(context.db, 200, clock.now())
await log.keep()
await once(
  url,
  `insert into sessions (bucket, id, person, secret_sha256, begun_by, device,
    started_at, seen_at, expires_at)
  values (1, gen_random_uuid(), gen_random_uuid(), 'secret', 'passkey', 'x', now(), now(), now())`
)
const file = join(folder, 'first.peyman')
const made = await makeBackup(context, { file, to })

test('makeBackup writes one file that is whole, and leaves nothing beside it', async () => {
  assert.deepEqual(await readdir(folder), ['first.peyman'])
  assert.equal(made.facts, 200)
  assert.ok(made.rows > 400)
  const read = await readBackup({ file, identities }, ignore)
  assert.equal(read.manifest.id, made.id)
})

test('makeBackup never writes over a file', async () => {
  await assert.rejects(makeBackup(context, { file, to }), { code: 'backup/file-exists' })
})

test('restoreBackup gives tables that are equal, row by row, with keys and indexes', async () => {
  const target = await scratchDatabase(url)
  const restored = await restoreBackup({ file, identities, url: target })
  assert.deepEqual(restored.migrated, [])
  const [before, now] = [await tableHashes(url), await tableHashes(target)]
  for (const name of Object.keys(leftOutTables)) {
    before.delete(name)
    now.delete(name)
  }
  assert.deepEqual(now, before)
  const shape = `select string_agg(d, ';' order by d) as shape from (
    select indexdef as d from pg_indexes where schemaname = 'public' union all
    select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace) x`
  assert.deepEqual(await once(target, shape), await once(url, shape))
})

test('restoreBackup refuses a database that holds something', async () => {
  await assert.rejects(restoreBackup({ file, identities, url }), {
    code: 'restore/target-not-empty'
  })
  const strange = await scratchDatabase(url)
  await once(strange, 'create table of_somebody_else (n integer)')
  await assert.rejects(restoreBackup({ file, identities, url: strange }), {
    code: 'restore/target-not-empty'
  })
})

test('restoreBackup refuses a key that is not its own, and leaves the database empty', async () => {
  const target = await scratchDatabase(url)
  const other = await generateMailboxIdentity('classic')
  await assert.rejects(restoreBackup({ file, identities: [other], url: target }), {
    code: 'backup/wrong-key'
  })
  assert.equal((await tableHashes(target)).size, 0)
})

test('a backup with any byte changed, cut anywhere, or longer is refused', async () => {
  const bytes = await readFile(file)
  const damaged = join(folder, 'damaged.peyman')
  const refused = async (content: Buffer) => {
    await writeFile(damaged, content)
    await assert.rejects(readBackup({ file: damaged, identities }, ignore), (error: Error) =>
      ['backup/unreadable', 'backup/wrong-key'].includes(String((error as { code?: string }).code))
    )
  }
  const header = bytes.indexOf('\n---') + 60
  const places = [...Array(header).keys()]
  for (let at = header; at < bytes.length; at += Math.ceil(bytes.length / 200)) places.push(at)
  for (const at of [...places, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    await refused(changed)
  }
  for (const length of [0, 1, header, bytes.length >> 1, bytes.length - 1]) {
    await refused(bytes.subarray(0, length))
  }
  await refused(Buffer.concat([bytes, Buffer.from('x')]))
  const target = await scratchDatabase(url)
  await writeFile(damaged, bytes.subarray(0, bytes.length - 40))
  await assert.rejects(restoreBackup({ file: damaged, identities, url: target }), {
    code: 'backup/unreadable'
  })
  assert.equal((await tableHashes(target)).size, 0)
})

test('a user of the database without any rights over roles backs up and restores all rows', async () => {
  const role = `peyman_plain_${randomBytes(4).toString('hex')}`
  const target = await scratchDatabase(url)
  const name = /peyman_scratch_[0-9a-f]+/.exec(target)?.[0] ?? ''
  await once(url, `create role ${role} login password 'plain'`)
  after(async () => {
    await once(url, `drop database if exists ${name} with (force)`)
    await once(url, `drop role if exists ${role}`)
  })
  await once(url, `alter database ${name} owner to ${role}`)
  await once(target, `alter schema public owner to ${role}`)
  const plain = target.replace(/\/\/[^@]*@/, `//${role}:plain@`)
  await restoreBackup({ file, identities, url: plain })
  const opened = openDatabase(plain, 2)
  try {
    const again = join(folder, 'again.peyman')
    const asOwner = await makeBackup({ ...context, db: opened.db }, { file: again, to })
    const first = await readBackup({ file, identities }, ignore)
    const second = await readBackup({ file: again, identities }, ignore)
    assert.equal(asOwner.facts, 200)
    assert.deepEqual(second.tables, first.tables)
  } finally {
    await opened.close()
  }
})
