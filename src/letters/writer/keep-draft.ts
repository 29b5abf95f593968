import { hybridStanza, readSealedHead } from '../../kernel/seal/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { mailboxById } from '../mailboxes/index.ts'
import {
  type DraftPlace,
  type LetterDraft,
  countDrafts,
  deleteDraft,
  deleteDraftsBefore,
  draftById,
  draftsOf,
  insertDraft,
  replaceDraft
} from './draft-store.ts'
import { mayWrite, unitOf } from './may-write.ts'
import {
  DraftChangedError,
  DraftFormError,
  DraftNotFoundError,
  TooManyDraftsError
} from './refusals.ts'

/** Most drafts of one unit at a time. */
export const draftsMax = 200

/** A draft that nobody changed for so long is taken away. */
export const draftDays = 30

/** Most bytes of a sealed draft. */
export const draftBytesMax = 262_144

/** Drafts of a unit, the newest first: when, and by whom. */
export async function listDrafts(
  context: Context,
  actor: Actor,
  mailbox: string
): Promise<LetterDraft[]> {
  const place = await draftPlace(context, actor, mailbox)
  return draftsOf(context.db, place.mailbox, draftsMax)
}

/** A draft with its sealed bytes. @throws {DraftNotFoundError} */
export async function readDraft(
  context: Context,
  actor: Actor,
  { mailbox, id }: { readonly mailbox: string; readonly id: string }
): Promise<LetterDraft & { readonly sealed: Uint8Array }> {
  const place = await draftPlace(context, actor, mailbox)
  const draft = await draftById(context.db, place.mailbox, id)
  if (draft === null) throw new DraftNotFoundError()
  return draft
}

/**
 * Keeps a draft, which a browser sealed to the unit's mailbox.
 * @param given - `version`: the one that its writer had; 0 for a new one.
 * @throws {DraftNotFoundError} If the actor writes for no such unit.
 * @throws {DraftChangedError} If somebody else kept it meanwhile.
 * @throws {DraftFormError} {@link TooManyDraftsError}
 */
export async function keepDraft(
  context: Context,
  actor: Actor,
  given: {
    readonly mailbox: string
    readonly id: string
    readonly version: number
    readonly sealed: Uint8Array
  }
): Promise<LetterDraft> {
  const { id, version, sealed } = given
  const place = await draftPlace(context, actor, given.mailbox)
  const isSealed = readSealedHead(sealed)?.stanzas.join(' ') === hybridStanza
  if (!isSealed || sealed.length > draftBytesMax) throw new DraftFormError()
  const kept = { id, sealed, author: actor.person ?? actor.id, at: context.clock.now() }
  return inTransaction(context.db, async (tx) => {
    if (version === 0 && (await countDrafts(tx, place.mailbox)) >= draftsMax) {
      throw new TooManyDraftsError()
    }
    const written =
      version === 0
        ? await insertDraft(tx, place, kept)
        : await replaceDraft(tx, place.mailbox, { ...kept, version })
    if (written === null) throw new DraftChangedError()
    return written
  })
}

/** Discards a draft; one that is gone is gone. */
export async function discardDraft(
  context: Context,
  actor: Actor,
  { mailbox, id }: { readonly mailbox: string; readonly id: string }
): Promise<void> {
  const place = await draftPlace(context, actor, mailbox)
  await inTransaction(context.db, (tx) => deleteDraft(tx, place.mailbox, id))
}

/** Takes away the drafts that nobody changed for {@link draftDays}. @returns How many. */
export async function expireDrafts({ db, clock }: Context): Promise<number> {
  const before = clock.now().subtract({ hours: 24 * draftDays })
  return inTransaction(db, (tx) => deleteDraftsBefore(tx, before))
}

/** Drafts are of units, for the people who write their letters. */
async function draftPlace(context: Context, actor: Actor, id: string): Promise<DraftPlace> {
  const mailbox = await mailboxById(context.db, id)
  const place = mailbox && unitOf(mailbox)
  const may = mailbox !== null && actor.person !== null && (await mayWrite(context, actor, mailbox))
  if (place === null || !may) throw new DraftNotFoundError()
  return { ...place, mailbox: mailbox.id }
}
