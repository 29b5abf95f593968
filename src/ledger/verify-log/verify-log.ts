import {
  type Checkpoint,
  type Trust,
  hashBytes,
  parseCheckpoint,
  sameBytes,
  tileWidth,
  tileWidthAt,
  toBase64
} from '../../kernel/tlog/index.ts'
import {
  type PolicyFrom,
  believe,
  demandAnnouncedKey,
  noteBytesMax,
  policyFor
} from './believe-log.ts'
import { blame } from './blame.ts'
import { LogFault, type LogFaultCode, LogTrouble } from './log-fault.ts'
import type { LogFaultDetail, LogTroubleCode } from './log-fault.ts'
import { type LogSource, logSource } from './log-source.ts'
import { type EarlierHead, LogWalk, demandTile, leavesOf } from './log-walk.ts'
import type { PreviousLog } from './read-control.ts'
import { readBundle, readTile } from './read-tiles.ts'
import { type Progress, type VerifiedState, VerifiedLogs } from './verified-state.ts'

/** How a log is looked through. */
export interface VerifyLogOptions {
  /** Text of a policy (C2SP tlog-policy); `null`: that of the first look, or what the log itself serves. */
  readonly policy: string | null
  /** Folder in which it is remembered what was verified. */
  readonly folder: string
  /** Told after each bundle. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What was found of a log that is what it says. */
export interface LogReport {
  readonly origin: string
  readonly size: number
  /** Base64. */
  readonly root: string
  readonly kinds: Progress['kinds']
  /** Time of the last entry, POSIX seconds; `null` for an empty log. */
  readonly latest: number | null
  readonly trust: Trust
  /** Size that was verified before; `null` at the first look. */
  readonly before: number | null
  readonly policyFrom: PolicyFrom
  readonly frozen: boolean
}

/** What came of it. */
export type LogVerdict =
  | { readonly verdict: 'verified'; readonly report: LogReport }
  | {
      readonly verdict: 'fault'
      readonly code: LogFaultCode
      readonly detail: LogFaultDetail
      /** Files that show it to everyone else. */
      readonly evidence: readonly string[]
    }
  | { readonly verdict: 'trouble'; readonly code: LogTroubleCode; readonly message: string }

const ahead = 8
const bundlesBetweenSaves = 64

/**
 * Looks through a whole log from outside: every entry, every tile, the root, the signatures, and whether
 * it still says what it said at the last look. What was looked through is remembered, so a later look goes
 * on from there; so does one after a break.
 * @param address - `https://desk.example/log`, or a folder of published files.
 */
export async function verifyLog(address: string, options: VerifyLogOptions): Promise<LogVerdict> {
  const logs = new VerifiedLogs(options.folder)
  let origin = address
  try {
    const source = logSource(address)
    const checkpoint = await readCheckpoint(source)
    origin = checkpoint.origin
    const look = await begin({ source, address, checkpoint, logs }, options)
    const report = await goThrough(look, options).catch(async (error: unknown) => {
      // What led to a fault is not gone on from: the log may be mended.
      if (error instanceof LogFault) await logs.write({ ...look.state, progress: null })
      throw error
    })
    return { verdict: 'verified', report }
  } catch (error) {
    if (error instanceof LogTrouble) {
      return { verdict: 'trouble', code: error.code, message: error.message }
    }
    if (!(error instanceof LogFault)) throw error
    const evidence = await logs.keepEvidence(origin, error.evidence)
    return { verdict: 'fault', code: error.code, detail: error.detail, evidence }
  }
}

async function readCheckpoint(source: LogSource): Promise<ReadCheckpoint> {
  const bytes = await source.read('checkpoint', noteBytesMax)
  if (bytes === null) throw new LogTrouble('unreachable', 'there is no checkpoint')
  const checkpoint = parseCheckpoint(bytes)
  if (!checkpoint.ok) throw new LogFault('checkpoint-unreadable', { reason: checkpoint.reason })
  return { ...checkpoint.value, noteText: new TextDecoder().decode(bytes) }
}

interface ReadCheckpoint extends Checkpoint {
  /** As it was published. */
  readonly noteText: string
}

/** One look through a log, begun. */
interface Look {
  readonly source: LogSource
  readonly logs: VerifiedLogs
  readonly checkpoint: ReadCheckpoint
  readonly trust: Trust
  readonly state: VerifiedState
  readonly heads: readonly EarlierHead[]
  readonly policyFrom: PolicyFrom
}

async function begin(
  at: { source: LogSource; address: string; checkpoint: ReadCheckpoint; logs: VerifiedLogs },
  options: VerifyLogOptions
): Promise<Look> {
  const { checkpoint, logs, source } = at
  const known = await logs.read(checkpoint.origin)
  const policy = await policyFor(at, options.policy, known)
  const trust = believe(checkpoint, policy.text, known)
  const remembered = known === null ? [] : headsOf(known)
  for (const head of remembered) demandGrowth(head, checkpoint)
  const { origin, size, noteText } = checkpoint
  const state: VerifiedState = {
    v: 1,
    origin,
    policy: policy.text,
    verified: known?.verified ?? null,
    seen: { size, root: toBase64(checkpoint.root), checkpoint: noteText },
    progress: known?.progress ?? null
  }
  // From here on the log is held to this checkpoint, whatever becomes of this look.
  await logs.write(state)
  const heads = remembered.filter((head) => head.size < size)
  return { source, logs, checkpoint, trust, state, heads, policyFrom: policy.from }
}

function headsOf({ verified, seen }: VerifiedState): EarlierHead[] {
  return [verified ?? [], seen ?? []].flat()
}

function demandGrowth(head: EarlierHead, now: ReadCheckpoint): void {
  const detail = { size: head.size, nowSize: now.size }
  if (now.size < head.size) throw new LogFault('checkpoint-shrank', detail, bothNotes(head, now))
  if (now.size === head.size && toBase64(now.root) !== head.root) {
    throw new LogFault('fork', detail, bothNotes(head, now))
  }
}

/** The two signed notes that cannot both be of one log. */
function bothNotes(head: EarlierHead, now: ReadCheckpoint): Record<string, string> {
  return {
    [`contradiction-${String(head.size)}-earlier.txt`]: head.checkpoint,
    [`contradiction-${String(head.size)}-now.txt`]: now.noteText
  }
}

async function goThrough(look: Look, { onProgress }: VerifyLogOptions): Promise<LogReport> {
  const { checkpoint, logs, state, heads } = look
  let aligned = state.progress ?? state.verified?.progress ?? null
  const walk = new LogWalk(checkpoint.origin, aligned, heads)
  for await (const bundle of bundlesFrom(look, walk.size)) {
    await takeBundle(look, walk, bundle)
    if (walk.size % tileWidth === 0) aligned = walk.progress()
    if ((bundle.index + 1) % bundlesBetweenSaves === 0) {
      await logs.write({ ...state, progress: aligned })
    }
    onProgress?.(walk.size, checkpoint.size)
  }
  for (const tile of walk.partialTiles()) {
    if (tile.level > 0) demandTile(tile, await readTile(look.source, tile))
  }
  if (!sameBytes(walk.root(), checkpoint.root)) {
    throw new LogFault('root-mismatch', { size: checkpoint.size })
  }
  demandAnnouncedKey(checkpoint, walk.keys)
  await demandPrevious(look, walk.previous)
  const root = toBase64(checkpoint.root)
  const head = { size: checkpoint.size, root, checkpoint: checkpoint.noteText }
  const verified = { ...head, keys: [...(walk.keys ?? [])], progress: aligned }
  await logs.write({ ...state, verified, progress: null })
  return reportOf(look, walk)
}

/** What this log says of the one before must agree with what was verified of that one. */
async function demandPrevious(
  { logs, checkpoint }: Look,
  previous: PreviousLog | null
): Promise<void> {
  const head = previous === null ? null : (await logs.read(previous.origin))?.verified
  if (previous === null || head == null || head.size < previous.size) return
  if (head.size === previous.size && head.root === previous.root) return
  const detail = { size: head.size, nowSize: previous.size }
  throw new LogFault('fork', detail, bothNotes(head, checkpoint))
}

function reportOf({ checkpoint, state, trust, policyFrom }: Look, walk: LogWalk): LogReport {
  const { latest, kinds, frozen } = walk.progress()
  return {
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: toBase64(checkpoint.root),
    kinds,
    latest: checkpoint.size === 0 ? null : latest,
    trust,
    before: state.verified?.size ?? null,
    policyFrom,
    frozen
  }
}

interface Bundle {
  readonly index: number
  readonly width: number
  readonly entries: readonly Uint8Array[]
  /** Hashes of the tile of level 0 beside it. */
  readonly tile: Uint8Array
}

/** The bundles from a size on, some of them asked for ahead. */
async function* bundlesFrom(look: Look, from: number): AsyncGenerator<Bundle> {
  const { source, checkpoint } = look
  const first = Math.floor(from / tileWidth)
  const last = Math.ceil(checkpoint.size / tileWidth)
  const read = async (index: number): Promise<Bundle> => {
    const width = tileWidthAt(checkpoint.size, 0, index)
    const [entries, tile] = await Promise.all([
      readBundle(source, { index, width }),
      readTile(source, { level: 0, index, width })
    ])
    return { index, width, entries, tile }
  }
  const asked: Promise<Bundle>[] = []
  for (let index = first; index < last; index++) {
    for (let next = index + asked.length; next < Math.min(last, index + ahead); next++) {
      const bundle = read(next)
      // Its turn to be awaited comes later; a fault until then is no unhandled one.
      bundle.catch(() => {})
      asked.push(bundle)
    }
    const bundle = asked.shift()
    if (bundle !== undefined) yield await bundle
  }
}

async function takeBundle(look: Look, walk: LogWalk, bundle: Bundle): Promise<void> {
  const leaves = leavesOf(bundle.entries)
  const wrong = leaves.findIndex(
    (leaf, i) => !sameBytes(leaf, bundle.tile.subarray(i * hashBytes, (i + 1) * hashBytes))
  )
  if (wrong >= 0) throw await blame(look, walk, { ...bundle, leaves, wrong })
  for (const tile of takeEntries(look, walk, { entries: bundle.entries, leaves })) {
    demandTile(tile, await readTile(look.source, tile))
  }
}

/** Where the tree is no longer the one signed before, both signed notes go with the fault. */
function takeEntries(
  { heads, checkpoint }: Look,
  walk: LogWalk,
  of: { entries: readonly Uint8Array[]; leaves: readonly Uint8Array[] }
) {
  try {
    return walk.take(of.entries, of.leaves)
  } catch (error) {
    const head =
      error instanceof LogFault && error.code === 'fork'
        ? heads.find(({ size }) => size === error.detail.size)
        : undefined
    if (head === undefined) throw error
    const detail = { size: head.size, nowSize: checkpoint.size }
    throw new LogFault('fork', detail, bothNotes(head, checkpoint))
  }
}
