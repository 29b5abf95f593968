import { sql } from 'kysely'
import { type Tx, bucketOf, json, sqlState, sqlStates } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import type { CaseRecord, ClockRecord, DocumentRecord, Given } from './case-record.ts'
import { formsDocuments } from './data-types.ts'
import { receiptInsertion } from './receipt-store.ts'
import type { Receipt } from './receipt.ts'

/** Everything that filing a case writes into the applicant's bucket, besides the facts. */
export interface SubmissionRows {
  readonly record: CaseRecord
  /** Whoever sent the form, and by which key it is known again. */
  readonly filer: string
  readonly submissionKey: string
  readonly clock: ClockRecord
  readonly documents: readonly DocumentRecord[]
  readonly given: Given
  readonly receipt: Receipt
}

/** Which of the two keys of a new case was taken already. */
export type TakenKey = 'submission' | 'code'

/**
 * Files a case: its row, its clock, its documents and its receipt in one statement, because all of
 * them live in one bucket, and so does the key of a form that an applicant sent; then its tracking
 * code in the bucket of the code.
 */
export async function insertSubmission(tx: Tx, rows: SubmissionRows): Promise<void> {
  const { record, clock, documents } = rows
  const bucket = bucketOfId(record.id)
  const keyed = sql`insert into case_submissions (bucket, filer, submission_key, case_id)
    values (${bucketOf(rows.filer)}, ${rows.filer}, ${rows.submissionKey}, ${record.id})`
  const keyedHere = bucketOf(rows.filer) === bucket
  if (!keyedHere) await keyed.execute(tx)
  const column = <T>(read: (document: DocumentRecord) => T) => documents.map(read)
  await sql`
    with filed as (
      insert into cases (bucket, id, applicant, authority, service, card_version, agreement_version,
        code, answers, filed_at, version, stage, step, unit, units, assigned_to, reopened,
        facts_through, data_type)
      values (${bucket}, ${record.id}, ${record.applicant}, ${record.authority}, ${record.service},
        ${record.cardVersion}, ${record.agreementVersion}, ${record.code}, ${json(record.answers)},
        ${record.filedAt}, ${record.version}, ${record.stage}, ${record.step}, ${record.unit},
        ${record.units}::text[], ${record.assignedTo}, ${record.reopened}, ${record.factsThrough}, ${formsDocuments})
    ) ${keyedHere ? sql`, keyed as (${keyed})` : sql``}
    , clocked as (
      insert into case_clocks (bucket, case_id, authority, state, late, started_at, due_at,
        remaining_seconds, wake_at, card_version, calendar_version, facts_through)
      values (${bucket}, ${record.id}, ${clock.authority}, ${clock.state}, ${clock.late},
        ${clock.startedAt}, ${clock.dueAt}, ${clock.remainingSeconds}, ${clock.wakeAt},
        ${clock.cardVersion}, ${clock.calendarVersion}, ${clock.factsThrough})
    )
    , receipted as (${receiptInsertion(rows.receipt)})
    insert into case_documents (bucket, case_id, id, type, name, media_type, size_bytes, sha256, channel,
      tracking_number, office_code, arrived_at, received_at, data_type, origin, given_by)
    select ${bucket}, ${record.id}::uuid, d.*, ${formsDocuments}, ${rows.given.origin},
      ${rows.given.by} from unnest(${column((d) => d.id)}::uuid[],
      ${column((d) => d.type)}::text[], ${column((d) => d.name)}::text[],
      ${column((d) => d.mediaType)}::text[], ${column((d) => d.sizeBytes)}::bigint[],
      ${column((d) => d.sha256)}::text[], ${column((d) => d.channel)}::text[],
      ${column((d) => d.trackingNumber)}::text[], ${column((d) => d.officeCode)}::text[],
      ${column((d) => d.arrivedAt)}::timestamptz[], ${column((d) => d.registeredAt)}::timestamptz[])
      as d`.execute(tx)
  await sql`
    insert into case_codes (bucket, code, case_id)
    values (${bucketOf(record.code)}, ${record.code}, ${record.id})`.execute(tx)
}

/** Which key a failed insertion found taken; `null` for any other error. */
export function takenKey(error: unknown): TakenKey | null {
  if (sqlState(error) !== sqlStates.uniqueViolation) return null
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
  // A distributed database puts the number of the shard behind the name.
  if (constraint.startsWith('case_submissions_pkey')) return 'submission'
  return constraint.startsWith('case_codes_pkey') ? 'code' : null
}
