/**
 * The public log as `docs/specs/log.md` specifies it: entries, tree, proofs, tiles, notes,
 * checkpoints, cosignatures, policies, receipts and promises. Pure and browser-safe; it reads no
 * clock. Nothing that reads or verifies throws on bad input: it answers with a typed reason.
 */
export {
  byteReader,
  concat,
  fromBase64,
  fromHex,
  fromUtf8,
  latestSecond,
  sameBytes,
  toBase64,
  toHex,
  u32,
  utf8
} from './bytes.ts'
export type { ByteReader } from './bytes.ts'
export { failed, value } from './result.ts'
export type { Result } from './result.ts'
export { portablePrimitives } from './primitives.ts'
export type { Primitives } from './primitives.ts'
export { sha256 } from './sha256.ts'
export { decodeEntry, encodeEntry, entryBytesMax } from './entry.ts'
export type { EntryFault, LogEntry, OpenEntry, SealedEntry } from './entry.ts'
export { emptyRoot, Frontier, hashBytes, leafHash, nodeHash, treeHash } from './tree.ts'
export type { EdgeNode, NodeSink } from './tree.ts'
export { rootOfInclusion, verifyConsistency, verifyInclusion } from './verify-proof.ts'
export type { ConsistencyClaim, InclusionClaim, ProofFault } from './verify-proof.ts'
export { proveConsistency, proveInclusion } from './prove.ts'
export type { NodeAddress, NodeReader } from './prove.ts'
export {
  checkTileLength,
  parseTilePath,
  partialTiles,
  readNodesFromTiles,
  subtreeHash,
  tilePath,
  tileWidth,
  tileWidthAt
} from './tile.ts'
export type { TileAddress, TileFault, TilePathFault, TileReader } from './tile.ts'
export { TileBuilder } from './tile-builder.ts'
export type { HashTile } from './tile-builder.ts'
export { checkBundle, decodeBundle, encodeBundle } from './bundle.ts'
export type { BundleCheckFault, BundleFault } from './bundle.ts'
export { formatVerifierKey, parseVerifierKey, signatureTypes, verifierKey } from './vkey.ts'
export type { KeyFault, SignatureType, VerifierKey } from './vkey.ts'
export {
  formatNote,
  formatSignatureLine,
  isSignedBy,
  parseNote,
  parseSignatureLines
} from './note.ts'
export type { Note, NoteFault, NoteSignature } from './note.ts'
export { formatTreeHead, parseCheckpoint, parseTreeHead } from './checkpoint.ts'
export type { Checkpoint, CheckpointFault, HeadFault, TreeHead } from './checkpoint.ts'
export { signedMessage, verifySignature } from './cosignature.ts'
export type { CheckedSignature, SignatureFault, SignedHead } from './cosignature.ts'
export { portableSigningKey, signCheckpoint, signHead, signTreeHead } from './signing.ts'
export type { SigningKey } from './signing.ts'
export { parsePolicy, quorumReached } from './policy.ts'
export type {
  Policy,
  PolicyFault,
  PolicyLog,
  PolicyResult,
  PolicyWitness,
  Quorum
} from './policy.ts'
export { trustCheckpoint, verifyCheckpoint } from './verify-checkpoint.ts'
export type { Trust, TrustFault, Witnessed } from './verify-checkpoint.ts'
export { formatAddCheckpoint, judgeAddCheckpoint, parseAddCheckpoint } from './witness.ts'
export type { AddCheckpoint, AddCheckpointFault, WitnessAnswer, WitnessedLog } from './witness.ts'
export { batchOf, commitmentOf, saltBytes, sealBatch } from './commitment.ts'
export type { Batch, SealedBatch } from './commitment.ts'
export { formatLogProof, parseLogProof } from './log-proof.ts'
export type { LogProof, LogProofFault } from './log-proof.ts'
export { decodeOpening, encodeOpening, formatReceipt, parseReceipt } from './receipt.ts'
export type { Receipt, ReceiptFault, ReceiptOpening } from './receipt.ts'
export { verifyReceipt } from './verify-receipt.ts'
export type { ReceiptDoubt, ReceiptVerdict } from './verify-receipt.ts'
export {
  formatEntryProof,
  isEntryProof,
  parseEntryProof,
  successorOf,
  verifyEntryProof
} from './entry-proof.ts'
export type { EntryDoubt, EntryProof, EntryProofFault, EntryVerdict } from './entry-proof.ts'
export {
  formatPromise,
  parsePromise,
  promiseOutcome,
  signPromise,
  verifyPromise
} from './promise.ts'
export type { LogPromise, PromiseFault, PromiseOutcome } from './promise.ts'
export { forPaper, joinPaperParts, paperParts } from './paper.ts'
export type { PaperFault, PaperProgress } from './paper.ts'
export { doubtMessages } from './messages-receipt.ts'
export type { DoubtCode } from './messages-receipt.ts'
export { policyMessages } from './messages-policy.ts'
