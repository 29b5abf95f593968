import type { Actor } from '../../people/index.ts'
import { type Context, Refusal } from '../../platform/index.ts'
import type { Mailbox } from '../mailboxes/index.ts'
import { checkReferences } from './check-references.ts'
import { checkEnvelope, checkParties, checkRecipientKey, isBody } from './check-letter.ts'
import { newContent } from './content-store.ts'
import { checkLane } from './crisis-lane.ts'
import type { LetterInput, LetterReceipt, StoredLetter } from './letter.ts'
import type { LetterState } from './letter-state.ts'
import { type LetterPlace, placesOf } from './letter-store.ts'
import { lettersByPlaces } from './list-store.ts'
import { type Judged, demandRight, judged, judgedLater } from './judged.ts'
import { type Recipient, partyOf, recipientsOf, senderFor } from './parties.ts'
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
 * Judges letters by all that their sender says of them, each for itself; nothing is written. What has to be
 * looked up is looked up for all of them at once.
 * @returns In their order. Refusals are {@link LetterDiffersError} where the id is that of another letter,
 *   {@link SenderNoBodyError} where a person writes to a person, {@link ApprovalNeededError} where the unit
 *   lets none go without a second person, and those of the checks that this calls.
 */
export async function prepareLetters(
  context: Context,
  actor: Actor,
  inputs: readonly LetterInput[]
): Promise<Judged<Preparation>[]> {
  const now = context.clock.now()
  const [senders, known] = await Promise.all([
    sendersFor(context, actor, inputs),
    knownLetters(context, inputs)
  ])
  const begun = inputs.map((input, i) =>
    judged(() => {
      const sender = demandRight(senders[i])
      const place = demandRight(known[i])
      if (place !== null) return { known: place }
      checkEnvelope(input, now)
      refuseLookUp(sender, input.recipient)
      checkLane(actor, sender, input.lane)
      return { known: null, input, sender }
    })
  )
  const open = begun.filter((one) => !(one instanceof Refusal) && one.known === null) as Begun[]
  const prepared = await prepareOpen(context, open, now)
  const of = new Map(open.map((one, i) => [one as object, prepared[i]]))
  return begun.map((one) => of.get(one) ?? (one as Judged<Preparation>))
}

/** The same for one letter. @throws {Refusal} */
export async function prepareLetter(
  context: Context,
  actor: Actor,
  input: LetterInput
): Promise<Preparation> {
  const [prepared] = await prepareLetters(context, actor, [input])
  return demandRight(prepared)
}

/** A letter whose sender may send, and whose id is new. */
interface Begun {
  readonly known: null
  readonly input: LetterInput
  readonly sender: Mailbox
}

async function prepareOpen(
  context: Context,
  letters: readonly Begun[],
  now: Temporal.Instant
): Promise<Judged<Preparation>[]> {
  const [recipients, strictUnits] = await Promise.all([
    recipientsOf(
      context,
      letters.map(({ input }) => input.recipient)
    ),
    unitsWithSecondPerson(context, letters)
  ])
  return Promise.all(
    letters.map((begun, i) =>
      judgedLater(async () => {
        const { input, sender } = begun
        const approval = forApproval(begun, strictUnits)
        const recipient = demandRight(recipients[i])
        checkParties(sender, recipient)
        const isWaiting = approval || recipient.mailbox === null
        checkRecipientKey(isWaiting ? sender : (recipient.mailbox ?? sender), input.recipientKey)
        const letter = draftLetter(input, { sender, recipient, approval, now })
        await checkReferences(context, letter)
        return { known: null, prepared: { letter, approval } }
      })
    )
  )
}

/** The mailbox of each sender; of one sender it is asked for once. */
function sendersFor(
  context: Context,
  actor: Actor,
  inputs: readonly LetterInput[]
): Promise<Judged<Mailbox>[]> {
  const asked = new Map<string, Promise<Judged<Mailbox>>>()
  for (const { sender } of inputs) {
    if (asked.has(sender)) continue
    asked.set(
      sender,
      judgedLater(() => senderFor(context, actor, sender))
    )
  }
  return Promise.all(inputs.flatMap(({ sender }) => asked.get(sender) ?? []))
}

/** Who is no body is told nothing of whether there is somebody by an id: they write to units, and copies. */
function refuseLookUp(sender: Mailbox, asked: LetterInput['recipient']): void {
  const isAnother = 'identifier' in asked || ('person' in asked && asked.person !== sender.person)
  if (!isBody(sender) && isAnother) throw new SenderNoBodyError()
}

/** The mailboxes, among the senders, of units that let nothing go without a second person. */
async function unitsWithSecondPerson(
  { db }: Context,
  letters: readonly Begun[]
): Promise<ReadonlySet<string>> {
  const senders = new Map(letters.map(({ sender }) => [sender.id, sender]))
  const strict = await Promise.all(
    [...senders.values()].map(async ({ id, authority, unit }) => {
      const isUnit = authority !== null && unit !== null
      return isUnit && (await needsSecondPerson(db, { authority, unit })) ? [id] : []
    })
  )
  return new Set(strict.flat())
}

/** Whether a letter waits for a second person of its unit; none sees what the unit keeps for itself. */
function forApproval({ input, sender }: Begun, strictUnits: ReadonlySet<string>): boolean {
  if (sender.authority === null) return false
  if (input.approval === true) return true
  // That a copy goes to nobody else is judged with the references.
  const isCopy = (input.copyOf ?? null) !== null
  if (!isCopy && strictUnits.has(sender.id)) throw new ApprovalNeededError()
  return false
}

/** The receipts of what was accepted under these ids; a repetition is answered and not done again. */
async function knownLetters(
  { db }: Context,
  inputs: readonly LetterInput[]
): Promise<Judged<LetterReceipt | null>[]> {
  const places = await placesOf(
    db,
    inputs.map(({ id }) => id)
  )
  const same = inputs.flatMap(({ id, sender, sha256 }) => {
    const place = places.get(id)
    return place?.sender === sender && place.sha256 === sha256 ? [{ ...place, id }] : []
  })
  const letters = new Map(
    (await lettersByPlaces(db, same)).map((letter) => [letter.id, letter] as const)
  )
  const receipts = new Map(same.map((place) => [place.id, receiptOf(place, letters.get(place.id))]))
  return inputs.map(({ id, sender, sha256 }) => {
    const place = places.get(id)
    if (place === undefined) return null
    const isSame = place.sender === sender && place.sha256 === sha256
    return (isSame ? receipts.get(id) : undefined) ?? new LetterDiffersError()
  })
}

function receiptOf(
  { id, acceptedAt, sha256, fact }: LetterPlace & { readonly id: string },
  letter: StoredLetter | undefined
): LetterReceipt {
  const state = letter?.state ?? 'accepted'
  return { letter: id, state, acceptedAt, sha256, fact, repeated: true }
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
