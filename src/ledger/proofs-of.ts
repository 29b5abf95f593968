import { type Context, bucketOf } from '../platform/index.ts'
import { keyName, keysOf } from './evidence-key-store.ts'
import { type Proof, leavesOfSubject } from './leaf-store.ts'
import { listLogs, publishedOf } from './log-store.ts'

/** A fact of a subject, with the leaf that it has in the log. */
export interface ProofOf extends Proof {
  /** Whether a checkpoint covers it, so that its receipt can be made. */
  readonly isReady: boolean
  /** Whether the key of its salts was erased, so that its receipt can never be made again. */
  readonly isErased: boolean
}

/** Every fact of a subject, in the order in which they happened, with where each stands. */
export async function proofsOf(
  { db }: Context,
  of: { readonly owner: string; readonly subject: string }
): Promise<ProofOf[]> {
  const bucket = bucketOf(of.owner)
  const whose = { bucket, subject: of.subject }
  const [proofs, logs, keys] = await Promise.all([
    leavesOfSubject(db, whose),
    listLogs(db),
    keysOf(db, [whose])
  ])
  const isErased = keys.get(keyName(whose)) === null
  const sizes = new Map<string, number>()
  for (const { log } of logs) {
    const { note, size } = await publishedOf(db, log)
    sizes.set(log, note === null ? 0 : size)
  }
  return proofs.map((proof) => ({
    ...proof,
    isErased,
    isReady: proof.index !== null && proof.index < (sizes.get(proof.log ?? '') ?? 0)
  }))
}
