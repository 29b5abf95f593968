import { sql } from 'kysely'
import type { JudgementVerdict } from '../../kernel/seal/index.ts'
import type { Db, Tx } from '../../platform/index.ts'
import { bucketOfId } from '../case-id.ts'
import { formsDocuments } from '../data-types.ts'

/** The key of a unit's mailbox, as the key directory has it. */
export interface UnitKey {
  readonly authority: string
  readonly unit: string
  readonly sequence: number
  /** To whom one seals; `null` once the mailbox is closed. */
  readonly recipient: string | null
  /** Verifier keys of what it signs. */
  readonly keys: readonly string[]
}

/** The key of a unit that counts at an instant, or `null`. */
export async function unitKeyAt(
  db: Db,
  place: Pick<UnitKey, 'authority' | 'unit'>,
  at: Temporal.Instant
): Promise<UnitKey | null> {
  return (await unitKeysUntil(db, place, at))[0] ?? null
}

/** The key of a unit that counts at an instant, then those of before. A unit has few in all its years. */
export async function unitKeysUntil(
  db: Db,
  place: Pick<UnitKey, 'authority' | 'unit'>,
  at: Temporal.Instant
): Promise<UnitKey[]> {
  const found = await sql<UnitKey>`
    select authority, unit, sequence, recipient, keys from unit_sealing_keys
    where authority = ${place.authority} and unit = ${place.unit} and counts_from <= ${at}
    order by sequence desc`.execute(db)
  return found.rows
}

/** Keeps a key of a unit; an entry that is there already is left. */
export async function insertUnitKey(
  tx: Tx,
  key: UnitKey & { readonly countsFrom: Temporal.Instant }
): Promise<void> {
  await sql`
    insert into unit_sealing_keys (authority, unit, sequence, recipient, keys, counts_from)
    values (${key.authority}, ${key.unit}, ${key.sequence}, ${key.recipient}, ${[...key.keys]}::text[],
      ${key.countsFrom})
    on conflict do nothing`.execute(tx)
}

/** A signed judgement as its row holds it. */
export interface StoredJudgement {
  readonly id: string
  readonly unit: string
  readonly verdict: JudgementVerdict
  /** The signed note. */
  readonly note: string
  /** Id of the actor. */
  readonly by: string
  readonly at: Temporal.Instant
}

/** The judgements of a case, the first one first. */
export async function judgementsOf(db: Db, caseId: string): Promise<StoredJudgement[]> {
  const found = await sql<StoredJudgement>`
    select id, unit, verdict, note, judged_by as "by", judged_at as "at" from case_judgements
    where bucket = ${bucketOfId(caseId)} and case_id = ${caseId} order by id`.execute(db)
  return found.rows
}

/** Keeps a judgement of a case. */
export async function insertJudgement(
  tx: Tx,
  caseId: string,
  judgement: StoredJudgement
): Promise<void> {
  const { id, unit, verdict, note, by, at } = judgement
  await sql`
    insert into case_judgements (bucket, case_id, id, unit, verdict, note, judged_by, judged_at, data_type)
    values (${bucketOfId(caseId)}, ${caseId}, ${id}, ${unit}, ${verdict}, ${note}, ${by}, ${at},
      ${formsDocuments})`.execute(tx)
}
