import type { Actor } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { type Approval, openApprovals } from './approval-store.ts'
import type { StoredLetter } from './letter.ts'
import { lettersByPlaces, lettersWaiting } from './list-store.ts'
import { RecipientEndedError } from './refusals.ts'
import { awaitedMailbox } from './reseal-letter.ts'
import { readableMailbox } from './see-letter.ts'

/** A letter that waits for its recipient's mailbox. */
export interface WaitingLetter {
  readonly letter: StoredLetter
  /** The mailbox, with the hash of its key, where there is one by now: it can be sealed to it. */
  readonly ready: { readonly mailbox: string; readonly key: string } | null
}

/**
 * What a mailbox wrote to people without one, the oldest first, with whose mailbox is there by now.
 * @throws {LetterNotFoundError} If it is no mailbox that the actor reads.
 */
export async function listWaiting(
  context: Context,
  actor: Actor,
  asked: { readonly mailbox: string; readonly after: string | null; readonly limit: number }
): Promise<WaitingLetter[]> {
  const mailbox = await readableMailbox(context, actor, asked.mailbox)
  const waiting = await lettersWaiting(context.db, {
    mailbox: mailbox.id,
    after: asked.after,
    most: asked.limit
  })
  return Promise.all(waiting.map((letter) => withMailbox(context, letter)))
}

async function withMailbox(context: Context, letter: StoredLetter): Promise<WaitingLetter> {
  try {
    const found = await awaitedMailbox(context, letter)
    return { letter, ready: found && { mailbox: found.id, key: found.keyHash } }
  } catch (error) {
    if (error instanceof RecipientEndedError) return { letter, ready: null }
    throw error
  }
}

/** A letter that waits for a second person. */
export interface LetterToApprove {
  readonly letter: StoredLetter
  readonly approval: Approval
}

/**
 * What waits in a unit for a second person, the first one first.
 * @throws {LetterNotFoundError} If it is no mailbox that the actor reads.
 */
export async function listApprovals(
  context: Context,
  actor: Actor,
  asked: { readonly mailbox: string; readonly after: string | null; readonly limit: number }
): Promise<LetterToApprove[]> {
  const { id } = await readableMailbox(context, actor, asked.mailbox)
  const open = await openApprovals(context.db, id, { after: asked.after, most: asked.limit })
  const letters = await lettersByPlaces(
    context.db,
    open.map(({ letter }) => ({ id: letter, heldBy: id }))
  )
  const byId = new Map(letters.map((letter) => [letter.id, letter]))
  return open.flatMap((approval) => {
    const letter = byId.get(approval.letter)
    return letter === undefined ? [] : [{ letter, approval }]
  })
}
