import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeEntry } from '../kernel/tlog/index.ts'
import type { Context, Db } from '../platform/index.ts'
import {
  type LeafCount,
  entriesOfType,
  leafCountsThatDiffer,
  rowsBeyondHead,
  shardsInRows
} from './check-rows-store.ts'
import { markOf, readErasures } from './erase-evidence.ts'
import type { LogDifference } from './log-difference.ts'
import { partsOf } from './log-name.ts'
import { listLogs } from './log-store.ts'
import { signerFolder } from './signer/address.ts'
import { readState } from './signer/state-file.ts'

/**
 * Shards that rows, published files or the signer know, and that have no row of their own: everything
 * else hangs on that row.
 */
export async function missingShards(context: Context): Promise<string[]> {
  const known = new Set((await listLogs(context.db)).map(({ log }) => log))
  const named = [
    ...(await shardsInRows(context.db, [...known])),
    ...(await filesNamed(join(context.config.dataFolder, 'log'), '')),
    ...(await signedShards(signerFolder(context.config.dataFolder)))
  ]
  return [...new Set(named)].filter((name) => !known.has(name)).toSorted()
}

async function filesNamed(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, name.length - ending.length))
    .filter((name) => partsOf(name) !== null)
}

/** The signer has a state for a shard before it is opened; one that it signed was there. */
async function signedShards(folder: string): Promise<string[]> {
  const signed: string[] = []
  for (const name of await filesNamed(folder, '.state')) {
    const state = await readState(folder, name).catch(() => null)
    if (state !== null && state.size > 0) signed.push(name)
  }
  return signed
}

/**
 * Entries whose facts are not all there. What was brought back from the files of a lost database is said
 * by a repair entry: the facts of its sealed entries stay lost, unless a later backup turns up.
 */
export async function checkLeafCounts(db: Db, log: string): Promise<LogDifference[]> {
  const repairs = await repairsOf(db, log)
  const isRepaired = (index: number) => repairs.some(({ from, to }) => index >= from && index < to)
  return (await leafCountsThatDiffer(db, log)).flatMap((count) => {
    const what = countFault(count, isRepaired(count.index))
    return what === null ? [] : [{ what, log, at: `entry ${String(count.index)}` }]
  })
}

/** Where a shard was brought back from the files, as its own entries say. */
async function repairsOf(db: Db, log: string): Promise<{ from: number; to: number }[]> {
  return (await entriesOfType(db, log, 'repair')).flatMap((bytes) => {
    const entry = decodeEntry(bytes)
    if (!entry.ok || entry.value.kind !== 'control') return []
    const body: unknown = JSON.parse(Buffer.from(entry.value.body).toString())
    const { from, to } = (body ?? {}) as { from?: unknown; to?: unknown }
    return typeof from === 'number' && typeof to === 'number' ? [{ from, to }] : []
  })
}

function countFault({ kind, commitments, leaves }: LeafCount, isRepaired: boolean): string | null {
  if (kind === 4) return 'leaf-misplaced'
  if (kind === 1) return isRepaired && leaves === 0 ? null : 'entry-without-leaf'
  if (commitments === null) {
    return isRepaired && leaves === 0 ? 'commitments-lost' : 'commitments-missing'
  }
  return 'commitment-without-leaf'
}

/** Rows of entries and tiles that the head does not reach. */
export async function checkBeyondHead(db: Db, log: string): Promise<LogDifference[]> {
  const beyond = await rowsBeyondHead(db, log)
  return beyond.map((at) => ({ what: 'rows-beyond-head', log, at }))
}

/** Tells whether the erasure of a subject is in the list outside the database. */
export async function erasureList(
  context: Context
): Promise<(bucket: number, subject: string) => boolean> {
  const erased = await readErasures(context.config.dataFolder)
  return (bucket, subject) => erased.has(markOf(bucket, subject))
}
