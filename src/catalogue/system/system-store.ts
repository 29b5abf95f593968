import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/index.ts'

/** A program that ran here. */
export interface SystemVersion {
  /** From 1, without gaps. */
  readonly number: number
  readonly version: string
  readonly since: Temporal.Instant
}

/** The program that was noted last; `null` before the first start. */
export async function lastSystemVersion(db: Db): Promise<SystemVersion | null> {
  const found = await sql<SystemVersion>`
    select number, version, since from system_versions order by number desc limit 1`.execute(db)
  return found.rows[0] ?? null
}

/**
 * Notes a program.
 * @returns False where another process noted one of this number in between.
 */
export async function insertSystemVersion(tx: Tx, one: SystemVersion): Promise<boolean> {
  const noted = await sql`
    insert into system_versions (number, version, since)
    values (${one.number}, ${one.version}, ${one.since}) on conflict do nothing`.execute(tx)
  return noted.numAffectedRows === 1n
}
