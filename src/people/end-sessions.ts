import { recordFacts } from '../ledger/index.ts'
import { type Context, NotFoundError, inTransaction } from '../platform/index.ts'
import type { Session } from './session.ts'
import { endOtherSessions, endSessionById } from './session-store.ts'
import { platformAuthority } from './platform-authority.ts'

/**
 * Ends one session of a person, or all but the one that they ask from; each end is a fact.
 * @param asked - The id of a session, or `others`.
 * @throws {NotFoundError} If it is not open, or not theirs.
 */
export async function endSessions(context: Context, own: Session, asked: string): Promise<void> {
  const at = context.clock.now()
  const person = own.person.id
  await inTransaction(context.db, async (tx) => {
    const isOne = asked !== 'others'
    const ended = isOne
      ? (await endSessionById(tx, { person, id: asked }, at))
        ? [asked]
        : []
      : await endOtherSessions(tx, { person, id: own.id }, at)
    if (isOne && ended.length === 0) throw new NotFoundError()
    await recordFacts(
      tx,
      ended.map((id) => ({
        owner: person,
        authority: platformAuthority,
        kind: 'session.ended',
        subject: id,
        at,
        actor: person,
        body: { why: isOne ? 'by-owner' : 'all-others', from: own.id }
      }))
    )
  })
}
