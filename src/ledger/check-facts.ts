import { type LogEntry, decodeEntry, sameBytes } from '../kernel/tlog/index.ts'
import type { Db } from '../platform/index.ts'
import type { LogDifference } from './log-difference.ts'
import {
  type CheckedLeaf,
  countFacts,
  entriesByIndex,
  factsLoggedTwice,
  factsWithoutLeaf,
  leavesAfter
} from './check-store.ts'
import { commitmentOfFact } from './draft-entries.ts'
import type { EntryRow } from './entry-store.ts'
import { listLogs } from './log-store.ts'
import { commitmentsOf } from './receipt-of.ts'
import { publicBodyOf } from './statement.ts'

const leavesAtOnce = 2000
const differencesMax = 100
const lowestId = '00000000-0000-0000-0000-000000000000'

/** Holds every fact against its leaf, and every leaf against its fact. */
export async function checkFacts(db: Db): Promise<{ facts: number; differences: LogDifference[] }> {
  const differences: LogDifference[] = []
  for (const id of await factsWithoutLeaf(db, differencesMax)) {
    differences.push({ what: 'fact-without-leaf', log: null, at: id })
  }
  for (const id of await factsLoggedTwice(db, differencesMax)) {
    differences.push({ what: 'fact-logged-twice', log: null, at: id })
  }
  for (const { log } of await listLogs(db)) differences.push(...(await checkLeaves(db, log)))
  return { facts: await countFacts(db), differences }
}

async function checkLeaves(db: Db, log: string): Promise<LogDifference[]> {
  const differences: LogDifference[] = []
  for (let after = lowestId; differences.length < differencesMax;) {
    const leaves = await leavesAfter(db, log, { after, most: leavesAtOnce })
    const indices = [...new Set(leaves.map(({ index }) => index))]
    const entries = await entriesByIndex(db, log, indices)
    for (const leaf of leaves) {
      const what = leafFault(leaf, entries.get(leaf.index))
      if (what !== null) differences.push({ what, log, at: leaf.id })
    }
    if (leaves.length < leavesAtOnce) return differences
    after = leaves.at(-1)?.id ?? after
  }
  return differences
}

function leafFault(leaf: CheckedLeaf, row: EntryRow | undefined): string | null {
  const { fact, key, place } = leaf
  if (fact === null) return 'leaf-without-fact'
  const entry = row === undefined ? null : decodeEntry(row.entry)
  if (row === undefined || !entry?.ok) return 'leaf-without-entry'
  if (place === null) return isPublished(entry.value, publicBodyOf(fact)) ? null : 'fact-edited'
  const commitment = commitmentsOf(row)[place]
  if (commitment === undefined) return 'leaf-misplaced'
  // What was erased can no longer be held against anything.
  if (key === null) return null
  return sameBytes(commitment, commitmentOfFact(fact, key)) ? null : 'fact-edited'
}

function isPublished(entry: LogEntry, body: string): boolean {
  return entry.kind === 'public' && Buffer.from(entry.body).toString() === body
}
