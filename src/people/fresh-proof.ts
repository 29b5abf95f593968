import { ProofRequiredError } from '../platform/http/index.ts'
import type { Session, SessionStart } from './session.ts'

/** A proof is fresh this long. */
export const freshSeconds = 600

/** Whether the person of a session proved lately who they are. */
export function isFresh(session: Session, now: Temporal.Instant, withinSeconds = freshSeconds) {
  const until = session.provenAt.add({ seconds: withinSeconds })
  return Temporal.Instant.compare(now, until) <= 0
}

/**
 * Asks for a proof that is not old before an act that does lasting harm in the wrong hands: a passkey
 * removed, a contact changed, a key made, a role given.
 * @param withinSeconds - How old it may be; ten minutes unless told.
 * @throws {ProofRequiredError} The page leads to `/sign-in/again` and keeps what was typed.
 */
export function demandFreshProof(
  session: Session,
  now: Temporal.Instant,
  withinSeconds = freshSeconds
): void {
  if (!isFresh(session, now, withinSeconds)) throw new ProofRequiredError()
}

/**
 * What a passkey that is added in a session rests on. It is never worth more than the session: else a
 * one-time code would open by two steps what it must not open by one.
 */
export function vouchedBy({ carriesRoles, strength, begunBy }: Session): SessionStart {
  if (carriesRoles) return strength
  return begunBy === 'enrolment' ? 'enrolment' : 'code'
}
