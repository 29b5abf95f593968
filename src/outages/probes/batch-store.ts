import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { VantageName } from './vantage-store.ts'

/** What was answered for one authority's part of a batch; `refused` names places in the whole batch. */
export interface TakenBatch {
  readonly accepted: number
  readonly refused: readonly { readonly index: number; readonly code: string }[]
}

/** What was answered when this batch was taken before, or `null`. */
export async function takenBatch(
  tx: Tx,
  name: VantageName,
  batch: string
): Promise<TakenBatch | null> {
  const found = await sql<{ answer: TakenBatch }>`
    select answer from probe_batches where bucket = ${bucketOf(name.authority)}
      and authority = ${name.authority} and vantage = ${name.vantage} and id = ${batch}`.execute(tx)
  return found.rows[0]?.answer ?? null
}

/** Keeps what was answered, so that a repetition changes nothing and hears the same. */
export async function keepBatch(
  tx: Tx,
  name: VantageName,
  { batch, at, answer }: { batch: string; at: Temporal.Instant; answer: TakenBatch }
): Promise<void> {
  await sql`
    insert into probe_batches (bucket, authority, vantage, id, received_at, answer)
    values (${bucketOf(name.authority)}, ${name.authority}, ${name.vantage}, ${batch}, ${at},
      ${json(answer)})`.execute(tx)
}

/** Forgets batches that nobody sends again. */
export async function forgetBatches(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from probe_batches where received_at < ${before}`.execute(db)
}
