import type { FactKind } from '../../ledger/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, type Tx, bucketOf, inTransaction } from '../../platform/index.ts'
import { type MailboxFace, mailboxById, mailboxOf } from '../mailboxes/index.ts'
import { approvalOf } from './approval-store.ts'
import { checkRecipientKey } from './check-letter.ts'
import { newContent, removeContents } from './content-store.ts'
import { recordLetterFacts } from './letter-facts.ts'
import type { LetterInput, RecipientInput, StoredLetter } from './letter.ts'
import { moveLetter } from './move-store.ts'
import { maySend, partyOf, recipientOf } from './parties.ts'
import { type Received, receiveContent, settleContent } from './receive-content.ts'
import { LetterStateError, RecipientWithoutKeyError, SenderNotYoursError } from './refusals.ts'
import { seeLetter } from './see-letter.ts'

/** A letter that lay sealed to its own sender, sealed to its recipient now. */
export interface Resealing extends Pick<
  LetterInput,
  'recipientKey' | 'sizeClass' | 'sizeBytes' | 'sha256' | 'tokenHash'
> {
  readonly letter: string
  readonly content: AsyncIterable<Uint8Array>
}

/**
 * Replaces a waiting letter by the same one, sealed to its recipient, who has a mailbox now. One
 * transaction: there is never both, and never neither. The same resealing again changes nothing.
 * @throws {LetterStateError} If it does not wait, or waits for a second person.
 * @throws {RecipientWithoutKeyError} If its recipient has no mailbox still.
 * @throws {RecipientKeyError} If it is sealed to another key than the recipient's current one.
 */
export async function resealLetter(
  context: Context,
  actor: Actor,
  given: Resealing
): Promise<StoredLetter> {
  const letter = await sendersLetter(context, actor, given.letter)
  if (letter.recipient.mailbox !== null && letter.sha256 === given.sha256) return letter
  if (letter.state !== 'awaiting-recipient') throw new LetterStateError()
  const approval = await approvalOf(context.db, letter)
  if (approval !== null && approval.outcome !== 'approved') throw new LetterStateError()
  return putInPlace(context, actor, { letter, given, kinds: ['letter.resealed'] })
}

/**
 * A letter of a mailbox from which the actor sends.
 * @throws {LetterNotFoundError} {@link SenderNotYoursError}
 */
export async function sendersLetter(
  context: Context,
  actor: Actor,
  id: string
): Promise<StoredLetter> {
  const { letter } = await seeLetter(context, actor, { letter: id, side: 'sender' })
  const sender = await mailboxById(context.db, letter.sender.mailbox)
  if (sender === null || !(await maySend(context, actor, sender))) throw new SenderNotYoursError()
  return letter
}

/** The mailbox of whom a letter waits for, if they have one by now. */
export async function awaitedMailbox(
  context: Context,
  letter: StoredLetter
): Promise<MailboxFace | null> {
  const asked = await askedFor(context, letter)
  return asked === null ? null : (await recipientOf(context, asked)).mailbox
}

async function askedFor(context: Context, letter: StoredLetter): Promise<RecipientInput | null> {
  const { person, authority, unit } = letter.recipient
  if (person !== null) return { person }
  if (authority === null || unit === null) return null
  const mailbox = await mailboxOf(context.db, { authority, unit })
  return mailbox && { mailbox: mailbox.id }
}

/** Puts the letter as it was sealed anew in the place of the one that lies with its sender. */
export async function putInPlace(
  context: Context,
  actor: Actor,
  of: {
    readonly letter: StoredLetter
    readonly given: Resealing
    readonly kinds: readonly FactKind[]
    readonly within?: (tx: Tx) => Promise<void>
  }
): Promise<StoredLetter> {
  const { letter, given } = of
  const mailbox = await awaitedMailbox(context, letter)
  if (mailbox === null) throw new RecipientWithoutKeyError()
  checkRecipientKey(mailbox, given.recipientKey)
  const now = context.clock.now()
  const at = { bucket: bucketOf(mailbox.id), content: newContent(now) }
  const received = await receiveContent(context, actor, {
    at,
    letter: given,
    content: given.content
  })
  const moved = await inTransaction(context.db, async (tx) => {
    await of.within?.(tx)
    return replace(tx, actor, { ...of, mailbox, received, now })
  })
  context.nudge()
  return moved
}

async function replace(
  tx: Tx,
  actor: Actor,
  of: {
    readonly letter: StoredLetter
    readonly given: Resealing
    readonly kinds: readonly FactKind[]
    readonly mailbox: MailboxFace
    readonly received: Received
    readonly now: Temporal.Instant
  }
): Promise<StoredLetter> {
  const { letter, given, mailbox, received, now, kinds } = of
  const { recipientKey, sizeClass, sizeBytes, sha256, tokenHash } = given
  const isLater = Temporal.Instant.compare(letter.publishAt, now) > 0
  // Before the letter moves: whoever asks is shown bytes by their letter, and could not take them away after it.
  const { content, heldBy } = letter
  if (content !== null) await removeContents(tx, [{ bucket: bucketOf(heldBy), content }])
  const moved = await moveLetter(tx, letter, {
    ...{ recipientKey, sizeClass, sizeBytes, sha256, tokenHash },
    recipient: partyOf(mailbox),
    content: received.at.content,
    dueAt: isLater ? letter.publishAt : now,
    state: isLater ? 'scheduled' : 'accepted',
    at: now
  })
  if (moved === null) throw new LetterStateError()
  await settleContent(tx, received)
  await recordLetterFacts(
    tx,
    kinds.map((kind) => ({
      ...{ letter: moved, kind, at: now, actor: actor.id },
      more: { before: letter.sha256, bytes: sizeBytes, sizeClass }
    }))
  )
  return moved
}
