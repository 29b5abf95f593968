import {
  type Context,
  InvalidInputError,
  NotFoundError,
  inTransaction
} from '../../platform/index.ts'
import type { ApiKey, ListedApiKey } from '../api-key.ts'
import { apiKeyById, listApiKeys } from '../api-key-store.ts'
import { tellPerson } from '../contact/tell-person.ts'
import { createApiKey } from '../create-api-key.ts'
import { demandFreshProof } from '../fresh-proof.ts'
import { revokeApiKey } from '../revoke-api-key.ts'
import { type Role, demand } from '../role.ts'
import type { Session } from '../session.ts'
import { messages } from './messages.ts'
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
  const by = session.actor.id
  return telling(context, { session, what: 'toldMade' }, (within) =>
    createApiKey(within, { ...wanted, by })
  )
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
  const by = session.actor.id
  return telling(context, { session, what: 'toldReplaced' }, (within) =>
    rotateApiKey(within, { id, overlapHours, by })
  )
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
  const { key } = await telling(context, { session, what: 'toldRevoked' }, async (within) => {
    const ended = await revokeApiKey(within, id, session.actor.id)
    if (ended === null) throw new NotFoundError()
    return { key: ended }
  })
  return key
}

/** Does it, and tells the person in whose name it is done: somebody else may sit at their screen. */
async function telling<T extends { readonly key: ApiKey }>(
  context: Context,
  { session, what }: { session: Session; what: 'toldMade' | 'toldReplaced' | 'toldRevoked' },
  work: (within: Context) => Promise<T>
): Promise<T> {
  const done = await inTransaction(context.db, async (tx) => {
    const result = await work({ ...context, db: tx })
    const { [what]: words, title } = messages.entries
    const { label } = result.key
    const text = { fa: words.fa(label), en: words.en(label) }
    const news = { person: session.person.id, kind: 'key', subject: title, text }
    await tellPerson(tx, news, context.clock.now())
    return result
  })
  context.nudge()
  return done
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
