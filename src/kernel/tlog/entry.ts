import { byteReader, concat, fromUtf8, isCount, latestSecond, u32, u64 } from './bytes.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'

/** Longest entry, bytes: its length must fit the 16 bits that entry bundles give it. */
export const entryBytesMax = 65_535

/** First byte of every entry. */
const version = 1
const headBytes = 10
const sealedBodyBytes = 36

/** An entry whose body everyone may read. */
export interface OpenEntry {
  /** `public`: outage, notice, breach, result. `control`: keys, witness policy, anchor, freeze, repair. */
  readonly kind: 'public' | 'control'
  /** POSIX seconds of the sequencer's clock, never less than in the entry before. */
  readonly at: number
  /** One JSON text in UTF-8; the bytes as they are stored, not a canonical form. */
  readonly body: Uint8Array
}

/** A batch of commitments. */
export interface SealedEntry {
  readonly kind: 'sealed'
  /** POSIX seconds of the sequencer's clock, never less than in the entry before. */
  readonly at: number
  /** Number of commitments, 2 to 2^32 - 1: one alone would show that a single person did something. */
  readonly count: number
  /** RFC 6962 tree hash over the commitments, 32 bytes. */
  readonly batchRoot: Uint8Array
}

/** One entry of the log. */
export type LogEntry = OpenEntry | SealedEntry

/** Why bytes are no entry. */
export type EntryFault =
  | 'entry-truncated'
  | 'entry-too-long'
  | 'entry-version-unknown'
  | 'entry-kind-unknown'
  | 'entry-time-invalid'
  | 'entry-body-not-json'
  | 'entry-sealed-length'
  | 'entry-count-invalid'

const kindBytes = { public: 1, sealed: 2, control: 4 } as const

/**
 * The bytes of an entry: `0x01 | kind | t:u64 | body`.
 * @returns The bytes, or why this is not an entry; what is encoded always decodes to the same.
 * @see docs/specs/log.md §2
 */
export function encodeEntry(entry: LogEntry): Result<Uint8Array, EntryFault> {
  const fault = entryFault(entry)
  if (fault !== null) return failed(fault)
  const head = Uint8Array.of(version, kindBytes[entry.kind])
  const body = entry.kind === 'sealed' ? [u32(entry.count), entry.batchRoot] : [entry.body]
  return value(concat(head, u64(entry.at), ...body))
}

/** Reads the bytes of an entry; the parts are views of `bytes`. */
export function decodeEntry(bytes: Uint8Array): Result<LogEntry, EntryFault> {
  if (bytes.length > entryBytesMax) return failed('entry-too-long')
  if (bytes.length < headBytes) return failed('entry-truncated')
  if (bytes[0] !== version) return failed('entry-version-unknown')
  const reader = byteReader(bytes.subarray(2))
  const at = reader.number(8)
  if (at === null) return failed('entry-time-invalid')
  const entry = bodyOf(bytes[1] ?? 0, at, reader.rest())
  if (!entry.ok) return entry
  const fault = entryFault(entry.value)
  return fault === null ? entry : failed(fault)
}

function bodyOf(kind: number, at: number, body: Uint8Array): Result<LogEntry, EntryFault> {
  if (kind === kindBytes.public) return value({ kind: 'public', at, body })
  if (kind === kindBytes.control) return value({ kind: 'control', at, body })
  if (kind !== kindBytes.sealed) return failed('entry-kind-unknown')
  if (body.length !== sealedBodyBytes) return failed('entry-sealed-length')
  const count = byteReader(body).number(4) ?? 0
  return value({ kind: 'sealed', at, count, batchRoot: body.subarray(4) })
}

function entryFault(entry: LogEntry): EntryFault | null {
  if (!isCount(entry.at) || entry.at > latestSecond) return 'entry-time-invalid'
  if (entry.kind === 'sealed') {
    if (entry.batchRoot.length !== 32) return 'entry-sealed-length'
    const right = isCount(entry.count) && entry.count >= 2 && entry.count < 2 ** 32
    return right ? null : 'entry-count-invalid'
  }
  if (headBytes + entry.body.length > entryBytesMax) return 'entry-too-long'
  return isJson(entry.body) ? null : 'entry-body-not-json'
}

function isJson(body: Uint8Array): boolean {
  const text = fromUtf8(body)
  if (text === null) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
