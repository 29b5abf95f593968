import type { Actor } from '../../people/index.ts'
import type { JsonObject, Tx } from '../../platform/index.ts'
import type { StoredLetter } from './letter.ts'
import { type LetterState, isEnd, statesBefore } from './letter-state.ts'
import { factKindOf, recordLetterFacts } from './letter-facts.ts'
import { forgetContents, stepLetters } from './letter-store.ts'
import { removeContents } from './content-store.ts'
import { bucketOf } from '../../platform/index.ts'

/** A step that letters are to take. */
export interface Change {
  readonly to: LetterState
  readonly at: Temporal.Instant
  readonly actor: Pick<Actor, 'id'>
  /** Only from these; from all that the table allows where absent. */
  readonly from?: readonly LetterState[]
  /** What its fact says beside the envelope, of all of them or of each. */
  readonly more?: JsonObject | ((letter: StoredLetter) => JsonObject)
  /** Their bytes go as well. */
  readonly withContent?: boolean
}

/**
 * Brings letters one step on, with the fact of each, and takes the bytes away where told. Part of the
 * transaction of a use case.
 * @returns Those that took the step; the others were elsewhere already.
 */
export async function changeLetters(
  tx: Tx,
  letters: readonly StoredLetter[],
  change: Change
): Promise<StoredLetter[]> {
  if (letters.length === 0) return []
  const { to, at, actor, more, from } = change
  const stepped = await stepLetters(tx, letters, { from: from ?? statesBefore(to), to, at })
  await recordLetterFacts(
    tx,
    stepped.map((letter) => ({
      ...{ letter, kind: factKindOf(to), at, actor: actor.id },
      ...(more !== undefined && { more: typeof more === 'function' ? more(letter) : more })
    }))
  )
  if (change.withContent === true) await takeContents(tx, stepped)
  return stepped
}

/** Takes the bytes of letters away; where the letters stand, is known from their facts. */
export async function takeContents(tx: Tx, letters: readonly StoredLetter[]): Promise<void> {
  const full = letters.filter(({ content }) => content !== null)
  await removeContents(
    tx,
    full.map(({ heldBy, content }) => ({ bucket: bucketOf(heldBy), content: content ?? '' }))
  )
  if (full.length > 0) await forgetContents(tx, full)
}

/** Whether a letter can still be read by its recipient. */
export function isReadable({ arrivedAt, state, content }: StoredLetter): boolean {
  return arrivedAt !== null && content !== null && (!isEnd(state) || state === 'withdrawn')
}
