import { sql } from 'kysely'
import type { Db, Tx } from '../platform/index.ts'

/** How much of one topic waits, and how it goes; nothing of what the entries say. */
export interface TopicFigures {
  readonly topic: string
  readonly waiting: number
  /** Entries that failed at least once. */
  readonly failed: number
  /** Tries of the entry that failed most often. */
  readonly attemptsMax: number
  /** When the oldest entry was queued. */
  readonly oldestAt: Temporal.Instant
  /** When the next of them is tried. */
  readonly nextAt: Temporal.Instant
}

/** The outbox by topic, the longest waiting first. */
export async function outboxByTopic(db: Db): Promise<TopicFigures[]> {
  // The id of an entry begins with the milliseconds at which it was queued (UUIDv7).
  const found = await sql<TopicFigures>`
    select topic, count(*)::int as waiting, count(*) filter (where attempts > 0)::int as failed,
      max(attempts)::int as "attemptsMax", min(available_at) as "nextAt",
      to_timestamp(('x' || lpad(left(replace(min(id::text), '-', ''), 12), 16, '0'))::bit(64)::bigint
        / 1000.0) as "oldestAt"
    from outbox group by topic order by "oldestAt", topic`.execute(db)
  return found.rows
}

/**
 * Has failed entries of a topic tried again now instead of at their turn.
 * @returns How many.
 */
export async function replayTopic(tx: Tx, topic: string, now: Temporal.Instant): Promise<number> {
  const done = await sql`
    update outbox set available_at = ${now}
    where topic = ${topic} and attempts > 0 and available_at > ${now}`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}
