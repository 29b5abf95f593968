import { epochOf } from '../reading/plain-time.ts'
import {
  type Primitives,
  fromBase64,
  parseVerifierKey,
  portablePrimitives,
  toBase64,
  utf8
} from '../tlog/index.ts'
import { isOwner, labelBytes } from './owner.ts'

/** Why an entry was made. `stopped`: a recovery was stopped, and what was before goes on. */
export const entryReasons = ['enrolled', 'rotated', 'recovered', 'stopped', 'closed'] as const

/** One of {@link entryReasons}. */
export type EntryReason = (typeof entryReasons)[number]

/** The keys of an owner from an instant on, bound to all entries of that owner before. */
export interface DirectoryEntry {
  readonly v: 1
  /** `unit:sko/it` or `mailbox:<uuid>`. */
  readonly owner: string
  /** 0, 1, 2, … without a gap. */
  readonly sequence: number
  /** As whoever made it says: UTC, RFC 3339. Nothing rests on it alone. */
  readonly at: string
  /** `age1pq1…`; `null` where the owner is closed. */
  readonly recipient: string | null
  /** Keys that sign what the owner sends (docs/specs/log.md §6, "verifier key"); none where closed. */
  readonly keys: readonly string[]
  readonly reason: EntryReason
  /** Base64 of the hash of the entry before; `null` in the first. */
  readonly previous: string | null
  /** Signature lines of C2SP notes, without the line end. */
  readonly signatures: readonly string[]
}

/** An entry that nobody has signed yet. */
export type UnsignedEntry = Omit<DirectoryEntry, 'signatures'>

/** How long a recovery waits before it counts, hours. @see docs/specs/key-directory.md §2 */
export const recoveryWaitHours = 72

/** Most keys of an entry, and most signatures. */
export const entryLimits = { keys: 4, signatures: 8, entries: 256 } as const

const domain = 'peyman.dev/directory-entry/v1'
const members = 'at,keys,owner,previous,reason,recipient,sequence,signatures,v'
const recipientForm = /^age1pq1[a-z0-9]{1900,2100}$/
const lineForm = /^— \S+ [A-Za-z0-9+/=]{8,4096}$/u
const atForm =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/

/** What is signed: one line for each member, one for each key. @see docs/specs/key-directory.md §1 */
export function entryText(entry: UnsignedEntry): string {
  const { owner, sequence, at, reason, recipient, previous, keys } = entry
  const lines = [domain, owner, sequence, at, reason, recipient ?? '-', previous ?? '-', ...keys]
  return `${lines.join('\n')}\n`
}

/** What Ed25519 keys sign is the text; ML-DSA-44 keys sign it with its purpose before it. */
export function postQuantumText(text: string): string {
  return `${domain}/ml-dsa-44\n${text}`
}

/** SHA-256 over the text and the signatures, base64: what the next entry and the map name it by. */
export function entryHash(
  entry: DirectoryEntry,
  primitives: Primitives = portablePrimitives
): string {
  const note = `${entryText(entry)}\n${entry.signatures.map((line) => `${line}\n`).join('')}`
  return toBase64(primitives.sha256(utf8(note)))
}

/** Reads an entry strictly; nothing in it is to be believed before its chain is checked. */
export function readEntry(input: unknown): DirectoryEntry | null {
  if (typeof input !== 'object' || input === null) return null
  const entry = input as DirectoryEntry
  if (Object.keys(entry).toSorted().join(',') !== members) return null
  return isPlaced(entry) && areLines(entry.signatures) && haveKeys(entry) ? entry : null
}

/** Whose it is, where in the chain, when and why. */
function isPlaced({ v, owner, sequence, at, reason, previous }: DirectoryEntry): boolean {
  if (v !== 1 || typeof owner !== 'string' || !isOwner(owner)) return false
  const isNumbered = Number.isSafeInteger(sequence) && sequence >= 0
  const isReasoned = entryReasons.includes(reason) && isInstant(at)
  return isNumbered && isReasoned && (previous === null || isHash(previous))
}

/** Either closed, without keys, or open, with a recipient and keys of one name, no key twice. */
function haveKeys({ recipient, keys }: DirectoryEntry): boolean {
  if (!isTexts(keys, entryLimits.keys)) return false
  if (recipient === null) return keys.length === 0
  if (typeof recipient !== 'string' || !recipientForm.test(recipient)) return false
  const read = keys.map((key) => parseVerifierKey(key))
  const names = new Set(read.map((key) => (key.ok ? key.value.name : null)))
  return (
    keys.length > 0 && names.size === 1 && !names.has(null) && new Set(keys).size === keys.length
  )
}

function isTexts(input: unknown, most: number): input is string[] {
  return (
    Array.isArray(input) && input.length <= most && input.every((one) => typeof one === 'string')
  )
}

function isLine(line: string): boolean {
  return line.length <= 4500 && lineForm.test(line)
}

function areLines(lines: unknown): boolean {
  return isTexts(lines, entryLimits.signatures) && lines.every(isLine)
}

/** Whether a text is base64 of 32 bytes. */
export function isHash(text: unknown): text is string {
  return typeof text === 'string' && text.length === 44 && fromBase64(text)?.length === labelBytes
}

function isInstant(at: unknown): at is string {
  return typeof at === 'string' && atForm.test(at) && (epochOf(at) ?? 0) > 0
}
