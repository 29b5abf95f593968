import { NotAllowedError, type Session, holds, keys } from '../people/index.ts'
import type { FastifyRequest } from '../platform/http/index.ts'

/**
 * The operator of the platform, in a session of their own. A key is none, whatever its role: what is done
 * to the platform is done by a person.
 * @throws {NotForKeysError}
 * @throws {SignInRequiredError}
 * @throws {NotAllowedError} If the person operates nothing here, or wears another hat.
 */
export function operatorOf(request: FastifyRequest): Session {
  const session = keys.personOf(request)
  if (!holds(session.actor, { authority: '*', role: 'operator' })) throw new NotAllowedError()
  return session
}
