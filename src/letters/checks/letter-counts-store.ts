import { sql } from 'kysely'
import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import { sandboxAuthority } from '../../kernel/terms/sandbox-authority.ts'
import type { Db } from '../../platform/index.ts'

/** A stretch of time: from the check before to this one. */
export interface CheckedTime {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** What went through the system in a stretch of time: numbers, of nobody. */
export interface LetterCounts {
  readonly accepted: number
  readonly published: number
  readonly opened: number
  /** Accepted from a mailbox that had no key in the directory: there must be none. */
  readonly unknownSender: number
  /** Handed in by somebody who is no unit with a mailbox, and refused. */
  readonly senderRefused: number
  readonly operatorTried: number
  readonly operatorAllowed: number
  readonly forgery: number
  readonly fraud: number
  readonly privacy: number
  readonly wrongRecipient: number
}

/** What is tried, by probes and by programs, is nobody's letter: it is in no figure. */
export const synthetic: readonly string[] = [canaryAuthority, sandboxAuthority]

/** Counts what happened to letters, by their facts. */
export async function countLetterFacts(db: Db, { from, to }: CheckedTime): Promise<LetterCounts> {
  const found = await sql<LetterCounts>`
    select count(*) filter (where kind = 'letter.accepted')::integer as accepted,
      count(*) filter (where kind = 'letter.published')::integer as published,
      count(*) filter (where kind = 'letter.opened')::integer as opened,
      count(*) filter (where kind = 'letter.accepted' and not exists (
        select 1 from mailboxes m where m.id = (body ->> 'sender')::uuid
          and m.opened_at <= facts.at))::integer as "unknownSender",
      count(*) filter (where kind = 'access.refused' and body ->> 'action' = 'share')::integer
        as "senderRefused",
      count(*) filter (where body ->> 'role' = 'operator')::integer as "operatorTried",
      count(*) filter (where body ->> 'role' = 'operator' and kind = 'access.allowed')::integer
        as "operatorAllowed",
      count(*) filter (where body ->> 'report' = 'forgery')::integer as forgery,
      count(*) filter (where body ->> 'report' = 'fraud')::integer as fraud,
      count(*) filter (where body ->> 'report' = 'privacy')::integer as privacy,
      count(*) filter (where body ->> 'report' = 'wrong-recipient')::integer as "wrongRecipient"
    from facts where known_at >= ${from} and known_at < ${to}
      and not (authority = any(${synthetic}::text[]))
      and (kind in ('letter.accepted', 'letter.published', 'letter.opened', 'letter.reported')
        or (kind in ('access.allowed', 'access.refused') and body ->> 'dataType' = 'letters'))`.execute(
    db
  )
  const [counts] = found.rows
  if (counts === undefined) throw new Error('a count gives one row')
  return counts
}

/** Bodies of which at least one unit has an open mailbox. */
export async function bodiesWithMailbox(db: Db): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(distinct authority)::integer as n from mailboxes
    where kind = 'unit' and closed_at is null
      and not (authority = any(${synthetic}::text[]))`.execute(db)
  return found.rows[0]?.n ?? 0
}
