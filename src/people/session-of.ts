import { type FastifyRequest, SignInRequiredError } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { demandFreshProof } from './fresh-proof.ts'
import { NotForKeysError } from './keys/refusals.ts'
import type { Session } from './session.ts'

/**
 * The session of a request.
 * @throws {SignInRequiredError}
 */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session === null) throw new SignInRequiredError()
  return request.session
}

/**
 * The session of a request that is a person's own: a key opens nothing here, and is told so.
 * @throws {NotForKeysError}
 * @throws {SignInRequiredError}
 */
export function personalSessionOf(request: FastifyRequest): Session {
  if (request.apiKey !== null) throw new NotForKeysError()
  return sessionOf(request)
}

/**
 * The session of a request whose person has just proven who they are.
 * @throws {SignInRequiredError}
 * @throws {ProofRequiredError}
 */
export function freshSessionOf(context: Context, request: FastifyRequest): Session {
  const session = sessionOf(request)
  demandFreshProof(session, context.clock.now())
  return session
}
