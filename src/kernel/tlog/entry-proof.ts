import { fromUtf8 } from './bytes.ts'
import type { OpenEntry } from './entry.ts'
import { decodeEntry } from './entry.ts'
import type { LogProof, LogProofFault } from './log-proof.ts'
import { formatLogProof, parseLogProof } from './log-proof.ts'
import type { Policy } from './policy.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import { leafHash } from './tree.ts'
import type { Trust, TrustFault } from './verify-checkpoint.ts'
import { trustCheckpoint } from './verify-checkpoint.ts'
import type { ProofFault } from './verify-proof.ts'
import { verifyInclusion } from './verify-proof.ts'

/** First byte of every entry; a receipt's `extra` begins with `P`. */
const entryVersion = 1

/** The proof of an entry that everyone may read, as it was written, nothing in it checked. */
export interface EntryProof {
  readonly proof: LogProof
  readonly entry: OpenEntry
  /** What the entry says, as text. */
  readonly text: string
  /** Members of that text, as JSON reads them; none where it is no object. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** Why bytes are no proof of an entry. */
export type EntryProofFault =
  LogProofFault | 'receipt-opening-missing' | 'entry-unreadable' | 'entry-sealed'

/** Why the proof of an entry that can be read proves nothing. */
export type EntryDoubt = ProofFault | TrustFault | 'no-policy'

/** What the proof of an entry is worth. */
export type EntryVerdict =
  | { readonly verdict: 'proven'; readonly proof: EntryProof; readonly trust: Trust }
  | { readonly verdict: 'not-proven'; readonly proof: EntryProof; readonly reason: EntryDoubt }
  | { readonly verdict: 'unreadable'; readonly reason: EntryProofFault }

/**
 * Writes the proof of a public or control entry: a tlog-proof whose `extra` are the bytes of the entry.
 * @param of - `entry`: its bytes; `index` and `path` of it in the log; the signed checkpoint, verbatim.
 * @see docs/specs/log.md §8
 */
export function formatEntryProof(of: {
  entry: Uint8Array
  index: number
  path: readonly Uint8Array[]
  checkpoint: string
}): Result<string, EntryProofFault> {
  const { entry, ...rest } = of
  const text = formatLogProof({ extra: entry, ...rest })
  const again = parseEntryProof(text)
  return again.ok ? value(text) : again
}

/** Whether bytes are the proof of an entry rather than a receipt; never throws. */
export function isEntryProof(input: Uint8Array | string): boolean {
  const proof = parseLogProof(input)
  return proof.ok && proof.value.extra?.[0] === entryVersion
}

/** Reads the proof of an entry; nothing in it is to be believed before `verifyEntryProof`. */
export function parseEntryProof(input: Uint8Array | string): Result<EntryProof, EntryProofFault> {
  const proof = parseLogProof(input)
  if (!proof.ok) return proof
  if (proof.value.extra === null) return failed('receipt-opening-missing')
  const entry = decodeEntry(proof.value.extra)
  if (!entry.ok) return failed('entry-unreadable')
  // Whoever holds it could read nothing in it; a member of the batch has a receipt.
  if (entry.value.kind === 'sealed') return failed('entry-sealed')
  const text = fromUtf8(entry.value.body) ?? ''
  return value({ proof: proof.value, entry: entry.value, text, fields: membersOf(text) })
}

function membersOf(text: string): Record<string, unknown> {
  // That it is JSON was seen as the entry was decoded.
  const read: unknown = JSON.parse(text)
  const isObject = typeof read === 'object' && read !== null && !Array.isArray(read)
  return isObject ? (read as Record<string, unknown>) : {}
}

/**
 * Checks offline that an entry stands in a log: hashes it, follows the path to the root of the
 * checkpoint, and asks the policy whether the checkpoint is believed. Never throws.
 * @param policy - `null`: the hashes are checked, but the verdict is never `proven`.
 */
export function verifyEntryProof(
  input: Uint8Array | string,
  policy: Policy | null,
  primitives: Primitives = portablePrimitives
): EntryVerdict {
  const read = parseEntryProof(input)
  if (!read.ok) return { verdict: 'unreadable', reason: read.reason }
  const proof = read.value
  const { extra, index, path, checkpoint } = proof.proof
  const { size, root } = checkpoint
  const leaf = leafHash(extra ?? new Uint8Array(), primitives)
  const answer = verifyInclusion({ leaf, index, size, root, path }, primitives)
  if (answer !== 'proven') return { verdict: 'not-proven', proof, reason: answer }
  if (policy === null) return { verdict: 'not-proven', proof, reason: 'no-policy' }
  const trust = trustCheckpoint(checkpoint, policy, primitives)
  if (!trust.ok) return { verdict: 'not-proven', proof, reason: trust.reason }
  return { verdict: 'proven', proof, trust: trust.value }
}

/**
 * The log that a closed log named as the one that goes on for it.
 * @returns The origin of the next log, if this is the proven freeze entry of `origin`, the last of the
 *   tree that its checkpoint states; else `null`.
 */
export function successorOf(origin: string, by: EntryVerdict): string | null {
  if (by.verdict !== 'proven') return null
  const { proof, entry, fields } = by.proof
  const isLast = proof.index === proof.checkpoint.size - 1
  if (proof.checkpoint.origin !== origin || entry.kind !== 'control' || !isLast) return null
  const { type, next } = fields
  return type === 'freeze' && typeof next === 'string' ? next : null
}
