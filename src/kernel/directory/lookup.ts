import {
  type Primitives,
  type Result,
  failed,
  fromBase64,
  portablePrimitives,
  value
} from '../tlog/index.ts'
import { type ChainFault, type ChainState, checkChain } from './chain.ts'
import {
  type DirectoryEntry,
  entryHash,
  entryLimits,
  readEntry,
  recoveryWaitHours
} from './entry.ts'
import { type HeadFault, type LogTrust, type LoggedHead, rootOf, verifyHead } from './head.ts'
import { type MapProof, readMapProof, verifyMapProof } from './map-proof.ts'
import { mapDepth } from './map.ts'
import { aliasValue, freedValue, isIdentifier, isOwner, labelOf } from './owner.ts'

/** What the directory answers. All in it is checked by whoever asked; none of it is secret. */
export interface DirectoryAnswer {
  readonly v: 1
  /** What was asked for: an owner, or an identifier. */
  readonly owner: string
  /** Proof of the head in the log: a tlog-proof file. */
  readonly head: string
  /** Of an identifier: whose it is, with the proof of that; `owner: null` with the proof of nobody. */
  readonly alias: { readonly owner: string | null; readonly proof: MapProof } | null
  /** All entries of the owner, from the first. */
  readonly entries: readonly DirectoryEntry[]
  /** That the last of them stands at the owner's label; `null` where the identifier is nobody's. */
  readonly proof: MapProof | null
  /**
   * What stood there 72 hours before, or in the first head of all: nobody can be given another history
   * over night. `null` where nobody is meant, or nobody ever enrolled.
   */
  readonly earlier: EarlierState | null
}

/** How an owner stood in an earlier head. */
export interface EarlierState {
  /** Proof of that head in the log: a tlog-proof file. */
  readonly head: string
  /** Which of the entries stood there; -1: none. */
  readonly sequence: number
  readonly proof: MapProof
  /** Of an identifier: whether it was the same owner's then, or nobody's. */
  readonly alias: { readonly isThere: boolean; readonly proof: MapProof } | null
}

/** Why an answer is refused. */
export type LookupFault =
  | HeadFault
  | ChainFault
  | 'answer-form'
  | 'answer-other-owner'
  | 'head-stale'
  | 'head-ahead'
  | 'alias-unproven'
  | 'entries-unproven'
  | 'earlier-unproven'
  | 'earlier-too-new'

/** What somebody looks for. */
export interface LookupWant {
  readonly owner: string
  readonly trust: LogTrust
  readonly now: Temporal.Instant
  /** Those of JavaScript alone where left out. */
  readonly primitives?: Primitives
}

/** A checked answer. */
export interface Lookup {
  /** What counts now; `null` where there is nobody, no key, or a closed one. */
  readonly entry: DirectoryEntry | null
  /** A recovery that waits. */
  readonly pending: DirectoryEntry | null
  readonly history: readonly DirectoryEntry[]
  /** Who is meant: of an identifier its mailbox; `null`: nobody. */
  readonly owner: string | null
  /** An identifier that was somebody's, whose mailbox is closed. */
  readonly isFreed: boolean
  readonly head: LoggedHead
}

type Checked = Result<Lookup, LookupFault>

/** A head that is older than this is refused, hours. */
export const headAgeMaxHours = 24
const skewSeconds = 600

/**
 * Checks an answer of the directory: the head in the log, the map under the head, the chain of entries
 * and its signatures. Never throws; believes nothing but the keys in `want.trust`.
 */
export function verifyLookup(
  answer: unknown,
  want: LookupWant
): ({ readonly ok: true } & Lookup) | { readonly ok: false; readonly fault: LookupFault } {
  const checked = check(answer, want, want.primitives ?? portablePrimitives)
  return checked.ok ? { ok: true, ...checked.value } : { ok: false, fault: checked.reason }
}

function check(input: unknown, want: LookupWant, primitives: Primitives): Checked {
  const answer = readAnswer(input)
  if (answer === null) return failed('answer-form')
  if (answer.owner !== want.owner) return failed('answer-other-owner')
  const head = freshHead(answer.head, want, primitives)
  if (!head.ok) return head
  const owner = ownerOf(answer, head.value, primitives)
  if (!owner.ok) return owner
  const isFreed = owner.value === null && answer.alias?.proof.depth === mapDepth
  const found = { owner: owner.value, isFreed, head: head.value }
  if (found.owner === null) return nobody(answer, found)
  const state = stateOf({ owner: found.owner, answer, want, head: head.value }, primitives)
  if (!state.ok) return state
  const { counting, pending } = state.value
  const isOpen = counting !== null && counting.recipient !== null
  return value({ ...found, entry: isOpen ? counting : null, pending, history: answer.entries })
}

type Found = Pick<Lookup, 'owner' | 'isFreed' | 'head'>

function nobody({ entries, proof, earlier }: DirectoryAnswer, found: Found): Checked {
  const isEmpty = entries.length === 0 && proof === null && earlier === null
  return isEmpty
    ? value({ ...found, entry: null, pending: null, history: [] })
    : failed('answer-form')
}

/** The chain, once it is proven to be what stands at the owner's label. */
function stateOf(checking: Checking, primitives: Primitives): Result<ChainState, LookupFault> {
  const { owner, answer, want } = checking
  if (!isProven(checking, primitives)) return failed('entries-unproven')
  const matured = maturedThrough(checking, primitives)
  if (!matured.ok) return matured
  const wanted = { owner, host: want.trust.host, maturedThrough: matured.value }
  return checkChain(answer.entries, wanted, primitives)
}

