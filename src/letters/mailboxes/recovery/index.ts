/** What two shares open: for the part that lets heirs in (letters/claims). */
export { type Recovery, recoveriesToCheck } from './recovery-store.ts'
export {
  endRecovery,
  insertRecovery,
  openRecoveries,
  recoveryToCheck,
  setChecked
} from './recovery-store.ts'
export { type StoredShare, sharesOf } from './share-store.ts'
export { keptShare } from './prove-share.ts'
export { type ReleasedShare, release, shareHours, stopHeirs } from './recover-mailbox.ts'
export { namedBy } from './named-by.ts'
export {
  NobodyNamedError,
  RecoveryGoesOnError,
  ShareAnewError,
  ShareNotFoundError
} from './refusals.ts'
export { type ShownShare, readShares } from './read-shares.ts'
export type { ReadingHeir } from './heirs-reading.ts'
export { lostMessages } from './messages-lost.ts'
