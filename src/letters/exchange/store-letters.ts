import type { FactKind } from '../../ledger/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, type Tx, inTransaction, sqlState, sqlStates } from '../../platform/index.ts'
import { insertApprovals } from './approval-store.ts'
import { type LetterEvent, factKindOf, recordLetterFacts } from './letter-facts.ts'
import type { LetterReceipt } from './letter.ts'
import { insertLetters } from './letter-store.ts'
import type { PreparedLetter } from './prepare-letter.ts'
import { tellWaiting } from './queue-news.ts'
import { type Received, settleContents } from './receive-content.ts'
import { LetterDiffersError } from './refusals.ts'

/** A letter that was judged, whose bytes are here. */
export type ReadyLetter = PreparedLetter & { readonly received: Received }

/**
 * Writes letters with their bytes, facts and places in one transaction: a statement for each kind of row,
 * however many letters. They are durable when this ends.
 * @throws {LetterDiffersError} If somebody had one of the ids first; none is written then.
 */
export function storeLetters(
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
  const events = letters.flatMap((each) => eventsOf(each, actor))
  const recorded = await recordLetterFacts(tx, events)
  const facts = new Map(
    recorded
      .filter(({ kind }) => kind === 'letter.accepted')
      .map(({ subject, id }) => [subject, id] as const)
  )
  const rows = letters.map(({ letter }) => ({ ...letter, fact: facts.get(letter.id) ?? '' }))
  await insertLetters(tx, rows).catch(refuseTaken)
  await settleContents(
    tx,
    letters.map(({ received }) => received)
  )
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
  const { sizeClass, sizeBytes, acceptedAt, state, copyOf, inReplyTo, effectiveAt } = letter
  const kinds: FactKind[] = ['letter.accepted']
  if (approval) kinds.push('letter.approval-asked')
  else if (state !== 'accepted') kinds.push(factKindOf(state))
  const more = {
    bytes: sizeBytes,
    sizeClass,
    ...(copyOf !== null && { copyOf }),
    ...(inReplyTo !== null && { inReplyTo }),
    // Not inside the letter: a desk that shows another date has logged that it was told this one.
    ...(effectiveAt !== null && { effectiveAt: effectiveAt.toString() })
  }
  return kinds.map((kind) => ({
    ...{ letter, kind, at: acceptedAt, actor: actor.id },
    ...(kind === 'letter.accepted' && { more })
  }))
}
