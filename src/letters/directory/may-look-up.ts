import { isOwner, labelOf } from '../../kernel/directory/index.ts'
import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import { toHex } from '../../kernel/tlog/index.ts'
import { type Actor, type Role, delegation } from '../../people/index.ts'
import { type Context, type Db, NotFoundError, withScope } from '../../platform/index.ts'
import { aliasAt } from './alias-store.ts'
import { lastEntryOf } from './entry-store.ts'

/** Who writes letters for a body, and so has to know to whose key. */
const writers: readonly Role[] = [
  'clerk',
  'officer',
  'approver',
  'signatory',
  'arbiter',
  'committee-member',
  'inspector',
  'it-manager',
  'authority-admin'
]

/** Whether an actor writes letters in the name of some body; a canary is none. */
export function isWriter(actor: Actor): boolean {
  return actor.grants.some(
    ({ authority, role }) => authority !== canaryAuthority && writers.includes(role)
  )
}

/**
 * Whether an actor has business with the key of an owner: units are everybody's who is signed in, people
 * are for those who write letters for a body, for themselves, and for those who act for them.
 * @throws {NotFoundError} As where there is nobody, and after the same reads.
 */
export async function demandMayLookUp(
  { db, clock }: Context,
  actor: Actor,
  owner: string
): Promise<void> {
  if (owner.startsWith('unit:') || isWriter(actor)) return
  const whose = await withScope('system', () => personBehind(db, owner))
  if (actor.person === null) throw new NotFoundError()
  const held = await delegation.delegationsTo(db, actor.person, clock.now())
  const own = [actor.person, ...held.map(({ grantor }) => grantor)]
  if (whose === null || !own.includes(whose)) throw new NotFoundError()
}

async function personBehind(db: Db, owner: string): Promise<string | null> {
  if (isOwner(owner)) return (await lastEntryOf(db, owner))?.person ?? null
  return (await aliasAt(db, toHex(labelOf(owner))))?.person ?? null
}
