import type { Tx } from '../../platform/index.ts'
import { tellRemoved } from '../contact/change-contacts.ts'
import { contactsOf, deleteContact } from '../contact/contact-store.ts'
import { settledBefore } from '../contact/settled.ts'
import { endGivenSince } from '../delegation/revoke-delegation.ts'
import { sessionStart } from '../session-store.ts'

/** What was undone when somebody else was in an account. */
export interface Undone {
  readonly delegations: number
  readonly offers: number
  readonly contacts: number
}

/**
 * Takes back what could have been done in an account by whoever was in it: delegations and offers that were
 * given and contacts that were added since the doubted session began, or in the last 14 days where none was
 * named. The oldest contact stays in any case. Whom it concerns is told.
 */
export async function undoSince(
  tx: Tx,
  { person, session }: { readonly person: string; readonly session: string | null },
  at: Temporal.Instant
): Promise<Undone> {
  const begun = session === null ? null : await sessionStart(tx, { person, id: session })
  const since = begun ?? settledBefore(at)
  const [, ...younger] = await contactsOf(tx, person)
  const added = younger.filter(({ provenAt }) => Temporal.Instant.compare(provenAt, since) >= 0)
  for (const contact of added) {
    await deleteContact(tx, contact)
    await tellRemoved(tx, { contact, link: null }, at)
  }
  const ended = await endGivenSince(tx, { person, since }, at)
  return { ...ended, contacts: added.length }
}
