import {
  batchOf,
  formatReceipt,
  hashBytes,
  parseCheckpoint,
  proveInclusion,
  sameBytes
} from '../kernel/tlog/index.ts'
import { type Context, type Db, NotFoundError } from '../platform/index.ts'
import { commitmentOfFact } from './draft-entries.ts'
import { type EntryRow, entryAt } from './entry-store.ts'
import { keyName, keysOf, saltOf } from './evidence-key-store.ts'
import { factText } from './fact-text-store.ts'
import { type Leaf, leafOfFact } from './leaf-store.ts'
import { publishedOf } from './log-store.ts'
import { nodesOf } from './publisher.ts'
import {
  EvidenceErasedError,
  EvidenceMismatchError,
  ReceiptPendingError,
  ReceiptPublicError
} from './refusals.ts'
import { serverPrimitives } from './server-primitives.ts'
import { type FactText, statementOf } from './statement.ts'

/** A receipt as a file. */
export interface ReceiptFile {
  /** `<fact id>.tlog-proof`. */
  readonly name: string
  /** C2SP tlog-proof, with the opening of docs/specs/log.md §8. */
  readonly text: string
}

/**
 * Makes the receipt of a fact from its row, its key and the log: none is stored. Whoever asks must
 * have been allowed to by the caller.
 * @throws {ReceiptPendingError} While the newest checkpoint does not cover the leaf.
 * @throws {ReceiptPublicError} {@link EvidenceErasedError} {@link EvidenceMismatchError}
 */
export async function receiptOf(context: Context, factId: string): Promise<ReceiptFile> {
  const { db } = context
  const leaf = await leafOfFact(db, factId)
  if (leaf === null) throw new ReceiptPendingError()
  if (leaf.place === null) throw new ReceiptPublicError()
  const { note, size } = await publishedOf(db, leaf.log)
  if (note === null || leaf.index >= size) throw new ReceiptPendingError()
  const { fact, key } = await secretOf(db, leaf)
  const opening = await openingOf(db, { leaf, fact, key, place: leaf.place })
  const path = await proveInclusion(
    { index: leaf.index, size },
    nodesOf(db, { log: leaf.log, size }),
    serverPrimitives
  )
  if (!parseCheckpoint(note).ok) throw new EvidenceMismatchError()
  const receipt = formatReceipt({ opening, index: leaf.index, path, checkpoint: note })
  if (!receipt.ok) throw new Error(`no receipt of ${factId}: ${receipt.reason}`)
  return { name: `${factId}.tlog-proof`, text: receipt.value }
}

async function secretOf(db: Db, leaf: Leaf): Promise<{ fact: FactText; key: Uint8Array }> {
  const fact = await factText(db, leaf)
  if (fact === null) throw new NotFoundError()
  const subject = { bucket: leaf.bucket, subject: fact.subject }
  const key = (await keysOf(db, [subject])).get(keyName(subject))
  if (key == null) throw new EvidenceErasedError()
  return { fact, key }
}

async function openingOf(
  db: Db,
  of: { leaf: Leaf; fact: FactText; key: Uint8Array; place: number }
) {
  const { leaf, fact, key, place } = of
  const entry = await entryAt(db, leaf.log, leaf.index)
  const commitments = commitmentsOf(entry)
  const own = commitments[place]
  if (entry === null || own === undefined || !sameBytes(own, commitmentOfFact(fact, key))) {
    throw new EvidenceMismatchError()
  }
  return {
    salt: saltOf(key, fact.id),
    statement: Buffer.from(statementOf(fact)),
    position: place,
    count: commitments.length,
    at: entry.at,
    batchPath: batchOf(commitments, serverPrimitives).pathOf(place)
  }
}

/** The commitments of a sealed entry, in their order; none of another entry. */
export function commitmentsOf(entry: Pick<EntryRow, 'commitments'> | null): Uint8Array[] {
  const bytes = entry?.commitments ?? new Uint8Array()
  return Array.from({ length: Math.floor(bytes.length / hashBytes) }, (_, i) =>
    bytes.subarray(i * hashBytes, (i + 1) * hashBytes)
  )
}
