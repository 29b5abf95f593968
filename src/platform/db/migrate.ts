import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'

const folder = resolve(import.meta.dirname, '../../../migrations')

/** An applied migration is not the file that is here now: the two must be told apart by a new file. */
export class MigrationChangedError extends Error {
  readonly code = 'migration/changed'
}

/**
 * Brings the database to the newest schema: runs each file of `migrations/` that was not run yet, in
 * order, each in its own transaction. Safe to call from several processes at once.
 * @returns The names of the files that were run now.
 * @throws {MigrationChangedError} If a file was edited after it was applied.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create table if not exists migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    const applied: string[] = []
    for (const name of await migrationNames()) {
      if (await apply(client, name)) applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}

/** Files of `migrations/` in the order in which they run. */
async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{6}-.*\.sql$/.test(name)).toSorted()
}

async function apply(client: pg.Client, name: string): Promise<boolean> {
  const text = await readFile(join(folder, name), 'utf8')
  const sha256 = createHash('sha256').update(text).digest('hex')
  await client.query('begin')
  try {
    // Two processes that start together: the second waits here and then finds the row.
    await client.query('lock table migrations in share row exclusive mode')
    const known = await client.query<{ sha256: string }>(
      'select sha256 from migrations where name = $1',
      [name]
    )
    const before = known.rows[0]
    if (before !== undefined && before.sha256 !== sha256) {
      throw new MigrationChangedError(`${name} was changed after it was applied; write a new file`)
    }
    if (before === undefined) {
      await client.query(text)
      await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256])
    }
    await client.query('commit')
    return before === undefined
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
