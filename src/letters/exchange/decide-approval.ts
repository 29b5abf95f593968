import type { Actor } from '../../people/index.ts'
import { type Context, type Tx, inTransaction, newId } from '../../platform/index.ts'
import { type Approval, approvalOf, decideApproval } from './approval-store.ts'
import { changeLetters } from './change-letter.ts'
import { checkReason } from './check-reason.ts'
import { recordLetterFacts } from './letter-facts.ts'
import type { StoredLetter } from './letter.ts'
import { awaitRecipient } from './move-store.ts'
import { LetterStateError, OwnApprovalError } from './refusals.ts'
import { insertRemark } from './remark-store.ts'
import { type Resealing, awaitedMailbox, putInPlace, sendersLetter } from './reseal-letter.ts'

/**
 * A second person of the unit has opened a letter and lets it go, sealed by their own device to the
 * recipient; where the recipient has no mailbox yet it waits as it is. The same approval of the same person
 * again changes nothing.
 * @throws {OwnApprovalError} If it is the one who handed it in.
 * @throws {LetterStateError} If it waits for no approval.
 */
export async function approveLetter(
  context: Context,
  actor: Actor,
  given: { readonly letter: string; readonly resealing: Resealing | null }
): Promise<StoredLetter> {
  const asked = await askedApproval(context, actor, given.letter)
  if (wasApproved(actor, asked, given.resealing)) return asked.letter
  const { letter } = asked
  demandOpen(asked.approval)
  const decide = (tx: Tx) => decided(tx, actor, { letter, outcome: 'approved', context })
  if (given.resealing !== null) {
    const { resealing } = given
    return putInPlace(context, actor, {
      letter,
      given: resealing,
      kinds: ['letter.approved', 'letter.resealed'],
      within: decide
    })
  }
  if ((await awaitedMailbox(context, letter)) !== null) throw new LetterStateError()
  const at = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    await decide(tx)
    const waiting = await awaitRecipient(tx, letter, at)
    if (waiting === null) throw new LetterStateError()
    const of = { letter: waiting, at, actor: actor.id }
    await recordLetterFacts(tx, [
      { ...of, kind: 'letter.approved' },
      { ...of, kind: 'letter.waiting' }
    ])
    return waiting
  })
}

/**
 * A second person of the unit does not let a letter go: it ends, and its bytes with it.
 * @throws {OwnApprovalError} {@link LetterStateError} {@link LetterReasonError}
 */
export async function refuseApproval(
  context: Context,
  actor: Actor,
  given: { readonly letter: string; readonly reason: string }
): Promise<StoredLetter> {
  const words = checkReason(given.reason)
  const { letter, approval } = await askedApproval(context, actor, given.letter)
  demandOpen(approval)
  const at = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    await decided(tx, actor, { letter, outcome: 'refused', context })
    const remark = newId(at)
    const of = { letter, at, actor: actor.id }
    await recordLetterFacts(tx, [
      { ...of, kind: 'letter.approval-refused', more: { reason: remark } }
    ])
    const [refused] = await changeLetters(tx, [letter], {
      ...{ to: 'refused', at, actor, withContent: true },
      more: { because: 'not-approved', reason: remark }
    })
    if (refused === undefined) throw new LetterStateError()
    await insertRemark(tx, letter, {
      ...{ id: remark, kind: 'refusal', code: null, words, by: actor.id, at }
    })
    return { ...refused, content: null }
  })
}

interface Asked {
  readonly letter: StoredLetter
  readonly approval: Approval | null
}

async function askedApproval(context: Context, actor: Actor, id: string): Promise<Asked> {
  const letter = await sendersLetter(context, actor, id)
  const approval = await approvalOf(context.db, letter)
  if (approval?.askedBy === actor.id) throw new OwnApprovalError()
  return { letter, approval }
}

/** Whether the answer to this very approval was lost on its way. */
function wasApproved(
  actor: Actor,
  { letter, approval }: Asked,
  resealing: Resealing | null
): boolean {
  if (approval?.outcome !== 'approved' || approval.decidedBy !== actor.id) return false
  return resealing === null
    ? letter.state === 'awaiting-recipient'
    : letter.recipient.mailbox !== null && letter.sha256 === resealing.sha256
}

function demandOpen(approval: Approval | null): void {
  if (approval?.outcome !== null) throw new LetterStateError()
}

async function decided(
  tx: Tx,
  actor: Actor,
  of: { readonly letter: StoredLetter; readonly outcome: string; readonly context: Context }
): Promise<void> {
  const decision = { by: actor.id, at: of.context.clock.now(), outcome: of.outcome }
  if (!(await decideApproval(tx, of.letter, decision))) throw new LetterStateError()
}
