import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { type Db, migrate, openDatabase, startEmbeddedPostgres } from '../../src/platform/index.ts'

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly db: Db
  readonly url: string
}

// Half the time of the other strategy, where nothing is flushed to the disk.
const byCopying = 'strategy file_copy'

/** What many test files begin with: brought in once a run, and cloned from then on. */
export interface TestContent {
  /** The same name, the same rows. */
  readonly name: string
  load(db: Db): Promise<void>
}

/**
 * A fresh, migrated database, cloned from a template that is made once per set of migrations. The
 * server is that of `PEYMAN_TEST_DATABASE_URL` (any PostgreSQL >= 16), else an embedded one of this
 * process. Closed and dropped when the test file ends.
 * @param content - What it holds. Within a run of the gate (`PEYMAN_TEST_RUN`), where neither sources
 *   nor content change, it is loaded by the first file that asks for it.
 */
export async function testDatabase(content?: TestContent): Promise<TestDatabase> {
  const server = await testServer()
  const bare = await ensureTemplate(server.url)
  const run = process.env.PEYMAN_TEST_RUN
  const template =
    content === undefined || run === undefined
      ? bare
      : await ensureContent(server.url, { bare, run, content })
  const name = `peyman_test_${randomBytes(8).toString('hex')}`
  await asAdministrator(server.url, `create database ${name} template ${template} ${byCopying}`)
  const url = withDatabase(server.url, name)
  const opened = openDatabase(url, 8)
  after(async () => {
    await opened.close()
    await asAdministrator(server.url, `drop database ${name} with (force)`)
    await server.stop()
  })
  if (template === bare) await content?.load(opened.db)
  return { db: opened.db, url }
}

/** The server that tests share, or one of this process alone. */
export async function testServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.PEYMAN_TEST_DATABASE_URL
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() }
  const folder = await mkdtemp(join(tmpdir(), 'peyman-test-'))
  const embedded = await startEmbeddedPostgres({ folder, throwAway: true })
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function ensureTemplate(serverUrl: string): Promise<string> {
  const name = `peyman_template_${await migrationsMark()}`
  return makeOnce(serverUrl, { name, from: 'template1', fill: (url) => migrate(url) })
}

async function ensureContent(
  serverUrl: string,
  of: { readonly bare: string; readonly run: string; readonly content: TestContent }
): Promise<string> {
  const mark = createHash('sha256').update([of.bare, of.run, of.content.name].join('\n'))
  const name = `peyman_content_${mark.digest('hex').slice(0, 16)}`
  const fill = async (url: string) => {
    const opened = openDatabase(url, 4)
    try {
      await of.content.load(opened.db)
    } finally {
      await opened.close()
    }
  }
  return makeOnce(serverUrl, { name, from: of.bare, fill })
}

/** Test files start together; the first one makes a template, the others wait for it. */
async function makeOnce(
  serverUrl: string,
  made: { readonly name: string; readonly from: string; fill(url: string): Promise<unknown> }
): Promise<string> {
  const { name, from } = made
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7203, hashtext($1))', [name])
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) {
      await client.query(`drop database if exists ${name}_draft with (force)`)
      await client.query(`create database ${name}_draft template ${from}`)
      await made.fill(withDatabase(serverUrl, `${name}_draft`))
      await client.query(`alter database ${name}_draft rename to ${name}`)
    }
    return name
  } finally {
    await client.end()
  }
}

async function migrationsMark(): Promise<string> {
  const folder = resolve(import.meta.dirname, '../../migrations')
  const hash = createHash('sha256')
  for (const name of (await readdir(folder)).toSorted()) {
    hash.update(name).update(await readFile(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 12)
}

async function asAdministrator(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}
