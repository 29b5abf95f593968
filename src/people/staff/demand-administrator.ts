import { type Context, NotFoundError } from '../../platform/index.ts'
import type { Authority } from '../authority.ts'
import { authorityById } from '../authority-store.ts'
import { demandFreshProof } from '../fresh-proof.ts'
import { type Actor, demand } from '../role.ts'
import type { Session } from '../session.ts'

/**
 * The authority whose staff somebody administers.
 * @throws {NotAllowedError} Unless they do; the same where there is no such authority.
 */
export async function administered(
  context: Context,
  actor: Actor,
  authority: string
): Promise<Authority> {
  demand(actor, { authority, role: 'authority-admin', unit: null })
  const found = await authorityById(context.db, authority)
  if (found === null) throw new NotFoundError()
  return found
}

/**
 * The same before an act, which asks for a fresh proof of who it is.
 * @throws {ProofRequiredError}
 */
export async function administeredFreshly(
  context: Context,
  session: Session,
  authority: string
): Promise<Authority> {
  const found = await administered(context, session.actor, authority)
  demandFreshProof(session, context.clock.now())
  return found
}
