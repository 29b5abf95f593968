import { type Primitives, portablePrimitives } from '../tlog/index.ts'
import { type DirectoryEntry, type EntryReason, entryHash } from './entry.ts'
import { type Lookup, type LookupFault, type LookupWant, verifyLookup } from './lookup.ts'

/** What a device, an SDK or an agent remembers of what it was shown; JSON, kept by the caller. */
export interface DirectoryPin {
  readonly v: 1
  /** Who was meant by what was asked for; `null`: nobody then. */
  readonly owner: string | null
  /** The last entry that was shown, and the one that counted. */
  readonly last: PinnedEntry | null
  readonly counting: PinnedEntry | null
  /** The newest head of the directory, of whatever lookup. */
  readonly head: PinnedHead
}

/** An entry as it was shown. */
export interface PinnedEntry {
  readonly sequence: number
  readonly hash: string
}

/** A head as it was shown. */
export interface PinnedHead {
  readonly number: number
  readonly root: string
  readonly entries: number
  readonly labels: number
  readonly loggedAt: number
}

/** Why an answer that is right by itself is not the continuation of what was shown before. */
export type PinFault =
  | 'pin-head-rolled-back'
  | 'pin-head-fork'
  | 'pin-owner-changed'
  | 'pin-entries-dropped'
  | 'pin-entries-differ'
  | 'pin-entry-annulled'

/** What is known of the keys of whom one writes to. */
export type CheckedRecipient =
  | {
      readonly ok: true
      /** To whom letters are sealed now; `null`: nobody, no key yet, or closed. */
      readonly recipient: string | null
      /** Keys that sign what they send. */
      readonly keys: readonly string[]
      readonly entry: DirectoryEntry | null
      readonly pending: DirectoryEntry | null
      /** Entries that were not there when it was last looked; all of them the first time. */
      readonly news: readonly DirectoryEntry[]
      /** How the keys that count came to be others than those of the pin; `null`: they are the same. */
      readonly changed: EntryReason | null
      readonly lookup: Lookup
      /** What to keep instead of the pin. */
      readonly pin: DirectoryPin
    }
  | { readonly ok: false; readonly fault: LookupFault | PinFault }

/**
 * Checks an answer by itself, and against what was shown before: the one check of a sender's browser,
 * of the SDK and of the agent. No letter may be sealed to any other recipient than this gives.
 * @param pinned - What was kept of the last answer for the same `want.owner`.
 * @param newest - The newest head that was shown in any answer, where the caller keeps one.
 */
export function checkedRecipient(
  answer: unknown,
  want: LookupWant & { readonly newest?: PinnedHead | null },
  pinned: DirectoryPin | null = null
): CheckedRecipient {
  const primitives = want.primitives ?? portablePrimitives
  const read = verifyLookup(answer, want)
  if (!read.ok) return read
  const { ok: _ok, ...lookup } = read
  const fault = continuationFault(lookup, { newest: want.newest ?? null, pinned, primitives })
  if (fault !== null) return { ok: false, fault }
  const { entry, pending, history } = lookup
  const pin = pinOf(lookup, primitives)
  return {
    ok: true,
    ...(entry === null ? { recipient: null, keys: [] } : { ...keysOf(entry) }),
    entry,
    pending,
    news: history.slice((pinned?.last?.sequence ?? -1) + 1),
    changed: changeOf(entry, pinned, pin),
    lookup,
    pin
  }
}

function keysOf({ recipient, keys }: DirectoryEntry): Pick<DirectoryEntry, 'recipient' | 'keys'> {
  return { recipient, keys }
}

interface Known {
  readonly newest: PinnedHead | null
  readonly pinned: DirectoryPin | null
  readonly primitives: Primitives
}

function continuationFault(lookup: Lookup, { newest, pinned, primitives }: Known): PinFault | null {
  const heads = headFault(lookup, newest) ?? headFault(lookup, pinned?.head ?? null)
  return heads ?? (pinned === null ? null : pinFault(lookup, pinned, primitives))
}

function headFault({ head }: Lookup, pinned: PinnedHead | null): PinFault | null {
  if (pinned === null) return null
  if (head.number === pinned.number) {
    return head.root === pinned.root ? null : 'pin-head-fork'
  }
  const isOlder = head.number < pinned.number || head.loggedAt < pinned.loggedAt
  const isSmaller = head.entries < pinned.entries || head.labels < pinned.labels
  return isOlder || isSmaller ? 'pin-head-rolled-back' : null
}

function pinFault(lookup: Lookup, pinned: DirectoryPin, primitives: Primitives): PinFault | null {
  const { owner, history, entry } = lookup
  // That an identifier was freed gives nobody's key to anybody: nothing is sealed then.
  if (lookup.isFreed) return null
  if (pinned.owner !== null && owner !== pinned.owner) return 'pin-owner-changed'
  const { last, counting } = pinned
  if (last !== null) {
    const same = history[last.sequence]
    if (same === undefined) return 'pin-entries-dropped'
    if (entryHash(same, primitives) !== last.hash) return 'pin-entries-differ'
  }
  // What counted once was either followed by its own successor, or still counts.
  const isBehind = counting !== null && entry !== null && entry.sequence < counting.sequence
  if (isBehind || wasUndone(lookup, counting)) return 'pin-entry-annulled'
  return null
}

/** A recovery that counted already cannot be stopped any more. */
function wasUndone({ history }: Lookup, counting: PinnedEntry | null): boolean {
  if (counting === null || history[counting.sequence]?.reason !== 'recovered') return false
  return history[counting.sequence + 1]?.reason === 'stopped'
}

function pinOf({ owner, entry, history, head }: Lookup, primitives: Primitives): DirectoryPin {
  const pinned = (of: DirectoryEntry | null | undefined): PinnedEntry | null =>
    of == null ? null : { sequence: of.sequence, hash: entryHash(of, primitives) }
  const { number, root, entries, labels, loggedAt } = head
  return {
    v: 1,
    owner,
    last: pinned(history.at(-1)),
    counting: pinned(entry),
    head: { number, root, entries, labels, loggedAt }
  }
}

function changeOf(
  entry: DirectoryEntry | null,
  pinned: DirectoryPin | null,
  pin: DirectoryPin
): EntryReason | null {
  if (pinned === null || pin.counting?.hash === pinned.counting?.hash) return null
  return entry?.reason ?? 'closed'
}
