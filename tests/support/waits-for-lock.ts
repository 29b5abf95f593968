import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../../src/platform/index.ts'

/** Until some statement of this database waits for a lock that another transaction holds. */
export async function waitsForLock(db: Db): Promise<void> {
  for (;;) {
    const waiting = await sql`
      select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if (waiting.rows.length > 0) return
    await setTimeout(5)
  }
}
