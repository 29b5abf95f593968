import {
  type ChainFault,
  type ChainState,
  type DirectoryEntry,
  checkChain,
  keyNameEnd,
  recoveryWaitHours
} from '../../kernel/directory/index.ts'
import { parseVerifierKey, type Result } from '../../kernel/tlog/index.ts'
import type { Db } from '../../platform/index.ts'
import { type KeptEntry, entriesOf } from './entry-store.ts'
import { headsUntil } from './head-store.ts'

/** The entries of an owner, and how they stand by this desk's own clock. */
export interface OwnState {
  readonly kept: readonly KeptEntry[]
  readonly state: ChainState
}

/** The newest entry among some that is old enough for a recovery to count; -1: none. */
export async function maturedAmong(
  db: Db,
  kept: readonly KeptEntry[],
  now: Temporal.Instant
): Promise<number> {
  if (!kept.some(({ entry }) => entry.reason === 'recovered')) return -1
  const [old] = await headsUntil(db, now.subtract({ hours: recoveryWaitHours }), 1)
  const within = kept.filter(({ head }) => head !== null && head <= (old?.number ?? 0))
  return within.at(-1)?.entry.sequence ?? -1
}

/** Checks a chain as those who look it up do, all but the log. */
export function judgeChain(
  entries: readonly DirectoryEntry[],
  maturedThrough: number
): Result<ChainState, ChainFault> {
  const [first] = entries
  const owner = first?.owner ?? ''
  return checkChain(entries, { owner, host: hostOf(first), maturedThrough })
}

/** The installation that the first keys of an owner name; whoever asks checks that it is the right one. */
function hostOf(first: DirectoryEntry | undefined): string {
  const key = parseVerifierKey(first?.keys[0] ?? '')
  const end = `/${keyNameEnd(first?.owner ?? '') ?? ''}`
  return key.ok && key.value.name.endsWith(end) ? key.value.name.slice(0, -end.length) : ''
}

/** What stands for an owner, published or not; `null` where nobody ever enrolled. */
export async function readState(
  db: Db,
  owner: string,
  now: Temporal.Instant
): Promise<OwnState | null> {
  const kept = await entriesOf(db, owner)
  if (kept.length === 0) return null
  const entries = kept.map(({ entry }) => entry)
  const state = judgeChain(entries, await maturedAmong(db, kept, now))
  if (!state.ok) throw new Error(`the chain of ${owner} is broken: ${state.reason}`)
  return { kept, state: state.value }
}
