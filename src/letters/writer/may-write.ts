import { type Actor, type Role, delegation, holds } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import type { Mailbox } from '../mailboxes/index.ts'
import type { UnitPlace } from './template-store.ts'

/** Roles in a unit that write its letters. */
export const writingRoles: readonly Role[] = ['officer', 'approver', 'signatory']

/** Roles that settle how a unit writes. */
export const settlingRoles: readonly Role[] = ['approver', 'authority-admin']

/** The unit whose mailbox it is, or `null`. */
export function unitOf({ authority, unit }: Pick<Mailbox, 'authority' | 'unit'>): UnitPlace | null {
  return authority === null || unit === null ? null : { authority, unit }
}

/** Whether an actor writes from a mailbox: the page asks before anybody types, the exchange when it comes. */
export async function mayWrite(
  context: Context,
  actor: Actor,
  mailbox: Pick<Mailbox, 'authority' | 'unit' | 'person'>
): Promise<boolean> {
  const place = unitOf(mailbox)
  if (place !== null) return holds(actor, { ...place, role: writingRoles })
  const { person } = mailbox
  if (person === null || actor.person === null) return false
  if (person === actor.person) return true
  const asked = { actor, for: person, act: 'answer', service: null, authority: '*' } as const
  return (await delegation.mayAct(context.db, asked, context.clock.now())) !== null
}

/** Whether an actor settles how a unit writes. */
export function maySettle(actor: Actor, place: UnitPlace): boolean {
  return actor.person !== null && holds(actor, { ...place, role: settlingRoles })
}
