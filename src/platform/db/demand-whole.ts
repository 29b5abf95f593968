import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from './connection.ts'

/** The database holds the half of a backup: nothing may start on it before the rest is there. */
export class RestoreUnfinishedError extends Error {
  readonly code = 'restore/unfinished'

  constructor() {
    super(
      'a restore into this database was cut off, or is under way; go on with it: run the same "peyman restore" again'
    )
  }
}

// Where a restore notes how far it is (`src/backup/half-store.ts`).
const question = `select to_regclass('restoring') is not null as half`

/**
 * Looks whether a restore was cut off in a database.
 * @throws {RestoreUnfinishedError} If one was, or is under way.
 */
export async function demandWhole(client: pg.Client): Promise<void> {
  const found = await client.query<{ half: boolean }>(question)
  if (found.rows[0]?.half === true) throw new RestoreUnfinishedError()
}

/**
 * The same for whoever comes back to a database again and again.
 * @throws {RestoreUnfinishedError} If a restore was cut off, or is under way.
 */
export async function demandWholeNow(db: Db): Promise<void> {
  const found = await sql.raw<{ half: boolean }>(question).execute(db)
  if (found.rows[0]?.half === true) throw new RestoreUnfinishedError()
}
