import { type Actor, demand } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import type { CardDraft } from './card.ts'
import { cardInForce, deleteDraft, draftOf, type SavedDraft, saveDraft } from './card-store.ts'
import { draftProblems } from './draft-problems.ts'
import {
  BadCodeError,
  CardChangedMeanwhileError,
  CardInvalidError,
  CodeTakenError,
  ServiceNotFoundError
} from './refusals.ts'

/** What an editor opens: the draft, or the card in force where there is none. */
export interface OpenedCard {
  readonly card: CardDraft
  /** 0 where nothing was saved yet. */
  readonly revision: number
  /** Version in force, or `null`. */
  readonly version: number | null
}

/**
 * Opens a card for editing: its draft, or the card in force.
 * @throws {ServiceNotFoundError} Where there is neither.
 */
export async function openCard(context: Context, actor: Actor, code: string): Promise<OpenedCard> {
  const [draft, inForce] = await Promise.all([
    draftOf(context.db, code),
    cardInForce(context.db, code)
  ])
  const card = draft?.card ?? inForce?.card
  if (card === undefined) throw new ServiceNotFoundError()
  demand(actor, { authority: card.authority, role: 'authority-admin' })
  return { card, revision: draft?.revision ?? 0, version: inForce?.version ?? null }
}

/**
 * Keeps a card in the making, however unfinished.
 * @param input - `revision`: the one that the editor opened; 0 where there was no draft.
 * @throws {CardInvalidError} Where a value is of another kind than its field.
 * @throws {CardChangedMeanwhileError} Where somebody else saved in between.
 */
export async function draftCard(
  context: Context,
  actor: Actor,
  input: { readonly card: CardDraft; readonly revision: number }
): Promise<SavedDraft> {
  const { card, revision } = input
  demand(actor, { authority: card.authority, role: 'authority-admin' })
  if (!/^[0-9]{6,13}$/.test(card.code)) throw new BadCodeError()
  const problems = draftProblems(card)
  if (problems.length > 0) throw new CardInvalidError(problems)
  return inTransaction(context.db, async (tx) => {
    const known = (await draftOf(tx, card.code)) ?? (await cardInForce(tx, card.code))?.card
    if (known && known.authority !== card.authority) throw new CodeTakenError()
    const draft = {
      service: card.code,
      authority: card.authority,
      card,
      savedAt: context.clock.now(),
      savedBy: actor.id
    }
    const saved = await saveDraft(tx, draft, revision)
    if (saved === null) throw new CardChangedMeanwhileError()
    return { ...draft, revision: saved }
  })
}

/** Gives a draft up; the card in force stays as it is. */
export async function discardDraft(context: Context, actor: Actor, code: string): Promise<void> {
  const draft = await draftOf(context.db, code)
  if (draft === null) return
  demand(actor, { authority: draft.authority, role: 'authority-admin' })
  await inTransaction(context.db, (tx) => deleteDraft(tx, code))
}
