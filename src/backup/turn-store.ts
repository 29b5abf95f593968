import { sql } from 'kysely'
import type { Db } from '../platform/index.ts'

/** Takes the turn, or holds it for longer. @returns Whether it is the holder's until `until`. */
export async function takeTurn(
  db: Db,
  turn: {
    readonly name: string
    readonly holder: string
    readonly now: Temporal.Instant
    readonly until: Temporal.Instant
  }
): Promise<boolean> {
  const taken = await sql`
    insert into backup_turns as known (name, holder, until_at)
    values (${turn.name}, ${turn.holder}, ${turn.until})
    on conflict (name) do update set holder = excluded.holder, until_at = excluded.until_at
    where known.until_at <= ${turn.now} or known.holder = excluded.holder
    returning 1`.execute(db)
  return taken.rows.length === 1
}

/** Gives the turn back before its end. */
export async function giveTurn(db: Db, name: string, holder: string): Promise<void> {
  await sql`delete from backup_turns where name = ${name} and holder = ${holder}`.execute(db)
}
