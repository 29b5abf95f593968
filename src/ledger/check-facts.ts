import { type LogEntry, decodeEntry, sameBytes } from '../kernel/tlog/index.ts'
import type { Context, Db } from '../platform/index.ts'
import { checkBeyondHead, checkLeafCounts, erasureList } from './check-rows.ts'
import { entriesWithOneLeaf } from './check-rows-store.ts'
import type { LogDifference } from './log-difference.ts'
import {
  type CheckedLeaf,
  countFacts,
  entriesByIndex,
  factsLoggedTwice,
  factsWaitingSince,
  factsWithoutLeaf,
  leavesAfter
} from './check-store.ts'
import { commitmentOfFact } from './draft-entries.ts'
import { companionOf } from './evidence-key-store.ts'
import type { EntryRow } from './entry-store.ts'
import { listLogs } from './log-store.ts'
import { promisedDelaySeconds } from './promise-note.ts'
import { commitmentsOf } from './receipt-of.ts'
import { publicBodyOf } from './statement.ts'

const leavesAtOnce = 2000
const differencesMax = 100
const lowestId = '00000000-0000-0000-0000-000000000000'

/** Holds every fact against its leaf, and every leaf against its fact. */
export async function checkFacts(
  context: Context
): Promise<{ facts: number; differences: LogDifference[] }> {
  const { db } = context
  const isErased = await erasureList(context)
  const differences: LogDifference[] = []
  for (const id of await factsWithoutLeaf(db, differencesMax)) {
    differences.push({ what: 'fact-without-leaf', log: null, at: id })
  }
  for (const id of await factsLoggedTwice(db, differencesMax)) {
    differences.push({ what: 'fact-logged-twice', log: null, at: id })
  }
  const due = context.clock.now().subtract({ seconds: promisedDelaySeconds })
  for (const id of await factsWaitingSince(db, due, differencesMax)) {
    differences.push({ what: 'fact-waits', log: null, at: id })
  }
  for (const { log } of await listLogs(db)) {
    differences.push(
      ...(await checkLeafCounts(db, log)),
      ...(await checkBeyondHead(db, log)),
      ...(await checkLeaves(db, log, isErased))
    )
  }
  return { facts: await countFacts(db), differences }
}

type IsErased = (bucket: number, subject: string) => boolean

async function checkLeaves(db: Db, log: string, isErased: IsErased): Promise<LogDifference[]> {
  const differences: LogDifference[] = []
  for (let after = lowestId; differences.length < differencesMax;) {
    const leaves = await leavesAfter(db, log, { after, most: leavesAtOnce })
    const indices = [...new Set(leaves.map(({ index }) => index))]
    const entries = await entriesByIndex(db, log, indices)
    for (const leaf of leaves) {
      const what = leafFault(leaf, entries.get(leaf.index), isErased)
      if (what !== null) differences.push({ what, log, at: leaf.id })
    }
    const joined = leaves.filter((leaf) => isJoined(leaf, entries.get(leaf.index)))
    const alone = await entriesWithOneLeaf(
      db,
      log,
      joined.map(({ index }) => index)
    )
    for (const index of alone) {
      differences.push({ what: 'commitment-without-leaf', log, at: `entry ${String(index)}` })
    }
    if (leaves.length < leavesAtOnce) return differences
    after = leaves.at(-1)?.id ?? after
  }
  return differences
}

function leafFault(
  leaf: CheckedLeaf,
  row: EntryRow | undefined,
  isErased: IsErased
): string | null {
  const { fact, key, place } = leaf
  if (fact === null) return 'leaf-without-fact'
  const entry = row === undefined ? null : decodeEntry(row.entry)
  if (row === undefined || !entry?.ok) return 'leaf-without-entry'
  if (place === null) return isPublished(entry.value, publicBodyOf(fact)) ? null : 'fact-edited'
  const commitment = commitmentsOf(row)[place]
  if (commitment === undefined) return 'leaf-misplaced'
  // What was erased can no longer be held against anything; but the list must say that it was, for
  // whoever takes a key away could then edit the fact unseen.
  if (key === null) return isErased(leaf.bucket, fact.subject) ? null : 'key-missing'
  return sameBytes(commitment, commitmentOfFact(fact, key)) ? null : 'fact-edited'
}

/**
 * Whether a leaf stands first of two with one that is not its companion: then there was a second fact.
 * Without the key nobody can tell.
 */
function isJoined({ fact, key, place }: CheckedLeaf, row: EntryRow | undefined): boolean {
  if (fact === null || key === null || place !== 0 || row === undefined) return false
  const commitments = commitmentsOf(row)
  const other = commitments[1]
  return (
    commitments.length === 2 && other !== undefined && !sameBytes(other, companionOf(key, fact.id))
  )
}

function isPublished(entry: LogEntry, body: string): boolean {
  return entry.kind === 'public' && Buffer.from(entry.body).toString() === body
}
