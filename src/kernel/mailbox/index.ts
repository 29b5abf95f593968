/**
 * What browser and server say to each other about mailboxes: names, questions to passkeys, signed acts, and
 * the words of the dialog that opens one. Pure and browser-safe; it reads no clock.
 */
export { canaryAuthority } from './canary-authority.ts'
export { type MailboxPlace, comparisonCode, directoryOwner, pairingFingerprint } from './owner.ts'
export {
  type MailboxAct,
  type SlotAct,
  actSecondsMax,
  actSignedAt,
  addedSlotLine,
  signAct
} from './slot-act.ts'
export { type BoundSlot, slotBinding } from './slot-binding.ts'
export { openSlot, parsedSlot, slotIdentity, slotRecipient } from './slot-key.ts'
export { unlockWords } from './messages-unlock.ts'
export {
  type ShareOf,
  type SharedSlot,
  isSealedShare,
  openShare,
  openSharedSlot,
  sealShare,
  shareSigner,
  sharedSlot
} from './shared-slot.ts'
export {
  claimedBytesMax,
  claimHandle,
  claimIdentity,
  claimRecipient,
  claimText,
  newClaimSecret,
  readClaim
} from './letter-claim.ts'
