// @door-wide Every slice asks here who acts, for whom, in which post; starting and replaying enter here too.
export type { ApiKey, ListedApiKey } from './api-key.ts'
export type { Authority, Post, PostHolder, PostName, Unit } from './authority.ts'
export type { DemonstrationPerson } from './demonstration.ts'
export type { Person, PersonInput, PersonKind } from './person.ts'
export {
  type Actor,
  type Demand,
  type Grant,
  type Role,
  NotAllowedError,
  anyUnit,
  demand,
  holds
} from './role.ts'
export type { Hat, Session, SessionStrength } from './session.ts'
export { demandFreshProof } from './fresh-proof.ts'
export { ProofRequiredError } from '../platform/http/index.ts'
export * as access from './access/index.ts'
export * as contact from './contact/index.ts'
export * as enrolment from './enrolment/index.ts'
export { actorOfPerson, systemActor } from './actor.ts'
export { actorNames } from './actor-names.ts'
export {
  authorityById,
  everyAuthority,
  listAuthorities,
  postById,
  postHolderOn
} from './authority-store.ts'
export { apiKeyOfText } from './api-key-of-text.ts'
export { listApiKeys } from './api-key-store.ts'
export * as keys from './keys/index.ts'
export * as tenants from './tenants/index.ts'
export { type ApiKeyInput, createApiKey } from './create-api-key.ts'
export { demonstrationPeople } from './demonstration.ts'
export { findOrCreateWalkIn } from './find-or-create-walk-in.ts'
export { findPerson } from './find-person.ts'
export { type StaffMember, staffOf } from './grant-store.ts'
export { importAuthorities } from './import-authorities.ts'
export { personById, personsByIds } from './person-store.ts'
/** Consent for one act at a counter. */
export * as consent from './consent/index.ts'
export * as delegation from './delegation/index.ts'
export { representedBy } from './delegation/may-act.ts'
export { actorOf, installSessions } from './request-actor.ts'
export * as personalData from './personal-data/index.ts'
export { revokeApiKey } from './revoke-api-key.ts'
/** Counts of what may happen only so often. */
export { takeAllowance } from './codes/attempt-store.ts'
export { seedDemonstration } from './seed-demonstration.ts'
