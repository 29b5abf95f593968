import { factsBetween, recordFact } from '../../ledger/index.ts'
import { type Context, type Db, inTransaction } from '../../platform/index.ts'
import type { Session } from '../session.ts'
import { administeredFreshly } from './demand-administrator.ts'
import { grantsAt, holdingsAt } from './staff-store.ts'

/**
 * Says that an administrator looked through the roles and posts of an authority. It is their word, and
 * nothing more; the control of PI-4.1.11 asks for it every season.
 * @throws {NotAllowedError} Unless they administer the authority.
 * @throws {ProofRequiredError}
 */
export async function reviewAccess(
  context: Context,
  session: Session,
  authority: string
): Promise<void> {
  await administeredFreshly(context, session, authority)
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const grants = (await grantsAt(tx, authority, at)).length
    const holdings = (await holdingsAt(tx, authority)).length
    await recordFact(tx, {
      owner: authority,
      authority,
      kind: 'access.reviewed',
      subject: authority,
      at,
      actor: session.actor.id,
      body: { grants, holdings }
    })
  })
}

/** When somebody last said so, or `null`. */
export async function lastReview(db: Db, authority: string): Promise<Temporal.Instant | null> {
  const facts = await factsBetween(db, { authority, kinds: ['access.reviewed'] })
  return facts.at(-1)?.at ?? null
}
