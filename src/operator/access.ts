import { NotAllowedError, type Session, demandFreshProof, holds, keys } from '../people/index.ts'
import type { FastifyRequest } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'

/**
 * The operator of the platform, in a session of their own. A key is none, whatever its role: what is done
 * to the platform is done by a person.
 * @throws {NotForKeysError}
 * @throws {SignInRequiredError}
 * @throws {NotAllowedError} If the person operates nothing here, or wears another hat.
 */
export function operatorOf(request: FastifyRequest): Session {
  const session = keys.personalSessionOf(request)
  if (!holds(session.actor, { authority: '*', role: 'operator' })) throw new NotAllowedError()
  return session
}

/**
 * The operator before an act that changes how a body is set up or looks: it takes a fresh proof.
 * @throws {ProofRequiredError}
 * @throws {NotAllowedError} As {@link operatorOf}.
 */
export function operatorToSetUp({ clock }: Context, request: FastifyRequest): Session {
  const session = operatorOf(request)
  demandFreshProof(session, clock.now())
  return session
}
