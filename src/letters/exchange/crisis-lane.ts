import { type Actor, type Role, holds } from '../../people/index.ts'
import type { Mailbox } from '../mailboxes/index.ts'
import type { Lane } from './letter.ts'
import { CrisisLaneError } from './refusals.ts'

/** Who puts a letter on the crisis lane: who also alerts everybody (`broadcastingRoles`). */
export const crisisRoles: readonly Role[] = ['authority-admin', 'signatory']

/** Whether an actor may use the crisis lane from a mailbox; nobody from that of a person. */
export function mayUseCrisisLane(actor: Actor, { authority }: Pick<Mailbox, 'authority'>): boolean {
  return authority !== null && holds(actor, { authority, role: crisisRoles })
}

/**
 * Keeps the lane that overtakes all others for those whose word a crisis is.
 * @throws {CrisisLaneError}
 */
export function checkLane(actor: Actor, sender: Pick<Mailbox, 'authority'>, lane: Lane): void {
  if (lane === 'crisis' && !mayUseCrisisLane(actor, sender)) throw new CrisisLaneError()
}
