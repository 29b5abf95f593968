import { type Context, bucketOf } from '../platform/index.ts'
import { type Proof, leavesOfSubject } from './leaf-store.ts'
import { listLogs, publishedOf } from './log-store.ts'

/** A fact of a subject, with the leaf that it has in the log. */
export interface ProofOf extends Proof {
  /** Whether a checkpoint covers it, so that its receipt can be made. */
  readonly isReady: boolean
}

/** Every fact of a subject, in the order in which they happened, with where each stands. */
export async function proofsOf(
  { db }: Context,
  of: { readonly owner: string; readonly subject: string }
): Promise<ProofOf[]> {
  const bucket = bucketOf(of.owner)
  const [proofs, logs] = await Promise.all([
    leavesOfSubject(db, { bucket, subject: of.subject }),
    listLogs(db)
  ])
  const sizes = new Map<string, number>()
  for (const { log } of logs) {
    const { note, size } = await publishedOf(db, log)
    sizes.set(log, note === null ? 0 : size)
  }
  return proofs.map((proof) => ({
    ...proof,
    isReady: proof.index !== null && proof.index < (sizes.get(proof.log ?? '') ?? 0)
  }))
}
