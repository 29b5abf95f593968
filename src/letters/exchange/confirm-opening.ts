import { createHash } from 'node:crypto'
import { verifyOpening } from '../../kernel/seal/index.ts'
import { directoryOwner } from '../../kernel/mailbox/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { currentEntry } from '../directory/index.ts'
import { changeLetters } from './change-letter.ts'
import type { StoredLetter } from './letter.ts'
import { statesBefore } from './letter-state.ts'
import { lockLetter } from './letter-store.ts'
import { insertProof } from './proof-store.ts'
import { LetterProofError, LetterStateError } from './refusals.ts'
import { seeLetter } from './see-letter.ts'

/** What a reader gives back: the token that only the opened letter holds, and its signed note. */
export interface Proof {
  /** 32 bytes, base64. */
  readonly token: string
  /** Signed note of `peyman.dev/letter-opening/v1`. */
  readonly note: string
}

/** What a recipient may prove of a letter. */
export type ProvenState = 'opened' | 'acknowledged' | 'replied'

/**
 * Takes the proof that a letter was opened, acknowledged or answered: the token has the hash that its
 * sender gave, and the note is signed by the key of the recipient's mailbox in the directory. The same
 * proof given again changes nothing.
 * @throws {LetterProofError} If either does not hold.
 * @throws {LetterStateError} If the letter was taken back or has expired.
 */
export async function confirmOpening(
  context: Context,
  actor: Actor,
  given: { readonly letter: string; readonly state: ProvenState; readonly proof: Proof }
): Promise<StoredLetter> {
  const { letter } = await seeLetter(context, actor, { letter: given.letter, side: 'recipient' })
  await demandProof(context, letter, given)
  const at = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const locked = await lockLetter(tx, letter)
    if (locked === null) throw new LetterStateError()
    const isNew = await insertProof(tx, locked, { ...given, at, by: actor.id })
    return isNew ? prove(tx, actor, { letter: locked, state: given.state, at }) : locked
  })
}

async function demandProof(
  { db }: Context,
  letter: StoredLetter,
  { state, proof }: { readonly state: ProvenState; readonly proof: Proof }
): Promise<void> {
  const tokenHash = createHash('sha256').update(Buffer.from(proof.token, 'base64')).digest('base64')
  const { mailbox, authority, unit } = letter.recipient
  const owner = directoryOwner(
    authority !== null && unit !== null ? { authority, unit } : { mailbox: mailbox ?? '' }
  )
  const entry = tokenHash === letter.tokenHash ? await currentEntry(db, owner) : null
  const of = { letter: letter.id, state, tokenHash, keys: entry?.keys ?? [] }
  if (entry === null || !verifyOpening(proof.note, of)) throw new LetterProofError()
}

/** A step back is none: whoever acknowledged has opened, and what was said stays said. */
async function prove(
  tx: Tx,
  actor: Actor,
  { letter, state, at }: { letter: StoredLetter; state: ProvenState; at: Temporal.Instant }
): Promise<StoredLetter> {
  const order: readonly string[] = ['opened', 'acknowledged', 'replied']
  if (order.indexOf(letter.state) >= order.indexOf(state)) return letter
  if (!statesBefore(state).includes(letter.state)) throw new LetterStateError()
  const [proven] = await changeLetters(tx, [letter], { to: state, at, actor })
  return proven ?? letter
}
