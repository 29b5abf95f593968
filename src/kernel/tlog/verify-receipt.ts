import { commitmentOf } from './commitment.ts'
import { encodeEntry } from './entry.ts'
import type { Policy } from './policy.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Receipt, ReceiptFault } from './receipt.ts'
import { parseReceipt } from './receipt.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import { leafHash } from './tree.ts'
import type { Trust, TrustFault } from './verify-checkpoint.ts'
import { trustCheckpoint } from './verify-checkpoint.ts'
import type { ProofFault } from './verify-proof.ts'
import { rootOfInclusion, verifyInclusion } from './verify-proof.ts'

/** Why a receipt that can be read proves nothing. */
export type ReceiptDoubt =
  `batch-${Exclude<ProofFault, 'root-mismatch'>}` | ProofFault | TrustFault | 'no-policy'

/** What a receipt is worth. */
export type ReceiptVerdict =
  | {
      readonly verdict: 'proven'
      readonly receipt: Receipt
      readonly commitment: Uint8Array
      readonly trust: Trust
    }
  | { readonly verdict: 'not-proven'; readonly receipt: Receipt; readonly reason: ReceiptDoubt }
  | { readonly verdict: 'unreadable'; readonly reason: ReceiptFault }

/**
 * Checks a receipt offline: rebuilds the commitment, the batch root, the entry and its leaf, follows
 * the path to the root of the checkpoint, and asks the policy whether the checkpoint is believed.
 * Never throws.
 * @param policy - `null`: the hashes are checked, but nobody vouches for the checkpoint, so the
 *   verdict is never `proven`.
 */
export function verifyReceipt(
  input: Uint8Array | string,
  policy: Policy | null,
  primitives: Primitives = portablePrimitives
): ReceiptVerdict {
  const read = parseReceipt(input)
  if (!read.ok) return { verdict: 'unreadable', reason: read.reason }
  const receipt = read.value
  const commitment = commitmentOf(receipt, primitives)
  const doubt = doubtOfHashes(receipt, commitment, primitives)
  if (doubt !== null) return { verdict: 'not-proven', receipt, reason: doubt }
  if (policy === null) return { verdict: 'not-proven', receipt, reason: 'no-policy' }
  const trust = trustCheckpoint(receipt.proof.checkpoint, policy, primitives)
  if (!trust.ok) return { verdict: 'not-proven', receipt, reason: trust.reason }
  return { verdict: 'proven', receipt, commitment, trust: trust.value }
}

function doubtOfHashes(
  receipt: Receipt,
  commitment: Uint8Array,
  primitives: Primitives
): ReceiptDoubt | null {
  const leaf = leafOfReceipt(receipt, commitment, primitives)
  if (!leaf.ok) return leaf.reason
  const { index, path, checkpoint } = receipt.proof
  const { size, root } = checkpoint
  const answer = verifyInclusion({ leaf: leaf.value, index, size, root, path }, primitives)
  return answer === 'proven' ? null : answer
}

/** Leaf hash of the sealed entry that a receipt speaks of. */
function leafOfReceipt(
  receipt: Receipt,
  commitment: Uint8Array,
  primitives: Primitives
): Result<Uint8Array, ReceiptDoubt> {
  const member = leafHash(commitment, primitives)
  const { position: index, count, at, batchPath: path } = receipt
  const batchRoot = rootOfInclusion({ leaf: member, index, size: count, path }, primitives)
  if (!batchRoot.ok) {
    return batchRoot.reason === 'root-mismatch' ? batchRoot : failed(`batch-${batchRoot.reason}`)
  }
  const entry = encodeEntry({ kind: 'sealed', at, count, batchRoot: batchRoot.value })
  // Both were checked as the receipt was read, so an entry can always be built from them.
  return entry.ok ? value(leafHash(entry.value, primitives)) : failed('root-mismatch')
}
