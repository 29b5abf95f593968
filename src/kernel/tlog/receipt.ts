import { byteReader, concat, fromUtf8, isCount, latestSecond, u32, u64, utf8 } from './bytes.ts'
import { saltBytes } from './commitment.ts'
import type { LogProof, LogProofFault } from './log-proof.ts'
import { formatLogProof, parseLogProof } from './log-proof.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import { hashBytes } from './tree.ts'

const mark = utf8('PEY1')

/** Mark, salt, position, count, time, path length. */
const headBytes = 4 + saltBytes + 4 + 4 + 8 + 1

/** Most hashes of a path inside a batch: a batch has fewer than 2^32 members. */
const batchPathMax = 32

/** What a receipt shows besides the path in the log: the way from the statement to the entry. */
export interface ReceiptOpening {
  /** 32 random bytes; with the statement they give the commitment. */
  readonly salt: Uint8Array
  /** Exact bytes of the statement. */
  readonly statement: Uint8Array
  /** Place among the commitments of the batch. */
  readonly position: number
  /** Number of commitments of the batch, at least 2. */
  readonly count: number
  /** POSIX seconds of the entry. */
  readonly at: number
  /** Path inside the batch, from the commitment's sibling upwards. */
  readonly batchPath: readonly Uint8Array[]
}

/** A receipt as it was written, nothing in it checked. */
export interface Receipt extends ReceiptOpening {
  /** The statement as text. */
  readonly statementText: string
  /** Members of the statement, as JSON reads them. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly proof: LogProof
}

/** Why bytes are no receipt. */
export type ReceiptFault =
  | LogProofFault
  | 'receipt-opening-missing'
  | 'receipt-mark-unknown'
  | 'receipt-truncated'
  | 'receipt-path-length'
  | 'receipt-position'
  | 'receipt-time-invalid'
  | 'receipt-statement'

/** The `extra` data of a receipt: "PEY1" | salt | pos | n | t | pathLen | path | statement. */
export function encodeOpening(opening: ReceiptOpening): Result<Uint8Array, ReceiptFault> {
  const { salt, position, count, at, batchPath, statement } = opening
  const encoded = concat(
    mark,
    salt,
    u32(position),
    u32(count),
    u64(isCount(at) ? at : 0),
    Uint8Array.of(batchPath.length),
    ...batchPath,
    statement
  )
  if (salt.length !== saltBytes || !isCount(at)) return failed('receipt-truncated')
  const again = decodeOpening(encoded)
  return again.ok ? value(encoded) : again
}

/** Reads the `extra` data of a receipt. */
export function decodeOpening(extra: Uint8Array): Result<Omit<Receipt, 'proof'>, ReceiptFault> {
  if (fromUtf8(extra.subarray(0, mark.length)) !== 'PEY1') return failed('receipt-mark-unknown')
  if (extra.length < headBytes) return failed('receipt-truncated')
  const reader = byteReader(extra.subarray(headBytes))
  const head = decodeHead(extra.subarray(mark.length, headBytes))
  if (!head.ok) return head
  const { pathLength, ...rest } = head.value
  const path = reader.take(pathLength * hashBytes)
  if (path === null) return failed('receipt-truncated')
  const batchPath = Array.from({ length: pathLength }, (_, i) =>
    path.subarray(i * hashBytes, (i + 1) * hashBytes)
  )
  const statement = reader.rest()
  const read = readStatement(statement)
  return read.ok ? value({ ...rest, batchPath, statement, ...read.value }) : read
}

/** Reads salt, position, count, time and path length: the part whose length is fixed. */
function decodeHead(
  head: Uint8Array
): Result<
  Pick<ReceiptOpening, 'salt' | 'position' | 'count' | 'at'> & { pathLength: number },
  ReceiptFault
> {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const salt = head.subarray(0, saltBytes)
  const [position, count] = [view.getUint32(saltBytes), view.getUint32(saltBytes + 4)]
  const at = Number(view.getBigUint64(saltBytes + 8))
  const pathLength = view.getUint8(saltBytes + 16)
  if (at > latestSecond) return failed('receipt-time-invalid')
  if (count < 2 || position >= count) return failed('receipt-position')
  if (pathLength > batchPathMax) return failed('receipt-path-length')
  return value({ salt, position, count, at, pathLength })
}

function readStatement(
  statement: Uint8Array
): Result<Pick<Receipt, 'statementText' | 'fields'>, 'receipt-statement'> {
  const statementText = fromUtf8(statement)
  if (statementText === null) return failed('receipt-statement')
  try {
    const fields: unknown = JSON.parse(statementText)
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
      return failed('receipt-statement')
    }
    return value({ statementText, fields: fields as Record<string, unknown> })
  } catch {
    return failed('receipt-statement')
  }
}

/**
 * Writes a receipt.
 * @param receipt - The opening; `index` and `path` of the entry in the log; the signed checkpoint,
 *   verbatim.
 */
export function formatReceipt(receipt: {
  opening: ReceiptOpening
  index: number
  path: readonly Uint8Array[]
  checkpoint: string
}): Result<string, ReceiptFault> {
  const { opening, index, path, checkpoint } = receipt
  const extra = encodeOpening(opening)
  return extra.ok ? value(formatLogProof({ extra: extra.value, index, path, checkpoint })) : extra
}

/** Reads a receipt; nothing in it is to be believed before `verifyReceipt`. */
export function parseReceipt(input: Uint8Array | string): Result<Receipt, ReceiptFault> {
  const proof = parseLogProof(input)
  if (!proof.ok) return proof
  if (proof.value.extra === null) return failed('receipt-opening-missing')
  const opening = decodeOpening(proof.value.extra)
  return opening.ok ? value({ ...opening.value, proof: proof.value }) : opening
}
