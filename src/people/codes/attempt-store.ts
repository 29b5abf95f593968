import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, bucketOf } from '../../platform/index.ts'

/** What is counted, how often it may happen, and in how long a stretch. */
export interface Allowance {
  /** Such as `code to +989…`; only its hash is kept. */
  readonly what: string
  readonly most: number
  readonly withinSeconds: number
}

/**
 * Counts one more of something.
 * @returns Whether it is still within the allowance; a stretch begins with its first and then runs out.
 */
export async function takeAllowance(
  db: Db,
  { what, most, withinSeconds }: Allowance,
  now: Temporal.Instant
): Promise<boolean> {
  const id = createHash('sha256').update(what).digest('hex')
  const endsAt = now.add({ seconds: withinSeconds })
  const counted = await sql<{ count: number }>`
    insert into attempt_counts as a (bucket, id, begun_at, ends_at, count)
    values (${bucketOf(id)}, ${id}, ${now}, ${endsAt}, 1)
    on conflict (bucket, id) do update set
      count = case when a.ends_at <= ${now}::timestamptz then 1 else a.count + 1 end,
      begun_at = case when a.ends_at <= ${now}::timestamptz then ${now}::timestamptz else a.begun_at end,
      ends_at = case when a.ends_at <= ${now}::timestamptz then ${endsAt}::timestamptz else a.ends_at end
    returning count`.execute(db)
  return (counted.rows[0]?.count ?? 1) <= most
}

/** Forgets counts whose stretch is over. */
export async function deleteCountsBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from attempt_counts where ends_at < ${before}`.execute(db)
}
