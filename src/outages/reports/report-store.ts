import { sql } from 'kysely'
import type { DataType } from '../../kernel/policy/index.ts'
import { type Db, type Tx, bucketOf, withScope } from '../../platform/index.ts'
import type { Filing } from './filing.ts'
import type { FailureReceipt, FailureReport, ReportAnswer } from './report.ts'

/** Most bytes in one row: larger values cost memory in every process that they pass through. */
const chunkBytesMax = 1_048_576

const columns = sql`id, authority, component, service, kind, channel, words, place, contact, latitude,
  longitude, media_url as "mediaUrl", noticed_at as "noticedAt", filed_at as "filedAt",
  known_at as "knownAt", spooled, state, closed_reason as "closedReason", outage,
  matched_by as "matchedBy", photo_type as "photoType", photo_bytes as "photoBytes",
  updated_at as "updatedAt"`

// The kind of data that a report is, with its receipt, its answers and its photo.
const failureReports: DataType = 'failure-reports'

/** Which report a key filed. */
export interface UsedKey {
  readonly report: string
  readonly contentSha256: string
}

/**
 * Uses a key for a report.
 * @returns What it was used for before, or `null` where it is used now.
 */
export async function useKey(
  tx: Tx,
  filing: Filing,
  at: Temporal.Instant
): Promise<UsedKey | null> {
  const { key, id, contentSha256 } = filing
  const used = await sql`
    insert into failure_report_keys (bucket, key, report, content_sha256, used_at)
    values (${bucketOf(key)}, ${key}, ${id}, ${contentSha256}, ${at})
    on conflict (bucket, key) do nothing returning 1`.execute(tx)
  return used.rows.length === 1 ? null : reportOfKey(tx, key)
}

/** What a key was used for, or `null`. */
export async function reportOfKey(db: Db, key: string): Promise<UsedKey | null> {
  const found = await sql<UsedKey>`
    select report, content_sha256 as "contentSha256" from failure_report_keys
    where bucket = ${bucketOf(key)} and key = ${key}`.execute(db)
  return found.rows[0] ?? null
}

/** Forgets keys that nothing can come with any more. */
export async function removeKeys(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from failure_report_keys where used_at < ${before}`.execute(db)
}

/** How a report is written down. */
export interface Written {
  readonly authority: string
  readonly knownAt: Temporal.Instant
  readonly spooled: boolean
}

/** Inserts a report with its receipt, then its code and its photo. */
export async function insertReport(tx: Tx, filing: Filing, written: Written): Promise<void> {
  const { id, input, channel, filedAt, receipt } = filing
  const { authority, knownAt, spooled } = written
  const { choice, photo, point } = input
  const bucket = bucketOf(id)
  await sql`
    with reported as (
      insert into failure_reports (bucket, id, authority, component, service, kind, channel, words,
        place, contact, latitude, longitude, media_url, noticed_at, filed_at, known_at, spooled, state,
        photo_type, photo_bytes, photo_sha256, updated_at, data_type)
      values (${bucket}, ${id}, ${authority}, ${choice.component}, ${choice.service}, ${input.kind},
        ${channel}, ${input.words}, ${input.place}, ${input.contact}, ${point?.latitude ?? null},
        ${point?.longitude ?? null}, ${input.mediaUrl}, ${input.noticedAt}, ${filedAt}, ${knownAt},
        ${spooled}, 'open', ${photo?.type ?? null}, ${photo?.bytes.length ?? null},
        ${photo?.sentSha256 ?? null}, ${filedAt}, ${failureReports})
    )
    insert into failure_receipts (bucket, report, code, issued_at, content, sha256, data_type)
    values (${bucket}, ${id}, ${receipt.code}, ${receipt.issuedAt}, ${receipt.content},
      ${receipt.sha256}, ${failureReports})`.execute(tx)
  await sql`
    insert into failure_receipt_codes (bucket, code, report)
    values (${bucketOf(receipt.code)}, ${receipt.code}, ${id})`.execute(tx)
  if (photo !== null) await insertPhoto(tx, id, photo.bytes)
}

async function insertPhoto(tx: Tx, report: string, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length; from += chunkBytesMax) {
    const content = Buffer.from(bytes.subarray(from, from + chunkBytesMax))
    await sql`
      insert into failure_report_photos (bucket, report, from_byte, content, data_type)
      values (${bucketOf(report)}, ${report}, ${from}, ${content}, ${failureReports})`.execute(tx)
  }
}

/** The bytes of a report's photo; empty for none. */
export async function photoOf(db: Db, report: string): Promise<Buffer> {
  const found = await sql<{ content: Buffer }>`
    select content from failure_report_photos
    where bucket = ${bucketOf(report)} and report = ${report} order by from_byte`.execute(db)
  return Buffer.concat(found.rows.map(({ content }) => content))
}

/** A report by its id, or `null`. */
export async function reportById(db: Db, id: string): Promise<FailureReport | null> {
  const found = await sql<FailureReport>`
    select ${columns} from failure_reports where bucket = ${bucketOf(id)} and id = ${id}`.execute(
    db
  )
  return found.rows[0] ?? null
}

/** The report of a receipt code, or `null`. */
export function reportOfCode(db: Db, code: string): Promise<string | null> {
  // The code of a receipt is the key: no list of codes is ever read.
  return withScope('system', () => readCode(db, code))
}

async function readCode(db: Db, code: string): Promise<string | null> {
  const found = await sql<{ report: string }>`
    select report from failure_receipt_codes
    where bucket = ${bucketOf(code)} and code = ${code}`.execute(db)
  return found.rows[0]?.report ?? null
}

/** The receipt of a report as it was issued, or `null`. */
export async function receiptOfReport(db: Db, report: string): Promise<FailureReceipt | null> {
  const found = await sql<FailureReceipt>`
    select report, code, issued_at as "issuedAt", content, sha256 from failure_receipts
    where bucket = ${bucketOf(report)} and report = ${report}`.execute(db)
  return found.rows[0] ?? null
}

/** What the body answered, the first answer first. */
export async function answersOf(db: Db, report: string): Promise<ReportAnswer[]> {
  const found = await sql<ReportAnswer>`
    select id, answered_at as "answeredAt", answered_by as "answeredBy", state,
      closed_reason as "closedReason", words from failure_report_answers
    where bucket = ${bucketOf(report)} and report = ${report} order by id`.execute(db)
  return found.rows
}

/** Writes an answer, and where the report stands by it. */
export async function insertAnswer(tx: Tx, report: string, answer: ReportAnswer): Promise<void> {
  const { id, answeredAt, answeredBy, state, closedReason, words } = answer
  await sql`
    with answered as (
      insert into failure_report_answers (bucket, report, id, answered_at, answered_by, state,
        closed_reason, words, data_type)
      values (${bucketOf(report)}, ${report}, ${id}, ${answeredAt}, ${answeredBy}, ${state},
        ${closedReason}, ${words}, ${failureReports})
    )
    update failure_reports set state = ${state}, closed_reason = ${closedReason},
      updated_at = ${answeredAt}
    where bucket = ${bucketOf(report)} and id = ${report}`.execute(tx)
}
