import { dataPolicy } from '../../agreements/index.ts'
import type { Relation } from '../../kernel/policy/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, bucketOf, inScopeOfNow, inTransaction } from '../../platform/index.ts'
import { changeLetters, isReadable } from './change-letter.ts'
import { readPieces } from './content-store.ts'
import { type StoredLetter, lettersType } from './letter.ts'
import { LetterGoneError, LetterNotFoundError } from './refusals.ts'
import { type SeenLetter, seeLetter } from './see-letter.ts'

/** A letter with its sealed bytes as they are read from the database. */
export interface OpenedContent {
  readonly letter: StoredLetter
  readonly content: AsyncIterable<Uint8Array>
}

/**
 * Hands the sealed bytes out: to those who read the recipient's mailbox, and, while a letter lies sealed
 * to its own sender, to those who read that one. The first time, the letter was fetched.
 * @throws {LetterNotFoundError}
 * @throws {LetterGoneError} If the bytes are no longer here.
 * @throws {UseRefusedError} If the data policy does not permit it.
 */
export async function readContent(
  context: Context,
  actor: Actor,
  id: string
): Promise<OpenedContent> {
  const seen = await seeLetter(context, actor, { letter: id })
  const { letter, side } = seen
  if (side === 'sender' && letter.recipient.mailbox !== null) throw new LetterNotFoundError()
  const isThere = side === 'recipient' ? isReadable(letter) : letter.content !== null
  if (!isThere || letter.content === null) throw new LetterGoneError()
  await demandLetterUse(context, actor, seen)
  if (side === 'recipient' && letter.state === 'published')
    await noteFetched(context, actor, letter)
  const at = { bucket: bucketOf(letter.heldBy), content: letter.content }
  return { letter, content: inScopeOfNow(readPieces(context.db, at)) }
}

/** Demands the use of a letter by the data policy, for the person whose it is. */
export function demandLetterUse(
  context: Context,
  actor: Actor,
  { letter, side }: SeenLetter
): Promise<void> {
  const whose = side === 'recipient' ? letter.recipient : letter.sender
  return dataPolicy.demandUse(context, {
    actor,
    authority: letter.authority,
    dataType: lettersType,
    action: 'read',
    object: { kind: 'letter', id: letter.id },
    owner: whose.person ?? whose.authority ?? letter.authority,
    relation: relationTo(actor, { letter, side }),
    case: letter.case ?? undefined
  })
}

/** Its recipient owns a letter; a unit is its mailbox; before anybody has it, it is its sender's. */
function relationTo(actor: Actor, { letter, side }: SeenLetter): Relation {
  if (side === 'sender') return 'provider'
  const { person } = letter.recipient
  return person === null || person === actor.person ? 'owner' : 'delegate'
}

async function noteFetched(context: Context, actor: Actor, letter: StoredLetter): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, (tx) =>
    changeLetters(tx, [letter], { to: 'fetched', at, actor, from: ['published'] })
  )
}
