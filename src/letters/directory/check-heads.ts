import { type MapBranch, type MapLeaf, changeMap, headHash } from '../../kernel/directory/index.ts'
import { toBase64, toHex } from '../../kernel/tlog/index.ts'
import { publicLog } from '../../ledger/index.ts'
import type { Db } from '../../platform/index.ts'
import { pathsAt } from './branch-store.ts'
import { type DirectoryDifference, difference } from './directory-difference.ts'
import { type KeptHead, headsAfter } from './head-store.ts'

/** What came into the map with each head, by its number. */
export type Batches = Map<number, { leaves: MapLeaf[]; entries: number; labels: number }>

interface Rebuilt {
  readonly branches: Map<string, MapBranch>
  last: KeptHead | null
  entries: number
  labels: number
}

const rowsAtOnce = 2000

/** Rebuilds the map head by head, and compares roots, counts, hashes, facts, and the branches of now. */
export async function checkHeads(db: Db, batches: Batches): Promise<DirectoryDifference[]> {
  const differences: DirectoryDifference[] = []
  const rebuilt: Rebuilt = { branches: new Map(), last: null, entries: 0, labels: 0 }
  for (;;) {
    const heads = await headsAfter(db, rebuilt.last?.number ?? 0, rowsAtOnce)
    for (const head of heads) {
      differences.push(...(await checkHead(db, { head, batches, rebuilt })))
      rebuilt.last = head
    }
    if (heads.length < rowsAtOnce) break
  }
  const newest = rebuilt.last?.number ?? 0
  for (const head of batches.keys()) {
    if (head > newest) {
      const of = { kept: 'entries', rebuilt: 'no head' }
      differences.push(difference('head', String(head), of))
    }
  }
  return [...differences, ...(await checkBranches(db, newest, rebuilt.branches))]
}

async function checkHead(
  db: Db,
  of: { readonly head: KeptHead; readonly batches: Batches; readonly rebuilt: Rebuilt }
): Promise<DirectoryDifference[]> {
  const { head, batches, rebuilt } = of
  const batch = batches.get(head.number) ?? { leaves: [], entries: 0, labels: 0 }
  const changed = await changeMap(batch.leaves, readerOf(rebuilt.branches))
  for (const [path, branch] of changed.branches) rebuilt.branches.set(path, branch)
  rebuilt.entries += batch.entries
  rebuilt.labels += batch.labels
  const expected = {
    number: (rebuilt.last?.number ?? 0) + 1,
    root: toBase64(changed.root),
    entries: rebuilt.entries,
    labels: rebuilt.labels,
    previous: rebuilt.last?.hash ?? null
  }
  const at = String(head.number)
  const compare = (what: DirectoryDifference['what'], pair: { kept: string; rebuilt: string }) =>
    pair.kept === pair.rebuilt ? [] : [difference(what, at, pair)]
  const [kept, own] = [headHash(head), headHash(expected)]
  const fact = await publicLog.factById(db, head.fact)
  return [
    ...compare('map', { kept: head.root, rebuilt: expected.root }),
    ...compare('head', { kept: head.hash, rebuilt: own }),
    ...compare('head', { kept, rebuilt: own }),
    ...compare('head', { kept: saidBy(fact?.body), rebuilt: own })
  ]
}

/** What the fact of a head says, by its hash; `no fact` where there is none. */
function saidBy(body: string | undefined): string {
  return body === undefined ? 'no fact' : headHash(JSON.parse(body) as KeptHead)
}

async function checkBranches(
  db: Db,
  head: number,
  rebuilt: ReadonlyMap<string, MapBranch>
): Promise<DirectoryDifference[]> {
  const differences: DirectoryDifference[] = []
  const seen = new Set<string>()
  let after = ''
  // The topmost has the empty path, which no page comes after.
  for (let page = await pathsAt(db, head, { after: null, most: rowsAtOnce }); ;) {
    for (const { path, branch } of page) {
      after = path
      seen.add(path)
      const [kept, own] = [textOf(branch), textOf(rebuilt.get(path))]
      if (kept !== own) {
        differences.push(difference('branch', path, { kept, rebuilt: own }))
      }
    }
    if (page.length < rowsAtOnce) break
    page = await pathsAt(db, head, { after, most: rowsAtOnce })
  }
  for (const [path, branch] of rebuilt) {
    if (seen.has(path)) continue
    const of = { kept: 'none', rebuilt: textOf(branch) }
    differences.push(difference('branch', path, of))
  }
  return differences
}

function textOf(branch: MapBranch | undefined): string {
  if (branch === undefined) return 'none'
  return [branch.left, branch.right]
    .map((half) => {
      if (half === null) return '-'
      return 'hash' in half ? toHex(half.hash) : `${toHex(half.label)}:${toHex(half.value)}`
    })
    .join(' ')
}

function readerOf(branches: ReadonlyMap<string, MapBranch>) {
  return (paths: readonly string[]) => {
    const found = new Map<string, MapBranch>()
    for (const path of paths) {
      const branch = branches.get(path)
      if (branch !== undefined) found.set(path, branch)
    }
    return found
  }
}
