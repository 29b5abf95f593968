import type { Actor } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { type Mailbox, mailboxById, mayRead } from '../mailboxes/index.ts'
import type { StoredLetter } from './letter.ts'
import { letterById } from './letter-store.ts'
import { LetterNotFoundError } from './refusals.ts'

/** On which side of a letter somebody is; whoever is on both reads as its recipient. */
export type Side = 'recipient' | 'sender'

/** A letter that an actor may know of, and as what. */
export interface SeenLetter {
  readonly letter: StoredLetter
  readonly side: Side
}

/**
 * A letter that an actor may know of.
 * @param side - Only as this.
 * @throws {LetterNotFoundError} If there is none, or it is nothing of theirs, or not yet.
 */
export async function seeLetter(
  context: Context,
  actor: Actor,
  asked: { readonly letter: string; readonly side?: Side }
): Promise<SeenLetter> {
  const letter = await letterById(context.db, asked.letter)
  const side = letter && (await sideOf(context, actor, { letter, only: asked.side }))
  if (letter === null || side === null) throw new LetterNotFoundError()
  return { letter, side }
}

async function sideOf(
  context: Context,
  actor: Actor,
  { letter, only }: { readonly letter: StoredLetter; readonly only: Side | undefined }
): Promise<Side | null> {
  const { recipient, sender, arrivedAt } = letter
  if (only !== 'sender' && arrivedAt !== null && recipient.mailbox !== null) {
    if (await readsMailbox(context, actor, recipient.mailbox)) return 'recipient'
  }
  if (only === 'recipient') return null
  return (await readsMailbox(context, actor, sender.mailbox)) ? 'sender' : null
}

async function readsMailbox(context: Context, actor: Actor, id: string): Promise<boolean> {
  const mailbox = await mailboxById(context.db, id)
  return mailbox !== null && mayRead(context.db, actor, { mailbox, now: context.clock.now() })
}

/**
 * A mailbox whose letters an actor reads.
 * @throws {LetterNotFoundError}
 */
export async function readableMailbox(
  context: Context,
  actor: Actor,
  id: string
): Promise<Mailbox> {
  const mailbox = await mailboxById(context.db, id)
  const now = context.clock.now()
  const readable = mailbox !== null && (await mayRead(context.db, actor, { mailbox, now }))
  if (!readable) throw new LetterNotFoundError()
  return mailbox
}
