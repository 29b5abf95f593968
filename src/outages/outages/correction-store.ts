import { sql } from 'kysely'
import { type Bilingual, type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { CorrectionReason, OutageCause } from './outage.ts'

/** A correction of an outage that one person proposed. */
export interface Correction {
  readonly authority: string
  readonly outage: string
  readonly id: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
  readonly cause: OutageCause
  readonly void: boolean
  readonly reason: CorrectionReason
  /** Why, in words. */
  readonly words: Bilingual
  readonly proposedBy: string
  readonly proposedAt: Temporal.Instant
  readonly decidedBy: string | null
  readonly decidedAt: Temporal.Instant | null
  /** `null` while it waits for the second person. */
  readonly approved: boolean | null
}

/** Proposed corrections of an outage, decided ones too, the newest first. */
export async function correctionsOf(
  db: Db,
  { authority, id }: { readonly authority: string; readonly id: string }
): Promise<Correction[]> {
  const found = await sql<Correction>`
    select authority, outage, id, from_at as "from", to_at as "to", cause, void, reason, words,
      proposed_by as "proposedBy", proposed_at as "proposedAt", decided_by as "decidedBy",
      decided_at as "decidedAt", approved
    from outage_corrections where bucket = ${bucketOf(authority)} and authority = ${authority}
      and outage = ${id} order by id desc`.execute(db)
  return found.rows
}

/** Writes a proposal. */
export async function insertCorrection(tx: Tx, correction: Correction): Promise<void> {
  const c = correction
  await sql`
    insert into outage_corrections (bucket, authority, outage, id, from_at, to_at, cause, void, reason,
      words, proposed_by, proposed_at)
    values (${bucketOf(c.authority)}, ${c.authority}, ${c.outage}, ${c.id}, ${c.from}, ${c.to},
      ${c.cause}, ${c.void}, ${c.reason}, ${json(c.words)}, ${c.proposedBy},
      ${c.proposedAt})`.execute(tx)
}

/** @returns False where somebody decided on it before. */
export async function decideOn(
  tx: Tx,
  correction: Correction,
  decision: { readonly by: string; readonly at: Temporal.Instant; readonly approved: boolean }
): Promise<boolean> {
  const done = await sql`
    update outage_corrections set decided_by = ${decision.by}, decided_at = ${decision.at},
      approved = ${decision.approved}
    where bucket = ${bucketOf(correction.authority)} and authority = ${correction.authority}
      and outage = ${correction.outage} and id = ${correction.id}
      and approved is null`.execute(tx)
  return done.numAffectedRows === 1n
}
