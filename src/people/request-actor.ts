import { type Context, withScope } from '../platform/index.ts'
import {
  type FastifyReply,
  type FastifyRequest as Request,
  type Server,
  SignInRequiredError,
  cookieAttributes,
  cookieName
} from '../platform/http/index.ts'
import type { ApiKey } from './api-key.ts'
import { scopeOfKey, scopeOfPerson, scopeOfSelf, scopeOnPage } from './data-scope.ts'
import { demandKeyHere, keyActor, readKey } from './keys/request-key.ts'
import { demandSandboxClock } from './keys/sandbox-clock.ts'
import type { Actor } from './role.ts'
import { type Session, lengthSecondsMax, readToken } from './session.ts'
import { noteSight } from './sharing/note-sight.ts'
import { findSession, touchSession } from './session-store.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The signed-in person of this request. */
    session: Session | null
    /** The key of another system, where the request carries one. */
    apiKey: ApiKey | null
    /** As whom a key of the sandbox authority acts. */
    sandboxActor: Actor | null
  }
}

/**
 * Finds out who asks, before anything else of a request happens: by a key in `Authorization: Bearer`,
 * else by the session cookie. One statement in one bucket; none for the public, none for built assets,
 * none for a cookie that this program cannot have made.
 */
export function installSessions(app: Server, context: Context): void {
  app.decorateRequest('session', null)
  app.decorateRequest('apiKey', null)
  app.decorateRequest('sandboxActor', null)
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return
    const { authorization } = request.headers
    if (authorization !== undefined) {
      // The key is what is looked for: nobody is known before it is found.
      await withScope('system', () => readKey(context, request, { reply, authorization }))
      if (request.apiKey !== null)
        request.dataScope.scope = scopeOfKey(request.apiKey, request.sandboxActor)
    } else await readSession(context, request, reply)
    demandSandboxClock(request, context.clock.now())
    request.dataScope.scope = scopeOnPage(request.dataScope.scope, request.url)
    // What one person was shown must not be kept for the next one at the same counter.
    if (request.caller !== null) void reply.header('cache-control', 'private, no-store')
  })
}

async function readSession(context: Context, request: Request, reply: FastifyReply): Promise<void> {
  const name = cookieName(request.server.edge, 'session')
  const cookie = request.cookies[name]
  if (cookie === undefined) return
  const token = readToken(cookie)
  const now = context.clock.now()
  const find = () => (token === null ? null : findSession(context.db, token, now))
  // Whoever has the secret is the person that the cookie names; for all others nothing is found.
  const found = await withScope(scopeOfSelf(token?.person), find)
  if (found === null) {
    void reply.clearCookie(name, cookieAttributes(request.server.edge))
    return
  }
  request.session = found.session
  request.caller = { id: found.session.person.id, by: 'session' }
  request.dataScope.scope = scopeOfSelf(found.session.person.id)
  request.dataScope.scope = await scopeOfPerson(context, found)
  if (!found.isStale) return
  await touchSession(context.db, found.session, { now, lengthSecondsMax })
  await noteSight(context, { ...found.session, person: found.session.person.id }, request.ip)
}

/**
 * Who asks: the signed-in person, or the system whose key the request carries.
 * @throws {SignInRequiredError} If it is neither (any more).
 * @throws {TestKeyRefusedError} If it is a test key among real people.
 * @throws {ScopeMissingError} If it is a key that was narrowed to other operations.
 */
export function actorOf(request: Request): Actor {
  if (request.apiKey !== null) demandKeyHere(request, request.apiKey)
  return callerOf(request)
}

/**
 * Who asks, only to be told who they are: a test key may know that anywhere.
 * @throws {SignInRequiredError} If nobody does.
 */
export function callerOf(request: Request): Actor {
  const { session, apiKey } = request
  if (session !== null) return session.actor
  if (apiKey === null) throw new SignInRequiredError()
  return keyActor(request, apiKey)
}
