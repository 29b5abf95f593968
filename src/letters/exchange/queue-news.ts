import { queueOutbox } from '../../channels/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { StoredLetter } from './letter.ts'

/** Queues the word to recipients that letters have arrived, or wait for their mailbox. */
export async function queueNews(
  tx: Tx,
  letters: readonly StoredLetter[],
  at: Temporal.Instant
): Promise<void> {
  const told = letters.filter(({ recipient }) => recipient.person !== null)
  await queueOutbox(
    tx,
    told.map(({ id, heldBy }) => ({
      owner: heldBy,
      topic: 'letter.arrived',
      payload: { letter: id, heldBy }
    })),
    at
  )
}

/** The same for letters that were accepted just now and wait. */
export async function tellWaiting(tx: Tx, letters: readonly StoredLetter[]): Promise<void> {
  const [first] = letters
  if (first !== undefined) await queueNews(tx, letters, first.acceptedAt)
}
