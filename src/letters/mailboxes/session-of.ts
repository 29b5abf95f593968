import { type Session, keys } from '../../people/index.ts'
import { type FastifyRequest, SignInRequiredError } from '../../platform/http/index.ts'

/** The session of a person: a key of a system opens and changes no mailbox. */
export function sessionOf(request: FastifyRequest): Session {
  if (request.apiKey !== null) throw new keys.NotForKeysError()
  if (request.session === null) throw new SignInRequiredError()
  return request.session
}
