import type { Actor } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import type { Mailbox } from '../mailboxes/index.ts'
import { checkReferences } from './check-references.ts'
import { checkEnvelope, checkParties, checkRecipientKey } from './check-letter.ts'
import { newContent } from './content-store.ts'
import { checkLane } from './crisis-lane.ts'
import type { LetterInput, LetterReceipt, StoredLetter } from './letter.ts'
import type { LetterState } from './letter-state.ts'
import { letterAt, placeOf } from './letter-store.ts'
import { type Recipient, partyOf, recipientOf, senderFor } from './parties.ts'
import { ApprovalNeededError, LetterDiffersError, SenderNoBodyError } from './refusals.ts'
import { needsSecondPerson } from './unit-setting-store.ts'

/** A letter that may be accepted, and is not yet. */
export interface PreparedLetter {
  readonly letter: StoredLetter
  /** It waits for a second person of its unit. */
  readonly approval: boolean
}

/** Either what was accepted before under this id, or what may be accepted now. */
export type Preparation =
  { readonly known: LetterReceipt } | { readonly known: null; readonly prepared: PreparedLetter }

/**
 * Judges a letter by all that its sender says of it; nothing is written.
 * @throws {LetterDiffersError} If the id is that of another letter.
 * @throws {SenderNoBodyError} If a person writes to a person.
 * @throws {ApprovalNeededError} If its unit lets none go without a second person.
 */
export async function prepareLetter(
  context: Context,
  actor: Actor,
  input: LetterInput
): Promise<Preparation> {
  const [sender, known] = await Promise.all([
    senderFor(context, actor, input.sender),
    knownLetter(context, input)
  ])
  if (known !== null) return { known }
  const now = context.clock.now()
  checkEnvelope(input, now)
  refuseLookUp(sender, input.recipient)
  const recipient = await recipientOf(context, input.recipient)
  checkParties(sender, recipient)
  checkLane(actor, sender, input.lane)
  const approval = await forApproval(context, { input, sender })
  const isWaiting = approval || recipient.mailbox === null
  checkRecipientKey(isWaiting ? sender : (recipient.mailbox ?? sender), input.recipientKey)
  const letter = draftLetter(input, { sender, recipient, approval, now })
  await checkReferences(context, letter)
  return { known: null, prepared: { letter, approval } }
}

/** A person is told nothing of whether there is somebody by an id: they write to units, and copies. */
function refuseLookUp(sender: Mailbox, asked: LetterInput['recipient']): void {
  const isAnother = 'identifier' in asked || ('person' in asked && asked.person !== sender.person)
  if (sender.authority === null && isAnother) throw new SenderNoBodyError()
}

/** Whether a letter waits for a second person of its unit; none sees what the unit keeps for itself. */
async function forApproval(
  { db }: Context,
  { input, sender }: { readonly input: LetterInput; readonly sender: Mailbox }
): Promise<boolean> {
  const { authority, unit } = sender
  if (authority === null || unit === null) return false
  if (input.approval === true) return true
  // That a copy goes to nobody else is judged with the references.
  const isCopy = (input.copyOf ?? null) !== null
  if (!isCopy && (await needsSecondPerson(db, { authority, unit }))) throw new ApprovalNeededError()
  return false
}

/** The receipt of what was accepted under an id; a repetition is answered and not done again. */
async function knownLetter({ db }: Context, input: LetterInput): Promise<LetterReceipt | null> {
  const place = await placeOf(db, input.id)
  if (place === null) return null
  if (place.sender !== input.sender || place.sha256 !== input.sha256) throw new LetterDiffersError()
  const letter = await letterAt(db, { heldBy: place.heldBy, id: input.id })
  return {
    letter: input.id,
    state: letter?.state ?? 'accepted',
    acceptedAt: place.acceptedAt,
    sha256: place.sha256,
    fact: place.fact,
    repeated: true
  }
}

interface Draft {
  readonly sender: Mailbox
  readonly recipient: Recipient
  readonly approval: boolean
  readonly now: Temporal.Instant
}

function draftLetter(input: LetterInput, draft: Draft): StoredLetter {
  const { sender, recipient, approval, now } = draft
  const { party, mailbox } = recipient
  // What waits for an approval lies with its sender, as what waits for a mailbox does.
  const isWithSender = approval || mailbox === null
  const to = isWithSender ? { ...party, mailbox: null } : party
  const publishAt = later(input.publishAt ?? now, now)
  const state = firstState({ publishAt, now, isWaiting: mailbox === null && !approval })
  return {
    ...envelopeOf(input),
    heldBy: to.mailbox ?? sender.id,
    sender: partyOf(sender),
    recipient: to,
    authority: sender.authority ?? party.authority ?? '',
    content: newContent(now),
    acceptedAt: now,
    publishAt,
    dueAt: isWithSender ? null : publishAt,
    arrivedAt: null,
    state,
    stateAt: now
  }
}

/** What stands on the envelope as its sender wrote it. */
function envelopeOf({ sender: _sender, recipient: _recipient, ...input }: LetterInput) {
  const { id, lane, sizeClass, sizeBytes, sha256, recipientKey, tokenHash, sentAt } = input
  return {
    ...{ id, lane, sizeClass, sizeBytes, sha256, recipientKey, tokenHash, sentAt },
    case: input.case ?? null,
    inReplyTo: input.inReplyTo ?? null,
    copyOf: input.copyOf ?? null,
    effectiveAt: input.effectiveAt ?? null,
    expiresAt: input.expiresAt ?? null
  }
}

function firstState(of: {
  readonly publishAt: Temporal.Instant
  readonly now: Temporal.Instant
  readonly isWaiting: boolean
}): LetterState {
  if (of.isWaiting) return 'awaiting-recipient'
  return Temporal.Instant.compare(of.publishAt, of.now) > 0 ? 'scheduled' : 'accepted'
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}
