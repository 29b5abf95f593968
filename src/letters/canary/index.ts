// Canaries: two synthetic mailboxes and a key, by which a probe sends letters through the whole system.
export { type CanaryEnd, type NewCanary, openCanary } from './open-canary.ts'
