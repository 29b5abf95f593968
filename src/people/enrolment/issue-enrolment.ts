import { recordFact } from '../../ledger/index.ts'
import { type Tx, withScope } from '../../platform/index.ts'
import { hashEnrolmentCode, newEnrolmentCode } from './enrolment-code.ts'
import { endEnrolmentsOf, insertEnrolment } from './enrolment-store.ts'

/** For whom a code is made, and by whom. */
export interface EnrolmentInput {
  readonly person: string
  /** Actor id: whoever saw the person or their papers. */
  readonly by: string
  readonly expiresAt: Temporal.Instant
  /** Authority for which it is done; the shared platform unless told. */
  readonly authority?: string
}

/**
 * Makes a code with which a person adds a passkey, once. Earlier codes of the person that nobody used
 * end. Who may do this is for the caller to demand: the code lets in whoever holds it.
 * @returns The code, to be handed over; only its hash is kept.
 */
export function issueEnrolment(
  tx: Tx,
  asked: EnrolmentInput,
  at: Temporal.Instant
): Promise<{ code: string }> {
  // A code is given to somebody whose rows the giver has no way to.
  return withScope('system', () => issueWithin(tx, asked, at))
}

async function issueWithin(
  tx: Tx,
  { person, by, expiresAt, authority = 'platform' }: EnrolmentInput,
  at: Temporal.Instant
): Promise<{ code: string }> {
  const code = newEnrolmentCode()
  await endEnrolmentsOf(tx, person, at)
  const hash = hashEnrolmentCode(code) ?? ''
  await insertEnrolment(tx, hash, { person, issuedBy: by, issuedAt: at, expiresAt })
  await recordFact(tx, {
    owner: person,
    authority,
    kind: 'enrolment.issued',
    subject: person,
    at,
    actor: by,
    body: { expiresAt: expiresAt.toString() }
  })
  return { code }
}
