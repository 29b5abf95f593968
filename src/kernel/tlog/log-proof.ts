import { fromBase64, fromDecimal, hashFromBase64, readText, toBase64 } from './bytes.ts'
import type { Checkpoint, CheckpointFault } from './checkpoint.ts'
import { parseCheckpoint } from './checkpoint.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'

/** Longest `.tlog-proof` file that is read, bytes. */
export const logProofBytesMax = 1_048_576

/** Most hashes of a path: no tree that a checkpoint can state is deeper. */
export const pathHashesMax = 63

const header = 'c2sp.org/tlog-proof@v1'

/** A `.tlog-proof` file as it was written, nothing in it checked. */
export interface LogProof {
  /** Data of the application, not authenticated by the format; `null` if there is none. */
  readonly extra: Uint8Array | null
  /** Place of the entry in the log. */
  readonly index: number
  /** Inclusion path, from the leaf's sibling upwards. */
  readonly path: readonly Uint8Array[]
  readonly checkpoint: Checkpoint
}

/** Why bytes are no `.tlog-proof` file. */
export type LogProofFault =
  | CheckpointFault
  | 'proof-header'
  | 'proof-form'
  | 'proof-extra-form'
  | 'proof-index-form'
  | 'proof-hash-form'
  | 'proof-too-many-hashes'

/** Writes a `.tlog-proof` file (C2SP tlog-proof). `checkpoint` is the signed note, verbatim. */
export function formatLogProof(proof: {
  extra: Uint8Array | null
  index: number
  path: readonly Uint8Array[]
  checkpoint: string
}): string {
  const { extra, index, path, checkpoint } = proof
  const lines = [
    header,
    ...(extra === null ? [] : [`extra ${toBase64(extra)}`]),
    `index ${String(index)}`,
    ...path.map(toBase64),
    ''
  ]
  return `${lines.join('\n')}\n${checkpoint}`
}

/** Reads a `.tlog-proof` file strictly; nothing in it is to be believed before it is verified. */
export function parseLogProof(input: Uint8Array | string): Result<LogProof, LogProofFault> {
  const read = readText(input, logProofBytesMax)
  if (!read.ok) return read
  const text = read.value
  if (!text.startsWith(`${header}\n`)) return failed('proof-header')
  const gap = text.indexOf('\n\n')
  if (gap < 0) return failed('proof-form')
  const lines = text.slice(header.length + 1, gap).split('\n')
  const extraLine = lines[0]?.startsWith('extra ') === true ? lines.shift() : undefined
  const extra = extraLine === undefined ? null : fromBase64(extraLine.slice(6))
  if (extraLine !== undefined && (extra === null || extra.length === 0)) {
    return failed('proof-extra-form')
  }
  const place = parsePlace(lines)
  if (!place.ok) return place
  const checkpoint = parseCheckpoint(text.slice(gap + 2))
  if (!checkpoint.ok) return checkpoint
  return value({ extra, ...place.value, checkpoint: checkpoint.value })
}

function parsePlace(
  lines: readonly string[]
): Result<Pick<LogProof, 'index' | 'path'>, LogProofFault> {
  const [indexLine, ...hashLines] = lines
  if (indexLine?.startsWith('index ') !== true) return failed('proof-form')
  const index = fromDecimal(indexLine.slice(6))
  if (index === null) return failed('proof-index-form')
  if (hashLines.length > pathHashesMax) return failed('proof-too-many-hashes')
  const path = hashLines.map(hashFromBase64).filter((hash) => hash !== null)
  return path.length === hashLines.length ? value({ index, path }) : failed('proof-hash-form')
}
