import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { personalData } from '../../people/index.ts'
import type { FailureReport } from './report.ts'

/** A report with what somebody wrote in it. */
export type WrittenReport = Pick<
  FailureReport,
  'id' | 'authority' | 'kind' | 'words' | 'place' | 'contact' | 'state' | 'filedAt' | 'photoType'
>

const columns = sql`id, authority, kind, words, place, contact, state, filed_at as "filedAt",
  photo_type as "photoType"`

/** The reports that give an address as the way to reach whoever filed them. */
export async function reportsOfAddresses(
  db: Db,
  addresses: readonly string[]
): Promise<WrittenReport[]> {
  if (addresses.length === 0) return []
  const found = await sql<WrittenReport>`
    select ${columns} from failure_reports
    where contact is not null and (${sql.join(addresses.map(isContact), sql` or `)})
    order by filed_at`.execute(db)
  return found.rows
}

/** A mobile number is written in many ways, and ends in the same ten digits in all of them. */
function isContact(address: string): RawBuilder<unknown> {
  if (address.includes('@')) return sql`strpos(lower(contact), ${address.toLowerCase()}) > 0`
  const digits = sql`regexp_replace(translate(contact, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789'),
    '[^0-9]', '', 'g')`
  return sql`strpos(${digits}, ${address.slice(-10)}) > 0`
}

/** Reports that were closed before an instant and still hold what somebody wrote. */
export async function reportsPastTime(
  db: Db,
  past: personalData.PastTime
): Promise<WrittenReport[]> {
  const { authority, service, except, before, most } = past
  const found = await sql<WrittenReport>`
    select ${columns} from failure_reports
    where authority = ${authority} and state = 'closed' and updated_at < ${before} and words <> ''
      and (${service} = '' or service = ${service})
      and coalesce(service, '') <> all(${except}::text[])
    order by filed_at limit ${most}`.execute(db)
  return found.rows
}

/** Takes away what somebody wrote, where they were and what they photographed; the rest are counts. */
export async function emptyReports(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const bucket = bucketOf(id)
    await sql`
      delete from failure_report_photos where bucket = ${bucket} and report = ${id}`.execute(tx)
    await sql`
      update failure_report_answers set words = ''
      where bucket = ${bucket} and report = ${id}`.execute(tx)
    await sql`
      update failure_reports set words = '', place = null, contact = null, latitude = null,
        longitude = null, media_url = null, photo_type = null, photo_bytes = null,
        photo_sha256 = null
      where bucket = ${bucket} and id = ${id}`.execute(tx)
  }
}
