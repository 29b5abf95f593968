import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { demandWhole } from './demand-whole.ts'

const ownFolder = resolve(import.meta.dirname, '../../../migrations')

/** An applied migration is not the file that is here now: the two must be told apart by a new file. */
export class MigrationChangedError extends Error {
  readonly code = 'migration/changed'
}

/** The database has what this program does not know: a newer one made it. */
export class MigrationUnknownError extends Error {
  readonly code = 'migration/unknown'
}

/**
 * Brings the database to the newest schema: runs each file of `migrations/` that was not run yet, in
 * order, each in its own transaction. Safe to call from several processes at once.
 * @returns The names of the files that were run now.
 * @throws {MigrationChangedError} If a file was edited after it was applied.
 * @throws {MigrationUnknownError} If the database was made by a newer program.
 * @throws {RestoreUnfinishedError} If it holds the half of a backup.
 */
export async function migrate(url: string, folder = ownFolder): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // What fills a new column reads all rows, also where row-level security holds for the owner.
    await client.query("select set_config('peyman.scope', 'system', false)")
    await demandWhole(client)
    await createRegister(client)
    const known = await readRegister(client)
    const own = await readMigrations(folder)
    demandKnown([...known.keys()], own)
    const applied: string[] = []
    for (const migration of own) {
      if (isKnown(known, migration)) continue
      if (await apply(client, migration)) applied.push(migration.name)
    }
    return applied
  } finally {
    await client.end()
  }
}

/** One step of the schema: a file of `migrations/`. */
export interface Migration {
  readonly name: string
  readonly text: string
  readonly sha256: string
}

/** The migrations of this program, in the order in which they run. */
export function ownMigrations(): Promise<Migration[]> {
  return readMigrations(ownFolder)
}

/** Files of `migrations/` in the order in which they run. */
async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{6}-.*\.sql$/.test(name)).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })
  )
}

/** Looks first: a role that may not create tables must be able to start on a database that is up to date. */
async function createRegister(client: pg.Client): Promise<void> {
  if (await hasRegister(client)) return
  await client
    .query(
      `create table if not exists migrations (
        name text primary key, sha256 text not null, applied_at timestamptz not null default now())`
    )
    .catch(async (error: unknown) => {
      // Another process made it between the look and the deed, which "if not exists" does not cover.
      if (!(await hasRegister(client))) throw error
    })
}

async function hasRegister(client: pg.Client): Promise<boolean> {
  const found = await client.query<{ there: boolean }>(
    "select to_regclass('migrations') is not null as there"
  )
  return found.rows[0]?.there === true
}

async function readRegister(client: pg.Client): Promise<Map<string, string>> {
  const found = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migrations'
  )
  return new Map(found.rows.map(({ name, sha256 }) => [name, sha256]))
}

function demandKnown(applied: readonly string[], own: readonly Migration[]): void {
  const strange = applied.filter((name) => own.every((migration) => migration.name !== name))
  if (strange.length === 0) return
  throw new MigrationUnknownError(
    `this database is of a newer Peyman (it has ${strange.join(', ')}); start that one, or use other data`
  )
}

function isKnown(known: ReadonlyMap<string, string>, { name, sha256 }: Migration): boolean {
  const before = known.get(name)
  if (before !== undefined && before !== sha256) {
    throw new MigrationChangedError(
      `${name} is not the file that this database was made with; bring back the version of Peyman that made it`
    )
  }
  return before !== undefined
}

async function apply(client: pg.Client, migration: Migration): Promise<boolean> {
  await client.query('begin')
  try {
    // Two processes that start together: the second waits here and then finds the row.
    await client.query('lock table migrations in share row exclusive mode')
    const known = isKnown(await readRegister(client), migration)
    if (!known) {
      await client.query(migration.text)
      const { name, sha256 } = migration
      await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
    }
    await client.query('commit')
    return !known
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
