import type { Context } from '../../platform/index.ts'
import { demandFreshProof } from '../fresh-proof.ts'
import { anyUnit, demand } from '../role.ts'
import type { Session } from '../session.ts'

// A counter serves one citizen after another: it proves itself once an hour, not for each of them.
const counterSeconds = 3600

/**
 * The counter of an authority, by somebody who proved within the hour who they are.
 * @throws {NotAllowedError} Unless they are its clerk.
 * @throws {ProofRequiredError}
 */
export function demandClerk(context: Context, session: Session, authority: string): void {
  demand(session.actor, { authority, role: 'clerk', unit: anyUnit })
  demandFreshProof(session, context.clock.now(), counterSeconds)
}
