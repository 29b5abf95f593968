import { fromDecimal, hashFromBase64, readText, sameBytes, toBase64 } from './bytes.ts'
import type { Checkpoint, CheckpointFault } from './checkpoint.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { verifySignature } from './cosignature.ts'
import { isSignedBy, noteBytesMax } from './note.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import { verifyConsistency } from './verify-proof.ts'
import { emptyRoot } from './tree.ts'
import type { VerifierKey } from './vkey.ts'

/** Most consistency hashes that a request may carry. */
const proofHashesMax = 63

/** A request to cosign a checkpoint, as it was written, nothing in it checked. */
export interface AddCheckpoint {
  /** Size that the sender believes the witness cosigned last. */
  readonly oldSize: number
  readonly proof: readonly Uint8Array[]
  readonly checkpoint: Checkpoint
}

/** Why bytes are no `add-checkpoint` request. */
export type AddCheckpointFault =
  | CheckpointFault
  | 'witness-old-size'
  | 'witness-proof-form'
  | 'witness-too-many-hashes'
  | 'witness-form'

/** Body of an `add-checkpoint` request (C2SP tlog-witness). */
export function formatAddCheckpoint(request: {
  oldSize: number
  proof: readonly Uint8Array[]
  checkpoint: string
}): string {
  const lines = [`old ${String(request.oldSize)}`, ...request.proof.map(toBase64), '']
  return `${lines.join('\n')}\n${request.checkpoint}`
}

/** Reads the body of an `add-checkpoint` request strictly. */
export function parseAddCheckpoint(
  input: Uint8Array | string
): Result<AddCheckpoint, AddCheckpointFault> {
  const read = readText(input, noteBytesMax + 4096)
  if (!read.ok) return read
  const gap = read.value.indexOf('\n\n')
  if (gap < 0) return failed('witness-form')
  const [oldLine = '', ...hashLines] = read.value.slice(0, gap).split('\n')
  const oldSize = oldLine.startsWith('old ') ? fromDecimal(oldLine.slice(4)) : null
  if (oldSize === null) return failed('witness-old-size')
  if (hashLines.length > proofHashesMax) return failed('witness-too-many-hashes')
  const proof = hashLines.map(hashFromBase64).filter((hash) => hash !== null)
  if (proof.length < hashLines.length) return failed('witness-proof-form')
  const checkpoint = parseCheckpoint(read.value.slice(gap + 2))
  return checkpoint.ok ? value({ oldSize, proof, checkpoint: checkpoint.value }) : checkpoint
}

/** What a witness remembers of a log. */
export interface WitnessedLog {
  /** Keys that it trusts for the origin. */
  readonly keys: readonly VerifierKey[]
  /** Size and root that it cosigned last; `null`: never. */
  readonly latest: { readonly size: number; readonly root: Uint8Array } | null
}

/** What a witness must answer. */
export type WitnessAnswer =
  /** Store size and root, durably and only if `latest` is still the same; then cosign. */
  | { readonly status: 200; readonly checkpoint: Checkpoint }
  /** `size`: body of the answer, type `text/x.tlog.size`; `null`: same size, another root. */
  | { readonly status: 409; readonly size: number | null }
  /** The request is malformed or its old size is above the new one. */
  | { readonly status: 400 }
  /** No signature of a trusted key. */
  | { readonly status: 403 }
  /** The origin is unknown. */
  | { readonly status: 404 }
  /** The proof does not show the old tree to be a prefix. */
  | { readonly status: 422 }

/**
 * What a witness answers to a request, in the order of checks of C2SP tlog-witness. Pure: the caller
 * stores the new head and the old one atomically before it cosigns. Never throws.
 * @param knows - The log of an origin, or `null`.
 */
export function judgeAddCheckpoint(
  request: AddCheckpoint,
  knows: (origin: string) => WitnessedLog | null,
  primitives: Primitives = portablePrimitives
): WitnessAnswer {
  const { checkpoint, oldSize } = request
  const log = knows(checkpoint.origin)
  if (log === null) return { status: 404 }
  if (!isSignedByOneOf(checkpoint, log.keys, primitives)) return { status: 403 }
  if (oldSize > checkpoint.size) return { status: 400 }
  const latest = log.latest ?? { size: 0, root: emptyRoot(primitives) }
  if (oldSize !== latest.size) return { status: 409, size: latest.size }
  if (oldSize === checkpoint.size && !sameBytes(checkpoint.root, latest.root)) {
    return { status: 409, size: null }
  }
  const answer = verifyConsistency(
    {
      oldSize,
      oldRoot: latest.root,
      newSize: checkpoint.size,
      newRoot: checkpoint.root,
      proof: request.proof
    },
    primitives
  )
  return answer === 'proven' ? { status: 200, checkpoint } : { status: 422 }
}

function isSignedByOneOf(
  checkpoint: Checkpoint,
  keys: readonly VerifierKey[],
  primitives: Primitives
): boolean {
  const { origin, size, root, note } = checkpoint
  const head = { origin, size, root, text: note.text }
  return keys.some((key) =>
    note.signatures.some(
      (signature) =>
        isSignedBy(signature, key) && verifySignature({ head, signature, key }, primitives).ok
    )
  )
}
