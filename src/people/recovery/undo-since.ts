import { type Tx, withScope } from '../../platform/index.ts'
import { tellRemoved } from '../contact/change-contacts.ts'
import { contactsOf, deleteContact } from '../contact/contact-store.ts'
import { settledBefore } from '../contact/settled.ts'
import { endGivenSince } from '../delegation/revoke-delegation.ts'
import { sessionStart } from '../session-store.ts'
import { type UndoneAsStaff, undoStaffActs } from './undo-staff-acts.ts'
import { firstOnDevice, untieSince } from './undo-store.ts'

/** What was undone when somebody else was in an account. */
export interface Undone extends UndoneAsStaff {
  readonly delegations: number
  readonly offers: number
  readonly contacts: number
  /** National sign-ons that were tied to the account. */
  readonly ties: number
}

/** The account, and the session that was not its owner's; `null` where they did not say which. */
export interface Doubted {
  readonly person: string
  readonly session: string | null
}

/**
 * Takes back what could have been done in an account by whoever was in it: delegations and offers that were
 * given, also in the name of a business, contacts and ties that were added, and as staff keys, roles,
 * enrolments and corrected names; since the doubted session began, or the first one on its device, and for
 * the last 14 days where none was named. The oldest contact stays in any case. Whom it concerns is told.
 */
export function undoSince(tx: Tx, doubted: Doubted, at: Temporal.Instant): Promise<Undone> {
  // What was done to others stands in their rows.
  return withScope('system', () => undoWithin(tx, doubted, at))
}

async function undoWithin(tx: Tx, doubted: Doubted, at: Temporal.Instant): Promise<Undone> {
  const { person } = doubted
  const since = await begunAt(tx, doubted, at)
  const [, ...younger] = await contactsOf(tx, person)
  const added = younger.filter(({ provenAt }) => Temporal.Instant.compare(provenAt, since) >= 0)
  for (const contact of added) {
    await deleteContact(tx, contact)
    await tellRemoved(tx, { contact, link: null }, at)
  }
  const ended = await endGivenSince(tx, { person, since }, at)
  const ties = await untieSince(tx, { person, since })
  const asStaff = await undoStaffActs(tx, { person, since }, at)
  return { ...ended, contacts: added.length, ties, ...asStaff }
}

async function begunAt(
  tx: Tx,
  { person, session }: Doubted,
  at: Temporal.Instant
): Promise<Temporal.Instant> {
  const settled = settledBefore(at)
  const begun = session === null ? null : await sessionStart(tx, { person, id: session })
  if (session === null || begun === null) return settled
  const first = await firstOnDevice(tx, { person, session, after: settled })
  return first !== null && Temporal.Instant.compare(first, begun) < 0 ? first : begun
}
