import { sql } from 'kysely'
import { type Tx, bucketOf } from '../../platform/index.ts'

/** Takes away the answers that the edge keeps for repetitions of a person's requests; how many. */
export async function forgetAnswers(tx: Tx, person: string): Promise<number> {
  const forgotten = await sql`
    delete from idempotent_answers where bucket = ${bucketOf(person)} and caller = ${person}
    returning 1`.execute(tx)
  return forgotten.rows.length
}
