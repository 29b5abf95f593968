import { type Actor, demand } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import type { CardDraft } from './card.ts'
import { cardInForce, deleteDraft, draftOf, type SavedDraft, saveDraft } from './card-store.ts'
import { BadCodeError, CardChangedMeanwhileError, CodeTakenError } from './refusals.ts'

/** What an editor opens: the draft, or the card in force where there is none. */
export interface OpenedCard {
  readonly card: CardDraft
  /** 0 where nothing was saved yet. */
  readonly revision: number
  /** Version in force, or `null`. */
  readonly version: number | null
}

/** Opens a card for editing; a code that nobody has used begins an empty card of the authority. */
export async function openCard(
  context: Context,
  actor: Actor,
  at: { readonly code: string; readonly authority: string }
): Promise<OpenedCard> {
  const [draft, inForce] = await Promise.all([
    draftOf(context.db, at.code),
    cardInForce(context.db, at.code)
  ])
  const card = draft?.card ?? inForce?.card ?? { code: at.code, authority: at.authority }
  demand(actor, { authority: card.authority, role: 'authority-admin' })
  return { card, revision: draft?.revision ?? 0, version: inForce?.version ?? null }
}

/**
 * Keeps a card in the making, however unfinished.
 * @param input - `revision`: the one that the editor opened; 0 where there was no draft.
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
