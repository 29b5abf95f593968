/**
 * The key directory as `docs/specs/key-directory.md` specifies it: entries and their chain, the map and
 * its proofs, heads in the public log, and the one check of whoever seals a letter to somebody. Pure and
 * browser-safe; it reads no clock. Nothing that reads or verifies throws on bad input.
 */
export { type ChainFault, type ChainState, type ChainWant, checkChain } from './chain.ts'
export { type BranchReader, type ChangedMap, changeMap } from './change-map.ts'
export {
  type ClientFault,
  type DirectoryClient,
  type FoundRecipient,
  type PinStore,
  findRecipient
} from './client.ts'
export {
  type DirectoryEntry,
  type EntryReason,
  type UnsignedEntry,
  entryHash,
  entryLimits,
  entryReasons,
  entryText,
  readEntry,
  recoveryWaitHours
} from './entry.ts'
export {
  type DirectoryHead,
  type HeadFault,
  type LogTrust,
  type LoggedHead,
  headFactKind,
  headHash,
  verifyHead
} from './head.ts'
export {
  type DirectoryAnswer,
  type EarlierState,
  type Lookup,
  type LookupFault,
  type LookupWant,
  headAgeMaxHours,
  verifyLookup
} from './lookup.ts'
export { type MapBranch, type MapChild, type MapLeaf, emptyHash } from './map.ts'
export { type MapProof, type ProvenLeaf, proveLabel, verifyMapProof } from './map-proof.ts'
export { type DirectoryFault, directoryMessages } from './messages.ts'
export { policyGoesOn } from './policy-goes-on.ts'
export { aliasValue, freedValue, isIdentifier, isOwner, keyNameEnd, labelOf } from './owner.ts'
export {
  type CheckedRecipient,
  type DirectoryPin,
  type PinFault,
  type PinnedHead,
  checkedRecipient
} from './recipient.ts'
export { type EntrySigners, signEntry } from './sign-entry.ts'
