// The public log as other slices and commands use it.
export { checkLog } from './check-log.ts'
export type { LogDifference } from './log-difference.ts'
export { makeEvidenceKey } from './evidence-key-store.ts'
export { eraseAgain, eraseEvidence, eraseEvidenceOf } from './erase-evidence.ts'
export { entryProofOf } from './entry-proof-of.ts'
export { type Evidence, evidenceOf } from './evidence-of.ts'
export { evidenceState } from './evidence-state.ts'
export { factById } from './fact-by-id.ts'
export { freezeLog } from './freeze-log.ts'
export { keepLog } from './keep-log.ts'
export {
  type PublishedLeaf,
  leafOfFact as leafOf,
  publishedLeaves,
  waitingForLeaf
} from './leaf-store.ts'
export { openSigner } from './signer/open-signer.ts'
export { promiseNoteOf } from './promise-note.ts'
export { publisherOf } from './publisher.ts'
export { policyOf } from './read-published.ts'
export { receiptOf } from './receipt-of.ts'
export { proofsOf } from './proofs-of.ts'
export { ReceiptPendingError } from './refusals.ts'
export { entryHref, leafLink } from './views/entry-words.ts'
export { delayNote } from './views/log-page.ts'
export { paperReceipt } from './views/paper-receipt.ts'
export { type Repair, repairLog } from './repair-log.ts'
export { rotateLogKey } from './rotate-log-key.ts'
export { type NewestHead, newestHeads } from './newest-heads.ts'
