import type { Actor } from '../../people/index.ts'
import {
  type Context,
  type Db,
  type Tx,
  bucketOf,
  inTransaction,
  withScope
} from '../../platform/index.ts'
import { type Mailbox, mailboxById } from '../mailboxes/index.ts'
import { newContent, removeContents } from './content-store.ts'
import { recordLetterFacts } from './letter-facts.ts'
import { letterById } from './letter-store.ts'
import type { StoredLetter } from './letter.ts'
import { moveLetter } from './move-store.ts'
import { notePageOpening } from './page-opening-store.ts'
import { maySend, partyOf } from './parties.ts'
import { receiveContent, settleContent } from './receive-content.ts'
import { LetterStateError, SenderNotYoursError } from './refusals.ts'
import { approvalOf } from './approval-store.ts'
import { seeLetter } from './see-letter.ts'

/**
 * A letter that waits for a person without a mailbox, for staff who send from the mailbox that wrote it.
 * @throws {LetterNotFoundError} {@link SenderNotYoursError}
 * @throws {LetterStateError} If it waits no more, for a second person, or for no person.
 */
export async function waitingLetter(
  context: Context,
  actor: Actor,
  id: string
): Promise<StoredLetter> {
  const { letter } = await seeLetter(context, actor, { letter: id, side: 'sender' })
  const sender = await mailboxById(context.db, letter.sender.mailbox)
  if (sender === null || !(await maySend(context, actor, sender))) throw new SenderNotYoursError()
  const approval = await approvalOf(context.db, letter)
  const isHeld = approval !== null && approval.outcome !== 'approved'
  const waits = letter.state === 'awaiting-recipient' && letter.recipient.person !== null
  if (!waits || isHeld) throw new LetterStateError()
  return letter
}

/** A letter that waits still, for whoever holds its page; `null` where it does not. */
export function stillWaiting(db: Db, id: string): Promise<StoredLetter | null> {
  // Whoever holds the key on the page is shown the letter; who they are is not known yet.
  return withScope('system', async () => {
    const letter = await letterById(db, id)
    return letter?.state === 'awaiting-recipient' ? letter : null
  })
}

/** Records that a waiting letter was opened by its page. */
export async function recordClaimed(
  tx: Tx,
  letter: StoredLetter,
  of: { readonly by: string; readonly at: Temporal.Instant; readonly way: 'opened' | 'kept' }
): Promise<void> {
  const { by: actor, at, way } = of
  if (way === 'opened') await notePageOpening(tx, letter, at)
  await recordLetterFacts(tx, [{ letter, kind: 'letter.claimed', at, actor, more: { way } }])
}

/** The sealed file of a page, with what was said of it. */
export interface ClaimedFile extends Pick<
  StoredLetter,
  'recipientKey' | 'sizeClass' | 'sha256' | 'tokenHash'
> {
  readonly content: Uint8Array
}

/**
 * Puts a claimed letter into the mailbox that its addressee has by now, sealed as it was for the page: so
 * its sender's signature stays true. One transaction with what the caller does.
 * @throws {LetterStateError} If it waits no more.
 */
export async function keepClaimed(
  context: Context,
  actor: Actor,
  of: {
    readonly letter: StoredLetter
    readonly mailbox: Mailbox
    readonly file: ClaimedFile
    readonly within: (tx: Tx) => Promise<void>
  }
): Promise<StoredLetter> {
  const { letter, mailbox, file, within } = of
  const at = context.clock.now()
  const place = { bucket: bucketOf(mailbox.id), content: newContent(at) }
  const { content, ...sealing } = file
  const sizeBytes = content.length
  const stated = { ...sealing, sizeBytes }
  // It lies with its sender until this moment, and the addressee's own request brings it over.
  const kept = await withScope('system', async () => {
    const received = await receiveContent(context, actor, { at: place, letter: stated, content })
    return inTransaction(context.db, async (tx) => {
      await within(tx)
      if (letter.content !== null) {
        await removeContents(tx, [{ bucket: bucketOf(letter.heldBy), content: letter.content }])
      }
      const isLater = Temporal.Instant.compare(letter.publishAt, at) > 0
      const moved = await moveLetter(tx, letter, {
        ...{ ...stated, recipient: partyOf(mailbox), content: place.content, at },
        dueAt: isLater ? letter.publishAt : at,
        state: isLater ? 'scheduled' : 'accepted'
      })
      if (moved === null) throw new LetterStateError()
      await settleContent(tx, received)
      await recordClaimed(tx, moved, { by: actor.id, at, way: 'kept' })
      return moved
    })
  })
  context.nudge()
  return kept
}
