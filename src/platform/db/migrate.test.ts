import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { testServer } from '../../../tests/support/database.ts'
import { MigrationChangedError, MigrationUnknownError, migrate } from './migrate.ts'

const server = await testServer()
const folder = await mkdtemp(join(tmpdir(), 'peyman-migrations-'))
const made: string[] = []
after(async () => {
  for (const name of made) await run(server.url, `drop database ${name} with (force)`)
  await server.stop()
  await rm(folder, { recursive: true })
})

async function run(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `peyman_migrate_${randomBytes(6).toString('hex')}`
  await run(server.url, `create database ${name}`)
  made.push(name)
  return server.url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

const files = (await readdir(resolve(import.meta.dirname, '../../../migrations')))
  .filter((name) => name.startsWith('0'))
  .toSorted()

test('migrate runs each file once, whoever else migrates at the same time', async () => {
  const url = await emptyDatabase()
  const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(url)))
  assert.deepEqual(ran.flat().toSorted(), files)
  assert.deepEqual(await migrate(url), [])
  assert.deepEqual(
    await run(url, 'select name from migrations order by 1'),
    files.map((name) => ({ name }))
  )
})

test('migrate refuses a file that was changed after it was applied', async () => {
  const url = await emptyDatabase()
  await writeFile(join(folder, '000001-a.sql'), 'create table a (n integer);')
  assert.deepEqual(await migrate(url, folder), ['000001-a.sql'])
  await writeFile(join(folder, '000001-a.sql'), 'create table a (n bigint);')
  await assert.rejects(migrate(url, folder), MigrationChangedError)
})

test('migrate refuses a database that a newer program made', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  await run(url, "insert into migrations (name, sha256) values ('000099-future.sql', 'x')")
  await assert.rejects(migrate(url), (error: Error) => {
    assert.ok(error instanceof MigrationUnknownError)
    return error.message.includes('000099-future.sql')
  })
})

test('migrate leaves nothing of a file that fails, and goes on once it is mended', async () => {
  const url = await emptyDatabase()
  await writeFile(join(folder, '000001-a.sql'), 'create table a (n integer);')
  await writeFile(join(folder, '000002-b.sql'), 'create table b (n integer); select 1 / 0;')
  await assert.rejects(migrate(url, folder), /division by zero/)
  await writeFile(join(folder, '000002-b.sql'), 'create table b (n integer);')
  assert.deepEqual(await migrate(url, folder), ['000002-b.sql'])
})
