export { type Fact, type FactKind, type NewFact, factKinds } from './fact.ts'
export {
  type FactQuery,
  factsBetween,
  factsOf,
  factsWatermark,
  recordFact,
  recordFacts
} from './fact-store.ts'
/** What was recorded about one person: for their copy of it, and for its erasure. */
export * as personFacts from './facts-of-person-store.ts'
/** The public log: promises, receipts, how the evidence stands, its signer and its keeping. */
export * as publicLog from './public-log.ts'
export type { EvidenceState } from './evidence-state.ts'
export type { ReceiptFile } from './receipt-of.ts'
/** A witness of the logs of others, and its key. */
export * as witnessing from './witness/index.ts'
/** Key files of those who sign: witnesses, and senders of letters. */
export * as keyFiles from './signing-keys.ts'
/** A look through a whole log from outside. */
export * as logVerification from './verify-log/index.ts'
export type { LogReport, LogVerdict } from './verify-log/index.ts'
