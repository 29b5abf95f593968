import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

/** A code that lets a person add a passkey, as far as it is kept: never the code itself. */
export interface Enrolment {
  readonly person: string
  /** Given by an administrator: what is added with it may carry roles. */
  readonly forStaff: boolean
  readonly issuedBy: string
  readonly issuedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** Writes an enrolment under the hash of its code. */
export async function insertEnrolment(tx: Tx, hash: string, enrolment: Enrolment): Promise<void> {
  const { person, forStaff, issuedBy, issuedAt, expiresAt } = enrolment
  await sql`
    insert into enrolment_codes (bucket, id, person, for_staff, issued_by, issued_at, expires_at)
    values (${bucketOf(hash)}, ${hash}, ${person}, ${forStaff}, ${issuedBy}, ${issuedAt}, ${expiresAt})`.execute(
    tx
  )
}

/** Takes a code that nobody used and that has not run out; it is used from here on. */
export async function takeEnrolment(
  db: Db,
  hash: string,
  now: Temporal.Instant
): Promise<Enrolment | null> {
  const taken = await sql<Enrolment>`
    update enrolment_codes set used_at = ${now}
    where bucket = ${bucketOf(hash)} and id = ${hash} and used_at is null and expires_at > ${now}
    returning person, for_staff as "forStaff", issued_by as "issuedBy", issued_at as "issuedAt", expires_at as "expiresAt"`.execute(
    db
  )
  return taken.rows[0] ?? null
}

/** Ends the codes of a person that nobody used: a newer one takes their place. */
export async function endEnrolmentsOf(
  tx: Tx,
  person: string,
  now: Temporal.Instant
): Promise<void> {
  await sql`
    update enrolment_codes set used_at = ${now}
    where person = ${person} and used_at is null`.execute(tx)
}

/** Forgets codes that ran out before an instant. */
export async function deleteEnrolmentsBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from enrolment_codes where expires_at < ${before}`.execute(db)
}
