import type { Context } from '../../platform/index.ts'
import type { FastifyReply, FastifyRequest as Request } from '../../platform/http/index.ts'
import { type ApiKey, keyPlaceOf, programName } from '../api-key.ts'
import { findApiKey, markUsed } from '../api-key-store.ts'
import type { Actor } from '../role.ts'
import { KeyRefusedError, ScopeMissingError, TestKeyRefusedError } from './refusals.ts'
import { readSandboxPerson } from './sandbox-person.ts'
import { sandboxAuthority } from './sandbox-authority.ts'
import { scopeOfOperation } from './scope.ts'

/**
 * Finds the key of an `Authorization` header, and asks at once for the scope of the operation.
 * @throws {KeyRefusedError} If there is none that works.
 * @throws {ScopeMissingError}
 */
export async function readKey(
  context: Context,
  request: Request,
  { reply, authorization }: { reply: FastifyReply; authorization: string }
): Promise<void> {
  const [, text] = /^Bearer +(\S+) *$/i.exec(authorization) ?? []
  const place = keyPlaceOf(text ?? '')
  const now = context.clock.now()
  const key = place === null ? null : await findApiKey(context.db, place, now)
  if (place === null || key === null) {
    void reply.header('www-authenticate', 'Bearer')
    throw new KeyRefusedError()
  }
  request.apiKey = key
  request.sandboxActor = await readSandboxPerson(context.db, request, { key, now })
  request.caller = { id: key.id, by: 'key' }
  if (needsScope(request)) demandScope(request, scopeAskedBy(request))
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  if (!key.lastUsedOn?.equals(today)) await markUsed(context.db, place, today)
}

/**
 * What a key needs to be somebody in this request: that it is no test key among real people, and that
 * its scopes cover the operation, also where the public may read it too.
 * @throws {TestKeyRefusedError}
 * @throws {ScopeMissingError}
 */
export function demandKeyHere(request: Request, key: ApiKey): void {
  if (!worksHere(key, request.server.edge.context.config)) throw new TestKeyRefusedError()
  demandScope(request, scopeAskedBy(request))
}

/** A test key is good where everybody is invented: in a demonstration, and in the sandbox. */
export function worksHere(
  key: Pick<ApiKey, 'live' | 'authority'>,
  { demo }: { readonly demo: boolean }
): boolean {
  return key.live || demo || key.authority === sandboxAuthority
}

/**
 * Refuses a key that was narrowed and lacks a scope; people, and keys without scopes, pass.
 * @param scope - `null` where any key may.
 * @throws {ScopeMissingError}
 */
export function demandScope(request: Request, scope: string | null): void {
  const given = request.apiKey?.scopes ?? []
  if (scope === null || given.length === 0) return
  if (!given.some((each) => each === scope)) throw new ScopeMissingError(scope)
}

/** A key as an actor: one grant, and no person; in the sandbox, the invented person whom it named. */
export function keyActor({ sandboxActor }: Request, key: ApiKey): Actor {
  const { id, label, authority, unit, role } = key
  return (
    sandboxActor ?? {
      kind: 'api-key',
      id,
      name: programName(label),
      grants: [{ authority, unit, role, post: null }],
      person: null
    }
  )
}

interface Described {
  readonly tags?: readonly string[]
  readonly security?: readonly unknown[]
}

/**
 * Whether an operation asks for its scope before anything else. What everybody may read does not: a
 * program is not to be worse off with its key than without.
 */
function needsScope({ method, routeOptions }: Request): boolean {
  if (routeOptions.url?.startsWith('/api/v1/') !== true) return false
  const { security } = (routeOptions.schema ?? {}) as Described
  return method !== 'GET' || security?.length !== 0
}

/** The scope of the operation that is asked for; a page is none, and no scope opens it. */
function scopeAskedBy({ method, routeOptions }: Request): string | null {
  const { url, config } = routeOptions
  if (config.scope !== undefined) return config.scope
  const { tags } = (routeOptions.schema ?? {}) as Described
  const tag = tags?.[0] ?? /^\/api\/v1\/([a-z-]+)/.exec(url ?? '')?.[1] ?? 'pages'
  return scopeOfOperation(tag, method)
}
