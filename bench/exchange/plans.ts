import { sql } from 'kysely'
import { type Context, type Scope, openDatabase, withScope } from '../../src/platform/index.ts'
import type { BenchDesk } from '../desk/installation.ts'

/** What the database plans for all that `work` asks, in a scope of a request: one text a statement. */
export async function plansOf(
  desk: BenchDesk,
  scope: Scope,
  work: (context: Context) => Promise<unknown>
): Promise<string[]> {
  const plans: string[] = []
  const database = openDatabase(desk.url, 1)
  database.pool.on('connect', (client) => {
    client.on('notice', ({ message }) => plans.push(message ?? ''))
  })
  try {
    await sql`load 'auto_explain'`.execute(database.db)
    for (const setting of [
      'log_min_duration = 0',
      'log_level = notice',
      'log_parameter_max_length = 0'
    ]) {
      await sql.raw(`set auto_explain.${setting}`).execute(database.db)
    }
    plans.length = 0
    await withScope(scope, () => work({ ...desk.context, db: database.db }))
    return plans.filter((plan) => plan.includes('plan:'))
  } finally {
    await database.close()
  }
}

/** Tables of letters that one of the plans reads from end to end. */
export function scannedWhole(plans: readonly string[]): string[] {
  const found = plans.flatMap((plan) =>
    [...plan.matchAll(/Seq Scan on (\w+)/g)].map(([, table]) => table ?? '')
  )
  return [...new Set(found)].filter((table) => /letter|facts/.test(table))
}
