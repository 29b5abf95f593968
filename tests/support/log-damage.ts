import { sql } from 'kysely'
import { publicLog } from '../../src/ledger/index.ts'
import type { Context } from '../../src/platform/index.ts'

/** What a test needs to damage a log, to see what is said of it, and to have it repaired. */
export function logDamage(context: Context) {
  const { db } = context

  /** Kinds of the differences that `checkLog` finds, each once. */
  async function named(): Promise<string[]> {
    const { differences } = await publicLog.checkLog(context)
    return [...new Set(differences.map(({ what }) => what))].toSorted()
  }

  /** What `repairLog` made each shard from. */
  async function repaired(): Promise<string[]> {
    const repairs = await publicLog.repairLog(context)
    return repairs.map(({ from }) => from)
  }

  /** Runs `work`, and puts the rows of these tables back as they were. */
  async function withRowsBack(tables: readonly string[], work: () => Promise<void>): Promise<void> {
    for (const table of tables) {
      await sql`create table ${sql.table(`${table}_kept`)} as table ${sql.table(table)}`.execute(db)
    }
    try {
      await work()
    } finally {
      for (const table of tables) {
        await sql`delete from ${sql.table(table)}`.execute(db)
        await sql`insert into ${sql.table(table)} table ${sql.table(`${table}_kept`)}`.execute(db)
        await sql`drop table ${sql.table(`${table}_kept`)}`.execute(db)
      }
    }
  }

  return { named, repaired, withRowsBack }
}
