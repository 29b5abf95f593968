// Keys of systems, as other parts of the house need them.
export { type Scope, scopes } from './scope.ts'
export { refuseDisguisedName } from './plain-name.ts'
export { overlapHoursMax, overlapHoursUsual, rotateApiKey } from './rotate-api-key.ts'
export { NotForKeysError } from './refusals.ts'
export { atSandboxClock, isSandboxKey } from './sandbox-clock.ts'
export { personalSessionOf } from '../session-of.ts'
/** A key that the program makes for itself, where no body is that it could be of. */
export { keepNewKey } from '../create-api-key.ts'
export { sandboxAuthority } from './sandbox-authority.ts'
export { demandSameWorld, isSandboxPerson, seedSandbox } from './sandbox-people.ts'
