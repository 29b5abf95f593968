import { type Context, Refusal } from '../platform/index.ts'
import {
  type FastifyReply,
  type FastifyRequest as Request,
  type Server,
  SignInRequiredError,
  cookieAttributes,
  cookieName
} from '../platform/http/index.ts'
import { type ApiKey, keyPlaceOf, programName } from './api-key.ts'
import { findApiKey } from './api-key-store.ts'
import type { Actor } from './role.ts'
import { type Session, lengthSecondsMax, readToken } from './session.ts'
import { findSession, touchSession } from './session-store.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The signed-in person of this request. */
    session: Session | null
    /** The key of another system, where the request carries one. */
    apiKey: ApiKey | null
  }
}

/** An `Authorization` header that is no key of this installation, or no longer. */
class KeyRefusedError extends Refusal {
  readonly code = 'key/refused'
  override readonly status = 401
  constructor() {
    super({
      fa: 'این کلید شناخته نیست یا باطل شده است.',
      en: 'This key is unknown or was revoked.'
    })
  }
}

/** A test key where the people are real. */
class TestKeyRefusedError extends Refusal {
  readonly code = 'key/test-only'
  override readonly status = 403
  constructor() {
    super({
      fa: 'این کلید آزمایشی است و تنها در سامانه نمایشی کار می‌کند؛ داده‌های این سامانه از آن مردم واقعی است. برای آن‌ها کلید اصلی بسازید (peyman key create --live).',
      en: 'This is a test key: it works in a demonstration only, and the people of this installation are real. Make a live key for them (peyman key create --live).'
    })
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
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return
    const { authorization } = request.headers
    if (authorization !== undefined) await readKey(context, request, { reply, authorization })
    else await readSession(context, request, reply)
    // What one person was shown must not be kept for the next one at the same counter.
    if (request.caller !== null) void reply.header('cache-control', 'private, no-store')
  })
}

async function readKey(
  context: Context,
  request: Request,
  { reply, authorization }: { reply: FastifyReply; authorization: string }
): Promise<void> {
  const [, text] = /^Bearer +(\S+) *$/i.exec(authorization) ?? []
  const place = keyPlaceOf(text ?? '')
  const key = place === null ? null : await findApiKey(context.db, place)
  if (key === null) {
    void reply.header('www-authenticate', 'Bearer')
    throw new KeyRefusedError()
  }
  request.apiKey = key
  request.caller = { id: key.id, by: 'key' }
}

async function readSession(context: Context, request: Request, reply: FastifyReply): Promise<void> {
  const name = cookieName(request.server.edge, 'session')
  const cookie = request.cookies[name]
  if (cookie === undefined) return
  const token = readToken(cookie)
  const now = context.clock.now()
  const found = token === null ? null : await findSession(context.db, token, now)
  if (found === null) {
    void reply.clearCookie(name, cookieAttributes(request.server.edge))
    return
  }
  request.session = found.session
  request.caller = { id: found.session.person.id, by: 'session' }
  if (found.isStale) await touchSession(context.db, found.session, { now, lengthSecondsMax })
}

/**
 * Who asks: the signed-in person, or the system whose key the request carries.
 * @throws {SignInRequiredError} If it is neither (any more).
 * @throws {TestKeyRefusedError} If it is a test key, outside a demonstration.
 */
export function actorOf(request: Request): Actor {
  const { apiKey, server } = request
  const isTest = apiKey !== null && !apiKey.live
  if (isTest && !server.edge.context.config.demo) throw new TestKeyRefusedError()
  return callerOf(request)
}

/**
 * Who asks, only to be told who they are: a test key may know that anywhere.
 * @throws {SignInRequiredError} If nobody does.
 */
export function callerOf({ session, apiKey }: Request): Actor {
  if (session !== null) return session.actor
  if (apiKey === null) throw new SignInRequiredError()
  const { id, label, authority, unit, role } = apiKey
  return {
    kind: 'api-key',
    id,
    name: programName(label),
    grants: [{ authority, unit, role, post: null }],
    person: null
  }
}
