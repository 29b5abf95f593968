import type { FactKind } from '../../ledger/index.ts'
import type { Actor } from '../../people/index.ts'
import {
  type Context,
  type Tx,
  Refusal,
  bucketOf,
  inTransaction,
  sqlState,
  sqlStates
} from '../../platform/index.ts'
import { insertApprovals } from './approval-store.ts'
import { type LetterEvent, factKindOf, recordLetterFacts } from './letter-facts.ts'
import type { LetterInput, LetterReceipt } from './letter.ts'
import { insertLetters } from './letter-store.ts'
import { type PreparedLetter, prepareLetter } from './prepare-letter.ts'
import { type Received, receiveContent, settleContent } from './receive-content.ts'
import { LetterDiffersError } from './refusals.ts'
import { tellWaiting } from './queue-news.ts'

/** A letter with its sealed bytes. */
export interface HandedIn {
  readonly letter: LetterInput
  readonly content: AsyncIterable<Uint8Array>
}

/**
 * Accepts a sealed letter: durable before the answer. The same letter handed in again is answered with
 * the same receipt.
 * @throws {LetterDiffersError} If its id is that of another letter.
 * @throws {SenderNotYoursError} {@link SenderUnregisteredError} {@link SenderNoBodyError}
 * @throws {RecipientKeyError} If it is not sealed to the recipient's current key.
 */
export async function acceptLetter(
  context: Context,
  actor: Actor,
  handedIn: HandedIn
): Promise<LetterReceipt> {
  const ready = await makeReady(context, actor, handedIn)
  return 'receipt' in ready ? ready.receipt : storeAlone(context, actor, { handedIn, ready })
}

/** The answer for one item of a batch. */
export type ItemAnswer =
  | { readonly receipt: LetterReceipt; readonly refusal: null }
  | { readonly receipt: null; readonly refusal: Refusal }

/**
 * Accepts letters together, each with an answer of its own: what is wrong with one keeps none of the
 * others back. They are written in one transaction, so that many cost the disk as much as one.
 */
export async function acceptLetters(
  context: Context,
  actor: Actor,
  items: readonly HandedIn[]
): Promise<ItemAnswer[]> {
  const answers = new Map<number, ItemAnswer>()
  const ready: { readonly place: number; readonly handedIn: HandedIn; ready: ReadyLetter }[] = []
  const first = new Map(items.map(({ letter }, i) => [letter.id, i] as const).toReversed())
  const once = [...first.values()].toSorted((a, b) => a - b)
  await Promise.all(
    once.map(async (place) => {
      const handedIn = items[place]
      if (handedIn === undefined) return
      const answer = await answered(async () => {
        const made = await makeReady(context, actor, handedIn)
        if ('receipt' in made) return made.receipt
        ready.push({ place, handedIn, ready: made })
        return null
      })
      if (answer !== null) answers.set(place, answer)
    })
  )
  for (const [place, answer] of await storeTogether(context, actor, ready)) {
    answers.set(place, answer)
  }
  // What stands twice in a batch is the repetition of what stands there first.
  for (const [place, item] of items.entries()) {
    if (answers.has(place)) continue
    const answer = await answered(() => acceptLetter(context, actor, item))
    if (answer !== null) answers.set(place, answer)
  }
  return items.map((_item, place) => answers.get(place) ?? refusedAs(new LetterDiffersError()))
}

function refusedAs(refusal: Refusal): ItemAnswer {
  return { receipt: null, refusal }
}

async function answered(work: () => Promise<LetterReceipt | null>): Promise<ItemAnswer | null> {
  try {
    const receipt = await work()
    return receipt && { receipt, refusal: null }
  } catch (error) {
    if (error instanceof Refusal) return refusedAs(error)
    throw error
  }
}

/** A letter whose bytes are here. */
type ReadyLetter = PreparedLetter & { readonly received: Received }

/** Judges a letter and takes its bytes; the receipt, where it was accepted before. */
async function makeReady(
  context: Context,
  actor: Actor,
  { letter: input, content }: HandedIn
): Promise<ReadyLetter | { readonly receipt: LetterReceipt }> {
  const preparation = await prepareLetter(context, actor, input)
  if (preparation.known !== null) return { receipt: preparation.known }
  const { prepared } = preparation
  const { heldBy, content: name } = prepared.letter
  const at = { bucket: bucketOf(heldBy), content: name ?? '' }
  const received = await receiveContent(context, actor, { at, letter: input, content })
  return { ...prepared, received }
}

