import type { Tx } from '../../platform/index.ts'
import { freeAliases } from './alias-store.ts'
import { forgetOwner } from './entry-store.ts'

/**
 * Takes a person off their entries and lets go of their identifiers: what is signed and hashed stays and names
 * a number only, and whoever comes again with the same identifier gets a mailbox of their own.
 */
export async function forgetPerson(tx: Tx, person: string, at: Temporal.Instant): Promise<number> {
  await freeAliases(tx, person, at)
  return forgetOwner(tx, person)
}
