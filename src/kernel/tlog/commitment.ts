import { concat, utf8 } from './bytes.ts'
import type { EntryFault } from './entry.ts'
import { encodeEntry } from './entry.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import { hashBytes, leafHash, nodeHash } from './tree.ts'

/** Bytes of the random salt that hides a statement behind its commitment. */
export const saltBytes = 32

const domain = utf8('peyman.dev/evidence/v1\n')

/**
 * Commitment to a statement: HMAC-SHA-256(salt, "peyman.dev/evidence/v1\n" | statement).
 * Without the salt nobody can tell, or guess, what was committed to.
 * @param statement - The exact bytes that the person is given.
 * @throws {RangeError} If the salt is not of 32 bytes: a short one could be guessed.
 */
export function commitmentOf(
  secret: { salt: Uint8Array; statement: Uint8Array },
  primitives: Primitives = portablePrimitives
): Uint8Array {
  if (secret.salt.length !== saltBytes) throw new RangeError('a salt has 32 bytes')
  return primitives.hmacSha256(secret.salt, concat(domain, secret.statement))
}

/** A batch of commitments under one root, and the path of each. */
export interface Batch {
  /** RFC 6962 tree hash over the commitments. */
  readonly root: Uint8Array
  /** Sibling hashes of a member, from its leaf upwards. */
  readonly pathOf: (position: number) => Uint8Array[]
}

/** Builds the tree over commitments; their order is their position. At least one is needed. */
export function batchOf(
  commitments: readonly Uint8Array[],
  primitives: Primitives = portablePrimitives
): Batch {
  if (commitments.length === 0) throw new RangeError('a batch has members')
  const rows = [commitments.map((commitment) => leafHash(commitment, primitives))]
  for (let row = rows[0] as Uint8Array[]; row.length > 1; rows.push(row)) {
    row = parentsOf(row, primitives)
  }
  return {
    root: rows.at(-1)?.[0] as Uint8Array,
    pathOf: (position) =>
      rows
        .map((row, level) => row[Math.floor(position / 2 ** level) ^ 1])
        .filter((hash) => hash !== undefined)
  }
}

/** A node without a sibling goes up as it is: that is the tree of RFC 6962, built from below. */
function parentsOf(row: readonly Uint8Array[], primitives: Primitives): Uint8Array[] {
  return Array.from({ length: Math.ceil(row.length / 2) }, (_, i) => {
    const [left, right] = [row[2 * i] as Uint8Array, row[2 * i + 1]]
    return right === undefined ? left : nodeHash(left, right, primitives)
  })
}

/** A sealed entry ready for the log, with what each member's receipt will need. */
export interface SealedBatch {
  /** Bytes of the entry. */
  readonly entry: Uint8Array
  readonly batch: Batch
}

/**
 * Seals commitments into one entry of kind 2.
 * @param of - `at`: POSIX seconds; `commitments`: at least two, 32 bytes each. A lone one must be
 *   joined by a random one first, or the log would show that a single person did something.
 */
export function sealBatch(
  of: { at: number; commitments: readonly Uint8Array[] },
  primitives: Primitives = portablePrimitives
): Result<SealedBatch, EntryFault> {
  const { at, commitments } = of
  if (commitments.length < 2) return failed('entry-count-invalid')
  if (commitments.some((one) => one.length !== hashBytes)) return failed('entry-sealed-length')
  const batch = batchOf(commitments, primitives)
  const entry = encodeEntry({
    kind: 'sealed',
    at,
    count: commitments.length,
    batchRoot: batch.root
  })
  return entry.ok ? value({ entry: entry.value, batch }) : entry
}
