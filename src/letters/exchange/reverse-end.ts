import { recordFact } from '../../ledger/index.ts'
import { type Actor, NotAllowedError, contact } from '../../people/index.ts'
import { NotFoundError, type Tx, newId, withScope } from '../../platform/index.ts'
import { checkReason } from './check-reason.ts'
import { recordingRoles } from './end-recipient.ts'
import { messages } from './messages.ts'
import { deleteEnd, recipientEndOf } from './recipient-end-store.ts'
import { insertRemark } from './remark-store.ts'

/** What was recorded of somebody who lives, or of a business that goes on. */
export interface Reversal {
  readonly person: string
  readonly authority: string
  /** Why it was wrong. */
  readonly reason: string
  readonly at: Temporal.Instant
}

/**
 * Takes back that somebody has died or is dissolved, by staff of the body that recorded it: letters reach
 * them again. What went back to its senders stays with them.
 * @throws {NotAllowedError} {@link LetterReasonError}
 * @throws {NotFoundError} If that body recorded no such thing.
 */
export function reverseEnd(
  tx: Tx,
  actor: Actor,
  { person, authority, reason, at }: Reversal
): Promise<void> {
  const mayReverse = actor.grants.some(
    (grant) => grant.authority === authority && recordingRoles.includes(grant.role)
  )
  if (!mayReverse) throw new NotAllowedError()
  const words = checkReason(reason)
  // The rows are of whoever was written down; the actor's right to it was looked at.
  return withScope('system', async () => {
    const end = await recipientEndOf(tx, person)
    if (end?.authority !== authority || !(await deleteEnd(tx, person))) throw new NotFoundError()
    const remark = newId(at)
    const of = { id: remark, kind: 'return', code: 'reversed', words, by: actor.id, at } as const
    await insertRemark(tx, { id: remark, heldBy: person }, of)
    await recordFact(tx, {
      ...{ owner: person, authority, kind: 'recipient.end-reversed', subject: person, at },
      ...{ actor: actor.id, body: { kind: end.kind, remark } }
    })
    if (end.kind !== 'deceased') return
    const { endReversedSubject: subject, endReversedText: text } = messages.entries
    await contact.tellPerson(tx, { person, kind: 'mailbox', subject, text }, at)
  })
}