async function storeAlone(
  context: Context,
  actor: Actor,
  { handedIn, ready }: { readonly handedIn: HandedIn; readonly ready: ReadyLetter }
): Promise<LetterReceipt> {
  try {
    const [receipt] = await storeLetters(context, actor, [ready])
    if (receipt === undefined) throw new LetterDiffersError()
    return receipt
  } catch (error) {
    if (!(error instanceof LetterDiffersError)) throw error
    // Somebody had the id first, a moment ago: if it was this very letter, its receipt is the answer.
    const preparation = await prepareLetter(context, actor, handedIn.letter)
    if (preparation.known === null) throw error
    return preparation.known
  }
}

async function storeTogether(
  context: Context,
  actor: Actor,
  letters: readonly { place: number; handedIn: HandedIn; ready: ReadyLetter }[]
): Promise<(readonly [number, ItemAnswer])[]> {
  try {
    const stored = await storeLetters(
      context,
      actor,
      letters.map(({ ready }) => ready)
    )
    return stored.flatMap((receipt, i) => {
      const of = letters[i]
      return of === undefined ? [] : [[of.place, { receipt, refusal: null }] as const]
    })
  } catch (error) {
    if (!(error instanceof LetterDiffersError)) throw error
    // One id was taken meanwhile: one by one it is found.
    const answers: (readonly [number, ItemAnswer])[] = []
    for (const letter of letters) {
      const answer = await answered(() => storeAlone(context, actor, letter))
      if (answer !== null) answers.push([letter.place, answer])
    }
    return answers
  }
}

function storeLetters(
  context: Context,
  actor: Actor,
  letters: readonly ReadyLetter[]
): Promise<LetterReceipt[]> {
  if (letters.length === 0) return Promise.resolve([])
  return inTransaction(context.db, (tx) => storeWithin(tx, actor, letters))
}

async function storeWithin(
  tx: Tx,
  actor: Actor,
  letters: readonly ReadyLetter[]
): Promise<LetterReceipt[]> {
  const recorded = await recordLetterFacts(
    tx,
    letters.flatMap((each) => eventsOf(each, actor))
  )
  const facts = new Map(
    recorded
      .filter(({ kind }) => kind === 'letter.accepted')
      .map(({ subject, id }) => [subject, id] as const)
  )
  const rows = letters.map(({ letter }) => ({ ...letter, fact: facts.get(letter.id) ?? '' }))
  await insertLetters(tx, rows).catch(refuseTaken)
  for (const { received } of letters) await settleContent(tx, received)
  await insertApprovals(
    tx,
    letters.filter(({ approval }) => approval).map(({ letter }) => letter),
    actor.id
  )
  await tellWaiting(
    tx,
    rows.filter(({ state }) => state === 'awaiting-recipient')
  )
  return rows.map(({ id, state, acceptedAt, sha256, fact }) => ({
    ...{ letter: id, state, acceptedAt, sha256, fact },
    repeated: false
  }))
}

/** An id can be had once, by whatever mailbox. */
function refuseTaken(error: unknown): never {
  throw sqlState(error) === sqlStates.uniqueViolation ? new LetterDiffersError() : error
}

function eventsOf({ letter, approval }: PreparedLetter, actor: Actor): LetterEvent[] {
  const { sizeClass, sizeBytes, acceptedAt, state, copyOf, inReplyTo } = letter
  const kinds: FactKind[] = ['letter.accepted']
  if (approval) kinds.push('letter.approval-asked')
  else if (state !== 'accepted') kinds.push(factKindOf(state))
  const more = {
    bytes: sizeBytes,
    sizeClass,
    ...(copyOf !== null && { copyOf }),
    ...(inReplyTo !== null && { inReplyTo })
  }
  return kinds.map((kind) => ({
    ...{ letter, kind, at: acceptedAt, actor: actor.id },
    ...(kind === 'letter.accepted' && { more })
  }))
}
