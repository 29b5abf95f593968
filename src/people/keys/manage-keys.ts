import { type FastifyRequest as Request, SignInRequiredError } from '../../platform/http/index.ts'
import { type Context, InvalidInputError, NotFoundError } from '../../platform/index.ts'
import type { ApiKey, ListedApiKey } from '../api-key.ts'
import { apiKeyById, listApiKeys } from '../api-key-store.ts'
import { createApiKey } from '../create-api-key.ts'
import { demandFreshProof } from '../fresh-proof.ts'
import { revokeApiKey } from '../revoke-api-key.ts'
import { type Role, demand } from '../role.ts'
import type { Session } from '../session.ts'
import { NotForKeysError } from './refusals.ts'
import { rotateApiKey } from './rotate-api-key.ts'

/** What an administrator can give a program; the rest are acts of persons, or of the platform. */
export const rolesOfKeys = [
  'clerk',
  'officer',
  'approver',
  'it-manager',
  'inspector',
  'authority-admin',
  'probe'
] as const satisfies readonly Role[]

/** A key that an administrator asks for. */
export interface NewKey {
  readonly authority: string
  readonly role: string
  readonly unit: string | null
  readonly label: string
  readonly scopes: readonly string[]
  readonly expiresAt: Temporal.Instant | null
  readonly live: boolean
}

/**
 * The session of a request about keys: a person's. A key opens nothing here, so that none makes another.
 * @throws {NotForKeysError}
 * @throws {SignInRequiredError}
 */
export function personOf(request: Request): Session {
  if (request.apiKey !== null) throw new NotForKeysError()
  if (request.session === null) throw new SignInRequiredError()
  return request.session
}

/**
 * All keys of an authority, those that work no longer too.
 * @throws {NotAllowedError} Unless the person administers the authority.
 */
export async function keysOf(
  context: Context,
  { actor }: Session,
  authority: string
): Promise<ListedApiKey[]> {
  demand(actor, { authority, role: 'authority-admin' })
  return (await listApiKeys(context.db, authority)).toReversed()
}

/**
 * Makes a key for a system of the administrator's authority.
 * @throws {NotAllowedError}
 * @throws {ProofRequiredError} If the person did not prove lately who they are.
 * @throws {InvalidInputError}
 */
export async function makeKey(
  context: Context,
  session: Session,
  wanted: NewKey
): Promise<{ key: ApiKey; text: string }> {
  demand(session.actor, { authority: wanted.authority, role: 'authority-admin' })
  demandFreshProof(session, context.clock.now())
  if (!rolesOfKeys.some((role) => role === wanted.role)) throw new InvalidInputError([roleWrong])
  return createApiKey(context, { ...wanted, by: session.actor.id })
}

/**
 * Replaces a key of the administrator's authority; see `rotateApiKey`.
 * @throws {NotFoundError} Also for a key of another authority.
 */
export async function replaceKey(
  context: Context,
  session: Session,
  { id, overlapHours }: { readonly id: string; readonly overlapHours: number }
): Promise<{ key: ApiKey; text: string; old: ListedApiKey }> {
  await demandOwn(context, session, id)
  return rotateApiKey(context, { id, overlapHours, by: session.actor.id })
}

/**
 * Ends a key of the administrator's authority at once.
 * @throws {NotFoundError} Also for a key of another authority.
 */
export async function endKey(
  context: Context,
  session: Session,
  id: string
): Promise<ListedApiKey> {
  await demandOwn(context, session, id)
  const ended = await revokeApiKey(context, id, session.actor.id)
  if (ended === null) throw new NotFoundError()
  return ended
}

/** A key of another authority is as if it were not there. */
async function demandOwn(context: Context, session: Session, id: string): Promise<void> {
  const key = await apiKeyById(context.db, id)
  if (key === null) throw new NotFoundError()
  try {
    demand(session.actor, { authority: key.authority, role: 'authority-admin' })
  } catch {
    throw new NotFoundError()
  }
  demandFreshProof(session, context.clock.now())
}

const roleWrong = {
  pointer: '/role',
  code: 'key/role',
  text: {
    fa: `برای کلید برنامه یکی از این نقش‌ها را برگزینید: ${rolesOfKeys.join('، ')}`,
    en: `Choose one of these roles for a key: ${rolesOfKeys.join(', ')}`
  }
}
