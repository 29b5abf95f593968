import { sql } from 'kysely'
import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import type { Db } from '../../platform/index.ts'
import { type LetterRow, letterOfRow } from './letter-row.ts'
import type { Lane, StoredLetter } from './letter.ts'
import { unopenedStates } from './letter-state.ts'
import { letterColumns } from './letter-store.ts'

/** Letters of a lane that are to be published by now, those that wait longest first. */
export async function dueLetters(
  db: Db,
  {
    lane,
    now,
    most
  }: { readonly lane: Lane; readonly now: Temporal.Instant; readonly most: number }
): Promise<StoredLetter[]> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.lane = ${lane} and l.due_at <= ${now} order by l.due_at limit ${most}`.execute(db)
  return found.rows.map(letterOfRow)
}

/** Letters whose time has passed before anybody proved to have opened them. */
export async function expiringLetters(
  db: Db,
  now: Temporal.Instant,
  most: number
): Promise<StoredLetter[]> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.expires_at <= ${now} and l.state = any(${unopenedStates}::text[])
      and (l.page_opened_at is null or l.recipient is null)
    order by l.expires_at limit ${most}`.execute(db)
  return found.rows.map(letterOfRow)
}

/** How a lane goes: what waits in it, and how long letters took of late. */
export interface LaneFigures {
  readonly lane: Lane
  /** Letters that are due and not published. */
  readonly waiting: number
  readonly oldestWaitingSeconds: number
  /** Letters that were published in the period, at most {@link measuredMax}, the newest. */
  readonly published: number
  readonly medianSeconds: number | null
  readonly p99Seconds: number | null
}

/** Most letters that one figure is made of. */
export const measuredMax = 10_000

/** The figures of one lane since an instant. */
export async function laneFigures(
  db: Db,
  { lane, now, since }: { lane: Lane; now: Temporal.Instant; since: Temporal.Instant }
): Promise<LaneFigures> {
  const found = await sql<Omit<LaneFigures, 'lane'>>`
    with waiting as (
      select count(*) as n, coalesce(extract(epoch from ${now}::timestamptz - min(due_at)), 0) as age
      from (select due_at from letters where lane = ${lane} and due_at <= ${now}
        and authority <> ${canaryAuthority} order by due_at limit ${measuredMax}) as d
    ), took as (
      select extract(epoch from arrived_at - greatest(publish_at, accepted_at))::double precision as s
      from letters where lane = ${lane} and arrived_at >= ${since}
        and authority <> ${canaryAuthority}
      order by arrived_at desc limit ${measuredMax}
    )
    select (select n from waiting)::integer as waiting,
      (select age from waiting)::double precision as "oldestWaitingSeconds",
      count(*)::integer as published,
      percentile_cont(0.5) within group (order by s) as "medianSeconds",
      percentile_cont(0.99) within group (order by s) as "p99Seconds"
    from took`.execute(db)
  const [row] = found.rows
  if (row === undefined) throw new Error('a lane without figures')
  return { lane, ...row }
}
