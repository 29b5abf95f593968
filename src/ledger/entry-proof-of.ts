import { formatEntryProof, proveInclusion } from '../kernel/tlog/index.ts'
import { type Context, NotFoundError } from '../platform/index.ts'
import { entryAt } from './entry-store.ts'
import { publishedOf } from './log-store.ts'
import { nodesOf } from './publisher.ts'
import type { ReceiptFile } from './receipt-of.ts'
import { serverPrimitives } from './server-primitives.ts'

const sealedKind = 2

/**
 * The proof file of a public or control entry, for everyone (docs/specs/log.md §8); not stored.
 * @param of - `log`: name of the shard.
 * @throws {NotFoundError} Where there is no such entry, none that a checkpoint covers, or a sealed one.
 */
export async function entryProofOf(
  { db }: Context,
  { log, index }: { readonly log: string; readonly index: number }
): Promise<ReceiptFile> {
  const { note, size } = await publishedOf(db, log)
  const row = note !== null && index < size ? await entryAt(db, log, index) : null
  if (note === null || row === null || row.kind === sealedKind) throw new NotFoundError()
  const path = await proveInclusion({ index, size }, nodesOf(db, { log, size }), serverPrimitives)
  const proof = formatEntryProof({ entry: row.entry, index, path, checkpoint: note })
  if (!proof.ok) throw new Error(`no proof of entry ${String(index)}: ${proof.reason}`)
  return { name: `${log}-${String(index)}.tlog-proof`, text: proof.value }
}