interface Checking {
  readonly owner: string
  readonly answer: DirectoryAnswer
  readonly want: LookupWant
  readonly head: LoggedHead
}

function readAnswer(input: unknown): DirectoryAnswer | null {
  if (typeof input !== 'object' || input === null) return null
  const answer = input as DirectoryAnswer
  return answer.v === 1 && isAsked(answer) && areRead(answer) && isEarlier(answer.earlier)
    ? answer
    : null
}

function isAsked({ owner, head, alias }: DirectoryAnswer): boolean {
  if (typeof owner !== 'string' || typeof head !== 'string') return false
  return isOwner(owner) ? alias === null : isIdentifier(owner) && isAlias(alias)
}

function areRead({ entries, proof }: DirectoryAnswer): boolean {
  if (!Array.isArray(entries) || entries.length > entryLimits.entries) return false
  const isProof = proof === null || readMapProof(proof) !== null
  return isProof && entries.every((entry) => readEntry(entry) !== null)
}

function isAlias(alias: DirectoryAnswer['alias']): boolean {
  if (typeof alias !== 'object' || alias === null) return false
  const isNamed = alias.owner === null || (typeof alias.owner === 'string' && isOwner(alias.owner))
  return isNamed && readMapProof(alias.proof) !== null
}

function isEarlier(earlier: EarlierState | null): boolean {
  if (earlier === null) return true
  if (typeof earlier !== 'object') return false
  const { head, sequence, proof, alias } = earlier
  const isNumber = Number.isSafeInteger(sequence) && sequence >= -1
  const isRead = readMapProof(proof) !== null && isEarlierAlias(alias)
  return typeof head === 'string' && isNumber && isRead
}

function isEarlierAlias(alias: EarlierState['alias']): boolean {
  if (alias === null) return true
  if (typeof alias !== 'object') return false
  return typeof alias.isThere === 'boolean' && readMapProof(alias.proof) !== null
}

function freshHead(
  proof: string,
  { trust, now }: LookupWant,
  primitives: Primitives
): Result<LoggedHead, LookupFault> {
  const head = verifyHead(proof, trust, primitives)
  if (!head.ok) return head
  const age = seconds(now) - head.value.loggedAt
  if (age > headAgeMaxHours * 3600) return failed('head-stale')
  return age < -skewSeconds ? failed('head-ahead') : head
}

function ownerOf(
  { owner, alias }: DirectoryAnswer,
  head: LoggedHead,
  primitives: Primitives
): Result<string | null, 'alias-unproven'> {
  if (alias === null) return value(owner)
  const stands =
    alias.owner === null ? nobodyAt(alias.proof, primitives) : aliasValue(alias.owner, primitives)
  const claim = { label: labelOf(owner, primitives), value: stands, root: rootOf(head) }
  return verifyMapProof(claim, alias.proof, primitives)
    ? value(alias.owner)
    : failed('alias-unproven')
}

/** An identifier is nobody's where nothing stands at its label, or the mark that it was freed. */
function nobodyAt({ depth }: MapProof, primitives: Primitives): Uint8Array | null {
  return depth === mapDepth ? freedValue(primitives) : null
}

/** What stands at an owner's label is the hash of the last entry; nothing where there is none. */
function isProven({ owner, answer, head }: Checking, primitives: Primitives): boolean {
  const { entries, proof } = answer
  const label = labelOf(owner, primitives)
  const stands = valueOf(entries.at(-1), primitives)
  return (
    proof !== null &&
    verifyMapProof({ label, value: stands, root: rootOf(head) }, proof, primitives)
  )
}

function valueOf(entry: DirectoryEntry | undefined, primitives: Primitives): Uint8Array | null {
  return entry === undefined ? null : fromBase64(entryHash(entry, primitives))
}

/**
 * The newest entry that the log shows to be as old as a recovery must be; -1: none. That an earlier head
 * shows the same history, or none yet, is asked of every answer.
 */
function maturedThrough(checking: Checking, primitives: Primitives): Result<number, LookupFault> {
  const { answer, want, head } = checking
  const { earlier, entries } = answer
  if (entries.length === 0) return earlier === null ? value(-1) : failed('answer-form')
  if (earlier === null) return failed('earlier-unproven')
  const old = verifyHead(earlier.head, want.trust, primitives)
  if (!old.ok || old.value.number > head.number) return failed('earlier-unproven')
  const isOld = seconds(want.now) - old.value.loggedAt >= recoveryWaitHours * 3600
  // The first head of all is the beginning of every history.
  if (!isOld && old.value.number !== 1) return failed('earlier-too-new')
  if (!stoodThen(checking, earlier, { root: rootOf(old.value), primitives })) {
    return failed('earlier-unproven')
  }
  return value(isOld ? earlier.sequence : -1)
}

function stoodThen(
  { owner, answer }: Checking,
  earlier: EarlierState,
  { root, primitives }: { readonly root: Uint8Array; readonly primitives: Primitives }
): boolean {
  const entry = answer.entries[earlier.sequence]
  if (entry === undefined && earlier.sequence !== -1) return false
  const own = { label: labelOf(owner, primitives), value: valueOf(entry, primitives), root }
  if (!verifyMapProof(own, earlier.proof, primitives)) return false
  if (answer.alias === null) return earlier.alias === null
  if (earlier.alias === null) return false
  const { isThere, proof } = earlier.alias
  const stands = isThere ? aliasValue(owner, primitives) : nobodyAt(proof, primitives)
  const alias = { label: labelOf(answer.owner, primitives), value: stands, root }
  return verifyMapProof(alias, earlier.alias.proof, primitives)
}

function seconds(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000)
}
