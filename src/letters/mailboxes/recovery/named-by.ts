import { type Tx, withScope } from '../../../platform/index.ts'
import type { Mailbox } from '../mailbox.ts'
import { sharesOf } from './share-store.ts'

/** Everybody with a half of a mailbox's key, and its owner: who is told of what becomes of it. */
export async function namedBy(tx: Tx, { id, person }: Mailbox): Promise<string[]> {
  // Whoever is told is told, and shown to nobody: an heir or an officer asks.
  const shares = await withScope('system', () => sharesOf(tx, id))
  return [...new Set([...(person === null ? [] : [person]), ...shares.map(({ reader }) => reader)])]
}
