import { type Primitives, portablePrimitives, toHex } from '../tlog/index.ts'
import { type MapBranch, type MapChild, type MapLeaf, bitOf, branchHash, pathOf } from './map.ts'

/** Reads branches by their paths; those that are none are left out. */
export type BranchReader = (
  paths: readonly string[]
) => Promise<ReadonlyMap<string, MapBranch>> | ReadonlyMap<string, MapBranch>

/** What a change of the map writes: the new root, and every branch that is another now. */
export interface ChangedMap {
  readonly root: Uint8Array
  readonly branches: ReadonlyMap<string, MapBranch>
}

const emptyBranch: MapBranch = { left: null, right: null }
// How many levels are read at once: two reads reach the leaves of a map of a million.
const levelsPerRead = 14

/**
 * Puts leaves into the map, new ones and ones whose value is another. Nothing can be taken out of it.
 * Reads and writes grow with the logarithm of what stands there, for each leaf.
 */
export async function changeMap(
  leaves: readonly MapLeaf[],
  read: BranchReader,
  primitives: Primitives = portablePrimitives
): Promise<ChangedMap> {
  const labels = leaves.map(({ label }) => label)
  const known = labels.length > 0 ? await branchesTowards(labels, read) : await read([''])
  const written = new Map<string, MapBranch>()
  const hands = { known, written, primitives }
  const top = writeBranch('', known.get('') ?? emptyBranch, { leaves: unique(leaves), hands })
  return { root: branchHash(top, 0, primitives), branches: written }
}

/** All branches on the way to some labels. */
export async function branchesTowards(
  labels: readonly Uint8Array[],
  read: BranchReader
): Promise<ReadonlyMap<string, MapBranch>> {
  const known = new Map<string, MapBranch>()
  let [open, from] = [labels, 0]
  while (open.length > 0 && from <= 256) {
    const to = Math.min(from + levelsPerRead, 257)
    const paths = new Set<string>()
    for (const label of open) {
      for (let depth = from; depth < to; depth++) paths.add(pathOf(label, depth))
    }
    for (const [path, branch] of await read([...paths])) known.set(path, branch)
    const deepest = to - 1
    open = open.filter((label) => known.has(pathOf(label, deepest)))
    from = to
  }
  return known
}

interface Work {
  readonly leaves: readonly MapLeaf[]
  readonly hands: {
    readonly known: ReadonlyMap<string, MapBranch>
    readonly written: Map<string, MapBranch>
    readonly primitives: Primitives
  }
}

function writeBranch(path: string, old: MapBranch, { leaves, hands }: Work): MapBranch {
  const goesRight = (leaf: MapLeaf) => bitOf(leaf.label, path.length) === 1
  const right = leaves.filter(goesRight)
  const left = leaves.filter((leaf) => !goesRight(leaf))
  const branch = {
    left: writeChild(`${path}0`, old.left, { leaves: left, hands }),
    right: writeChild(`${path}1`, old.right, { leaves: right, hands })
  }
  hands.written.set(path, branch)
  return branch
}

function writeChild(path: string, old: MapChild, { leaves, hands }: Work): MapChild {
  if (leaves.length === 0) return old
  if (old !== null && 'hash' in old) {
    const branch = hands.known.get(path)
    if (branch === undefined) throw new Error(`no branch at ${path}`)
    return hashed(writeBranch(path, branch, { leaves, hands }))
  }
  const all = old === null ? leaves : unique([old, ...leaves])
  const [only, ...more] = all
  if (only !== undefined && more.length === 0) return only
  return hashed(writeBranch(path, emptyBranch, { leaves: all, hands }))

  function hashed(branch: MapBranch): MapChild {
    return { hash: branchHash(branch, path.length, hands.primitives) }
  }
}

/** Of two leaves with one label the later. */
function unique(leaves: readonly MapLeaf[]): MapLeaf[] {
  return [...new Map(leaves.map((leaf) => [toHex(leaf.label), leaf])).values()]
}
