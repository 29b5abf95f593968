import type { Actor } from '../../people/index.ts'
import { type Context, Refusal, bucketOf } from '../../platform/index.ts'
import { type Judged, demandRight, judgedLater } from './judged.ts'
import type { LetterInput, LetterReceipt } from './letter.ts'
import { type Preparation, prepareLetter, prepareLetters } from './prepare-letter.ts'
import { receiveContent } from './receive-content.ts'
import { LetterDiffersError } from './refusals.ts'
import { type ReadyLetter, storeLetters } from './store-letters.ts'

/** A letter with its sealed bytes: as they come, or all of them, where they are here. */
export interface HandedIn {
  readonly letter: LetterInput
  readonly content: AsyncIterable<Uint8Array> | Uint8Array
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
  const [receipt] = await acceptEach(context, actor, [handedIn])
  return demandRight(receipt)
}

/** The answer for one item of a batch. */
export type ItemAnswer =
  | { readonly receipt: LetterReceipt; readonly refusal: null }
  | { readonly receipt: null; readonly refusal: Refusal }

/**
 * Accepts letters together, each with an answer of its own: what is wrong with one keeps none of the
 * others back. They are looked up and written together, so that many cost little more than one.
 */
export async function acceptLetters(
  context: Context,
  actor: Actor,
  items: readonly HandedIn[]
): Promise<ItemAnswer[]> {
  const answers = await acceptEach(context, actor, items)
  return answers.map((answer) =>
    answer instanceof Refusal
      ? { receipt: null, refusal: answer }
      : { receipt: answer, refusal: null }
  )
}

async function acceptEach(
  context: Context,
  actor: Actor,
  items: readonly HandedIn[]
): Promise<Judged<LetterReceipt>[]> {
  const first = new Map(items.map((item) => [item.letter.id, item] as const).toReversed())
  const once = items.filter((item) => first.get(item.letter.id) === item)
  const answers = new Map(await acceptOnce(context, actor, once))
  // What stands twice in a batch is the repetition of what stands there first, or comes instead of it.
  const again = items.filter((item) => !answers.has(item))
  const repeated = again.length === 0 ? [] : await acceptEach(context, actor, again)
  for (const [i, item] of again.entries())
    answers.set(item, repeated[i] ?? new LetterDiffersError())
  return items.map((item) => answers.get(item) ?? new LetterDiffersError())
}

type Answered = readonly [HandedIn, Judged<LetterReceipt>]

/** Accepts letters of different ids. */
async function acceptOnce(
  context: Context,
  actor: Actor,
  items: readonly HandedIn[]
): Promise<Answered[]> {
  const preparations = await prepareLetters(
    context,
    actor,
    items.map(({ letter }) => letter)
  )
  const readied = await Promise.all(
    items.map(async (handedIn, i) => {
      const made = await judgedLater(() =>
        makeReady(context, actor, { handedIn, preparation: demandRight(preparations[i]) })
      )
      return { handedIn, made }
    })
  )
  const answers: Answered[] = []
  const ready: Ready[] = []
  for (const { handedIn, made } of readied) {
    if (!(made instanceof Refusal) && 'received' in made) ready.push({ handedIn, ready: made })
    else answers.push([handedIn, made])
  }
  return [...answers, ...(await storeTogether(context, actor, ready))]
}

interface Ready {
  readonly handedIn: HandedIn
  readonly ready: ReadyLetter
}

/** Takes the bytes of a letter that was judged; its receipt, where it was accepted before. */
async function makeReady(
  context: Context,
  actor: Actor,
  { handedIn, preparation }: { readonly handedIn: HandedIn; readonly preparation: Preparation }
): Promise<ReadyLetter | LetterReceipt> {
  if (preparation.known !== null) return preparation.known
  const { prepared } = preparation
  const { heldBy, content: name } = prepared.letter
  const at = { bucket: bucketOf(heldBy), content: name ?? '' }
  const received = await receiveContent(context, actor, { at, ...handedIn })
  return { ...prepared, received }
}

async function storeTogether(
  context: Context,
  actor: Actor,
  letters: readonly Ready[]
): Promise<Answered[]> {
  const stored = await judgedLater(() =>
    storeLetters(
      context,
      actor,
      letters.map(({ ready }) => ready)
    )
  )
  if (!(stored instanceof Refusal)) {
    return letters.map(({ handedIn }, i) => [handedIn, stored[i] ?? new LetterDiffersError()])
  }
  // Something that was right a moment ago is not so now: one by one it is found which.
  const answers: Answered[] = []
  for (const letter of letters) {
    answers.push([letter.handedIn, await judgedLater(() => storeAlone(context, actor, letter))])
  }
  return answers
}

async function storeAlone(
  context: Context,
  actor: Actor,
  { handedIn, ready }: Ready
): Promise<LetterReceipt> {
  const stored = await judgedLater(() => storeLetters(context, actor, [ready]))
  if (!(stored instanceof Refusal)) return demandRight(stored[0])
  if (!(stored instanceof LetterDiffersError)) throw stored
  // Somebody had the id first, a moment ago: if it was this very letter, its receipt is the answer.
  const { known } = await prepareLetter(context, actor, handedIn.letter)
  if (known === null) throw stored
  return known
}
