import type { Actor } from '../../people/index.ts'
import { type Context, inTransaction, newId } from '../../platform/index.ts'
import { mailboxById } from '../mailboxes/index.ts'
import { changeLetters } from './change-letter.ts'
import { checkReason } from './check-reason.ts'
import type { StoredLetter } from './letter.ts'
import { knownOpenings, openingWords } from './known-opening.ts'
import { lockLetter } from './letter-store.ts'
import { maySend } from './parties.ts'
import { LetterStateError, SenderNotYoursError } from './refusals.ts'
import { insertRemark } from './remark-store.ts'
import { seeLetter } from './see-letter.ts'

/**
 * Takes a letter back. One that nobody has proven to have opened loses its bytes, with the fact that says
 * so; one that was opened is marked, with the reason, and stays in the mailbox where it is. The fact says what
 * is known: opened by the key of the mailbox, by its page by post, or by nobody who showed it.
 * @throws {LetterReasonError} {@link LetterStateError} {@link SenderNotYoursError}
 */
export async function withdrawLetter(
  context: Context,
  actor: Actor,
  given: { readonly letter: string; readonly reason: string }
): Promise<StoredLetter> {
  const words = checkReason(given.reason)
  const { letter } = await seeLetter(context, actor, { letter: given.letter, side: 'sender' })
  const sender = await mailboxById(context.db, letter.sender.mailbox)
  if (sender === null || !(await maySend(context, actor, sender))) throw new SenderNotYoursError()
  const at = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const locked = await lockLetter(tx, letter)
    if (locked === null) throw new LetterStateError()
    const openedBy = (await knownOpenings(tx, [locked]))(locked)
    // What a page opened while it lay with its sender is in no mailbox: there is nothing to leave to anybody.
    const stays = openedBy !== null && locked.heldBy === locked.recipient.mailbox
    const remark = newId(at)
    const [withdrawn] = await changeLetters(tx, [locked], {
      ...{ to: 'withdrawn', at, actor, withContent: !stays },
      more: { ...openingWords(openedBy), reason: remark, was: locked.state }
    })
    if (withdrawn === undefined) throw new LetterStateError()
    await insertRemark(tx, locked, {
      ...{ id: remark, kind: 'withdrawal', code: null, words, by: actor.id, at }
    })
    return { ...withdrawn, content: stays ? withdrawn.content : null }
  })
}
