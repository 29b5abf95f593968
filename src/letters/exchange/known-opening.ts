import type { JsonObject, Tx } from '../../platform/index.ts'
import type { StoredLetter } from './letter.ts'
import { unopenedStates } from './letter-state.ts'
import { openedByPage } from './page-opening-store.ts'

/** By what the desk was shown that a letter was opened: the key of its mailbox, or its page by post. */
export type KnownOpening = 'mailbox' | 'page'

/**
 * What is known of whether each of some letters was opened; `null` is no proof, and no proof that it was
 * not: what was fetched may have been read.
 */
export async function knownOpenings(
  tx: Tx,
  letters: readonly StoredLetter[]
): Promise<(letter: StoredLetter) => KnownOpening | null> {
  const byPage = await openedByPage(tx, letters)
  const before = new Map(letters.map(({ id, state }) => [id, state]))
  return ({ id }) => {
    const isUnopened = unopenedStates.some((state) => state === before.get(id))
    if (!isUnopened) return 'mailbox'
    return byPage.has(id) ? 'page' : null
  }
}

/** What the fact of an end says of it. */
export function openingWords(openedBy: KnownOpening | null): JsonObject {
  return { opened: openedBy !== null, openedBy }
}
