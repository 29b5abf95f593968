import { recordFact } from '../../ledger/index.ts'
import { type Tx, withScope } from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { endEnrolmentsOf, insertEnrolment } from './enrolment-store.ts'
import { messages } from './messages.ts'
import { platformAuthority } from '../platform-authority.ts'
import { hashHandedCode, newHandedCode } from '../handed-code.ts'

/** For whom a code is made, and by whom. */
export interface EnrolmentInput {
  readonly person: string
  /** Actor id: whoever saw the person or their papers. */
  readonly by: string
  readonly expiresAt: Temporal.Instant
  /** Authority for which it is done; the shared platform unless told. */
  readonly authority?: string
  /** By an administrator, who may let them work: a passkey added with it carries roles. */
  readonly forStaff?: boolean
}

/**
 * Makes a code with which a person adds a passkey, once, and tells them of it by every contact: it opens
 * their account. Earlier codes of the person that nobody used end. Who may do this is for the caller to demand: the code lets in whoever holds it.
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
  { person, by, expiresAt, authority = platformAuthority, forStaff = false }: EnrolmentInput,
  at: Temporal.Instant
): Promise<{ code: string }> {
  const code = newHandedCode()
  await endEnrolmentsOf(tx, person, at)
  const hash = hashHandedCode('enrolment', code) ?? ''
  await insertEnrolment(tx, hash, { person, forStaff, issuedBy: by, issuedAt: at, expiresAt })
  await recordFact(tx, {
    owner: person,
    authority,
    kind: 'enrolment.issued',
    subject: person,
    at,
    actor: by,
    body: { expiresAt: expiresAt.toString() }
  })
  const { told: text, toldSubject: subject } = messages.entries
  await tellPerson(tx, { person, subject, text, kind: 'enrolment' }, at)
  return { code }
}
