import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { StoredLetter } from './letter.ts'

/** A letter that waits, or waited, for a second person of its unit. */
export interface Approval {
  readonly letter: string
  readonly unitMailbox: string
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly decidedBy: string | null
  readonly decidedAt: Temporal.Instant | null
  readonly outcome: 'approved' | 'refused' | null
}

const columns = sql`letter_id as letter, unit_mailbox as "unitMailbox", asked_by as "askedBy",
  asked_at as "askedAt", decided_by as "decidedBy", decided_at as "decidedAt", outcome`

/** Notes that letters wait for a second person. */
export async function insertApprovals(
  tx: Tx,
  letters: readonly StoredLetter[],
  by: string
): Promise<void> {
  for (const { id, sender, authority, acceptedAt } of letters) {
    await sql`
      insert into letter_approvals (bucket, letter_id, unit_mailbox, authority, asked_by, asked_at)
      values (${bucketOf(sender.mailbox)}, ${id}, ${sender.mailbox}, ${authority}, ${by},
        ${acceptedAt})`.execute(tx)
  }
}

/** The approval of a letter, or `null` where it needs none. */
export async function approvalOf(
  db: Db,
  { sender, id }: Pick<StoredLetter, 'sender' | 'id'>
): Promise<Approval | null> {
  const found = await sql<Approval>`
    select ${columns} from letter_approvals
    where bucket = ${bucketOf(sender.mailbox)} and letter_id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** What waits in a unit for a second person, the first one first; not what was taken back meanwhile, or expired. */
export async function openApprovals(
  db: Db,
  unitMailbox: string,
  { after, most }: { readonly after: string | null; readonly most: number }
): Promise<Approval[]> {
  const found = await sql<Approval>`
    select ${columns} from letter_approvals a
    where a.bucket = ${bucketOf(unitMailbox)} and unit_mailbox = ${unitMailbox} and outcome is null
      and (${after}::uuid is null or letter_id > ${after}::uuid)
      and exists (select 1 from letters l where l.bucket = a.bucket and l.id = a.letter_id
        and l.state in ('accepted', 'scheduled'))
    order by letter_id limit ${most}`.execute(db)
  return found.rows
}

/** Writes a decision. @returns `false` if somebody decided before. */
export async function decideApproval(
  tx: Tx,
  letter: Pick<StoredLetter, 'sender' | 'id'>,
  decision: { readonly by: string; readonly at: Temporal.Instant; readonly outcome: string }
): Promise<boolean> {
  const decided = await sql`
    update letter_approvals
    set decided_by = ${decision.by}, decided_at = ${decision.at}, outcome = ${decision.outcome}
    where bucket = ${bucketOf(letter.sender.mailbox)} and letter_id = ${letter.id}
      and outcome is null returning 1`.execute(tx)
  return decided.rows.length === 1
}
