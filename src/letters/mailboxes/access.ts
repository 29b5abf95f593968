import { type Actor, type Role, delegation, holds } from '../../people/index.ts'
import type { Db } from '../../platform/index.ts'
import type { Mailbox } from './mailbox.ts'
import { isHeirOf } from './recovery/recovery-store.ts'

/** Roles in a unit whose holders read and write its letters. */
export const readingRoles: readonly Role[] = [
  'clerk',
  'officer',
  'approver',
  'signatory',
  'arbiter',
  'committee-member',
  'authority-admin'
]

/** Roles that make the mailbox of a unit: its administrator, and who approves there. */
export const headRoles: readonly Role[] = ['authority-admin', 'approver']

/**
 * Whether an actor may read the letters of a mailbox now: its owner; a delegate for all of the owner's
 * affairs with the act receive-letters; who works in the unit; the heir of somebody who has died. It says nothing of whether they can.
 */
export async function mayRead(
  db: Db,
  actor: Actor,
  { mailbox, now }: { readonly mailbox: Mailbox; readonly now: Temporal.Instant }
): Promise<boolean> {
  const { authority, unit, person } = mailbox
  if (authority !== null) return holds(actor, { authority, unit, role: readingRoles })
  if (person === null || actor.person === null) return false
  if (actor.person === person) return true
  if ((await receivingDelegation(db, { actor, person, now })) !== null) return true
  return isHeirOf(db, { mailbox: mailbox.id, person: actor.person })
}

/** The delegation by which somebody receives another's letters; one of part of their affairs is none. */
export function receivingDelegation(
  db: Db,
  asked: { readonly actor: Actor; readonly person: string; readonly now: Temporal.Instant }
): Promise<delegation.Delegation | null> {
  const act = { actor: asked.actor, for: asked.person, act: 'receive-letters' } as const
  return delegation.mayAct(db, { ...act, service: null, authority: '*' }, asked.now)
}

/** Whether an actor may make the mailbox of a unit, and name its custodians. */
export function isHead(
  actor: Actor,
  { authority, unit }: { readonly authority: string; readonly unit: string }
): boolean {
  return actor.person !== null && holds(actor, { authority, unit, role: headRoles })
}

/**
 * Whether an actor may make a mailbox that others keep for it: of a unit that they head, or of a business
 * that they represent. Of which one, is asked when it is made.
 */
export async function opensForOthers(
  db: Db,
  { person, grants }: Actor,
  now: Temporal.Instant
): Promise<boolean> {
  if (person === null) return false
  if (grants.some(({ role }) => headRoles.includes(role))) return true
  const held = await delegation.delegationsTo(db, person, now)
  return held.some(
    ({ kind, acts }) => kind === 'representative' && acts.includes('receive-letters')
  )
}
