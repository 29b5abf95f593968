import { epochOf } from '../reading/plain-time.ts'
import {
  type Primitives,
  type Result,
  failed,
  parseVerifierKey,
  portablePrimitives,
  value
} from '../tlog/index.ts'
import { type DirectoryEntry, entryHash, entryLimits, recoveryWaitHours } from './entry.ts'
import { keyNameEnd } from './owner.ts'
import { isSignedByAll } from './sign-entry.ts'

/** Why entries are not the history of an owner's keys. */
export type ChainFault =
  | 'chain-too-long'
  | 'entry-other-owner'
  | 'entry-order'
  | 'entry-name'
  | 'entry-signature'
  | 'recovery-too-early'

/** What the history of an owner says. */
export interface ChainState {
  /** The entry that counts for whoever writes to the owner; `null` before the first. */
  readonly counting: DirectoryEntry | null
  /** A recovery that does not count yet, or was not shown to be old enough. */
  readonly pending: DirectoryEntry | null
}

/** What a chain is checked against. */
export interface ChainWant {
  readonly owner: string
  /** Name of the installation, as the names of keys begin. */
  readonly host: string
  /** Sequence of the newest entry that stood in the log when a recovery's wait began; -1: none. */
  readonly maturedThrough: number
}

interface Walk extends ChainState {
  /** What counted before the recovery that is the last entry; `null` where the last is none. */
  readonly before: DirectoryEntry | null
  readonly last: DirectoryEntry | null
}

/**
 * Checks the whole history of an owner: that each entry names the one before, bears the signatures that
 * its reason asks for, and that no recovery is taken for more than it is.
 * @see docs/specs/key-directory.md §2
 */
export function checkChain(
  entries: readonly DirectoryEntry[],
  want: ChainWant,
  primitives: Primitives = portablePrimitives
): Result<ChainState, ChainFault> {
  if (entries.length > entryLimits.entries) return failed('chain-too-long')
  let walk: Walk = { counting: null, pending: null, before: null, last: null }
  for (const entry of entries) {
    const next = step(walk, entry, { want, primitives })
    if (!next.ok) return next
    walk = next.value
  }
  return value({ counting: walk.counting, pending: walk.pending })
}

interface StepContext {
  readonly want: ChainWant
  readonly primitives: Primitives
}

type Step = Result<Walk, ChainFault>

function step(walk: Walk, entry: DirectoryEntry, context: StepContext): Step {
  const misplaced = placeFault(walk, entry, context)
  if (misplaced !== null) return failed(misplaced)
  if (walk.last === null) return first(entry, context.primitives)
  if (entry.reason === 'recovered') return recovered(walk, entry, context)
  if (entry.reason === 'rotated') return rotated(walk, entry, context)
  if (entry.reason === 'stopped') return stopped(walk, entry)
  return entry.reason === 'closed' ? closed(walk, entry, context.primitives) : failed('entry-order')
}

/** Whether an entry stands where it says, whatever it is. */
function placeFault(
  walk: Walk,
  entry: DirectoryEntry,
  { want, primitives }: StepContext
): ChainFault | null {
  const { last } = walk
  if (entry.owner !== want.owner) return 'entry-other-owner'
  const previous = last === null ? null : entryHash(last, primitives)
  if (entry.sequence !== sequenceAfter(last) || entry.previous !== previous) return 'entry-order'
  if (last !== null && instant(entry) < instant(last)) return 'entry-order'
  if ((entry.recipient === null) !== isClosing(walk, entry)) return 'entry-order'
  return areNamed(entry, want) ? null : 'entry-name'
}

function sequenceAfter(last: DirectoryEntry | null): number {
  return last === null ? 0 : last.sequence + 1
}

/** Only what closes has no keys; and what goes on with something closed. */
function isClosing({ before }: Walk, { reason }: DirectoryEntry): boolean {
  return reason === 'closed' || (reason === 'stopped' && before?.recipient === null)
}

function areNamed(entry: DirectoryEntry, { owner, host }: ChainWant): boolean {
  const name = `${host}/${keyNameEnd(owner) ?? ''}`
  return entry.keys.every((text) => {
    const key = parseVerifierKey(text)
    return key.ok && key.value.name === name
  })
}

function first(entry: DirectoryEntry, primitives: Primitives): Step {
  if (entry.reason !== 'enrolled') return failed('entry-order')
  return isSignedByAll(entry, entry.keys, primitives) ? counts(entry) : failed('entry-signature')
}

function counts(entry: DirectoryEntry): Step {
  return value({ counting: entry, pending: null, before: null, last: entry })
}

/** Its own keys sign; those of before are lost. So it waits, and whoever has them can undo it. */
function recovered(walk: Walk, entry: DirectoryEntry, { want, primitives }: StepContext): Step {
  if (!isSignedByAll(entry, entry.keys, primitives)) return failed('entry-signature')
  const before = isOpenRecovery(walk, entry) ? walk.before : walk.counting
  if (!isOpenRecovery(walk, entry) && walk.pending !== null) return failed('recovery-too-early')
  const isOld = entry.sequence <= want.maturedThrough
  return isOld
    ? value({ counting: entry, pending: null, before, last: entry })
    : value({ counting: before, pending: entry, before, last: entry })
}

/** Whether the last entry is a recovery that could still be undone as this one was made. */
function isOpenRecovery({ before, last }: Walk, entry: DirectoryEntry): boolean {
  if (before === null || last === null) return false
  return instant(entry) - instant(last) < recoveryWaitHours * 3_600_000
}

function rotated(walk: Walk, entry: DirectoryEntry, { primitives }: StepContext): Step {
  const isOpen = isOpenRecovery(walk, entry)
  // A recovery that was never shown to be old gives nobody the right to sign.
  if (!isOpen && walk.pending !== null) return failed('recovery-too-early')
  const by = isOpen ? walk.before : walk.counting
  if (by === null || by.recipient === null) return failed('entry-order')
  const isSigned = isSignedByAll(entry, [...entry.keys, ...by.keys], primitives)
  return isSigned ? counts(entry) : failed('entry-signature')
}

/** It says again what counted before: so it needs no signature, and gives nobody a new key. */
function stopped(walk: Walk, entry: DirectoryEntry): Step {
  const { before } = walk
  if (before === null) return failed('entry-order')
  if (!isOpenRecovery(walk, entry)) return failed('recovery-too-early')
  const isSame =
    entry.recipient === before.recipient && entry.keys.join('\n') === before.keys.join('\n')
  return isSame && entry.signatures.length === 0 ? counts(entry) : failed('entry-signature')
}

/** With the keys of before, or by the desk alone, which can only keep letters away by it. */
function closed(walk: Walk, entry: DirectoryEntry, primitives: Primitives): Step {
  const by = isOpenRecovery(walk, entry) ? walk.before : walk.counting
  if (by === null || by.recipient === null) return failed('entry-order')
  const isByDesk = entry.signatures.length === 0
  return isByDesk || isSignedByAll(entry, by.keys, primitives)
    ? counts(entry)
    : failed('entry-signature')
}

function instant({ at }: DirectoryEntry): number {
  return epochOf(at) ?? 0
}
