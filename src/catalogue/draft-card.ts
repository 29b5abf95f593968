import { type Actor, demand } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import type { CardDraft } from './card.ts'
import {
  cardInForce,
  deleteDraft,
  draftOf,
  newestCard,
  type SavedDraft,
  saveDraft
} from './card-store.ts'
import { draftProblems } from './draft-problems.ts'
import { type Announcement, announcedOf } from './effect-store.ts'
import {
  BadCodeError,
  CardChangedMeanwhileError,
  CardInvalidError,
  CodeTakenError,
  ServiceNotFoundError
} from './refusals.ts'

/** What an editor opens: the draft, or the newest card where there is none. */
export interface OpenedCard {
  readonly card: CardDraft
  /** 0 where nothing was saved yet. */
  readonly revision: number
  /** Version in force, or `null`. */
  readonly version: number | null
  /** Versions that were announced and are not in force yet, in their order. */
  readonly announced: readonly Announcement[]
}

/**
 * Opens a card for editing: its draft, or the newest card, in force or announced.
 * @throws {ServiceNotFoundError} Where there is neither.
 */
export async function openCard(context: Context, actor: Actor, code: string): Promise<OpenedCard> {
  const now = context.clock.now()
  const [draft, inForce, newest, announced] = await Promise.all([
    draftOf(context.db, code),
    cardInForce(context.db, code, now),
    newestCard(context.db, code),
    announcedOf(context.db, code, now)
  ])
  const card = draft?.card ?? newest?.card
  if (card === undefined) throw new ServiceNotFoundError()
  demand(actor, { authority: card.authority, role: 'authority-admin' })
  return { card, revision: draft?.revision ?? 0, version: inForce?.version ?? null, announced }
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
    const known = (await draftOf(tx, card.code)) ?? (await newestCard(tx, card.code))?.card
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
