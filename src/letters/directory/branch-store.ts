import { sql } from 'kysely'
import type { BranchReader, MapBranch, MapChild } from '../../kernel/directory/index.ts'
import type { Db, Tx } from '../../platform/index.ts'

const halfBits = 12

interface BranchRow {
  readonly path: string
  readonly left: Uint8Array
  readonly right: Uint8Array
}

/** A branch lies with what is below it: in the bucket of its first 12 bits, the few above in the first. */
function bucketOfPath(path: string): number {
  return path.length < halfBits ? 0 : Number.parseInt(path.slice(0, halfBits), 2)
}

/** Reads branches of the map as it was at a head: for each path the newest that is not newer. */
export function branchesAt(db: Db, head: number): BranchReader {
  return async (paths) => {
    const found = await sql<BranchRow>`
      select b.path, b.left_half as left, b.right_half as right
      from unnest(${paths.map(bucketOfPath)}::smallint[], ${paths}::text[]) as w (bucket, path)
      cross join lateral (
        select n.path, n.left_half, n.right_half from directory_branches n
        where n.bucket = w.bucket and n.path = w.path and n.head <= ${head}
        order by n.head desc limit 1) b`.execute(db)
    return new Map(found.rows.map((row) => [row.path, branchOf(row)]))
  }
}

function branchOf({ left, right }: BranchRow): MapBranch {
  return { left: childOf(left), right: childOf(right) }
}

function childOf(bytes: Uint8Array): MapChild {
  if (bytes.length === 0) return null
  return bytes.length === 32
    ? { hash: bytes }
    : { label: bytes.subarray(0, 32), value: bytes.subarray(32) }
}

/** Keeps the branches that a head has written. */
export async function insertBranches(
  tx: Tx,
  branches: ReadonlyMap<string, MapBranch>,
  head: number
): Promise<void> {
  const all = [...branches]
  // PostgreSQL takes no more than a gigabyte at once; a row has a hundred bytes or so.
  for (let from = 0; from < all.length; from += 20_000) {
    const rows = all.slice(from, from + 20_000)
    await sql`
      insert into directory_branches (bucket, path, head, left_half, right_half)
      select w.bucket, w.path, ${head}, w.left_half, w.right_half
      from unnest(${rows.map(([path]) => bucketOfPath(path))}::smallint[],
        ${rows.map(([path]) => path)}::text[], ${rows.map(([, { left }]) => bytesOf(left))}::bytea[],
        ${rows.map(([, { right }]) => bytesOf(right))}::bytea[])
        as w (bucket, path, left_half, right_half)`.execute(tx)
  }
}

function bytesOf(child: MapChild): Buffer {
  if (child === null) return Buffer.alloc(0)
  return 'hash' in child ? Buffer.from(child.hash) : Buffer.concat([child.label, child.value])
}

/** Every branch as it is at a head, for the check of an installation. */
export async function pathsAt(
  db: Db,
  head: number,
  page: { readonly after: string | null; readonly most: number }
): Promise<{ path: string; branch: MapBranch }[]> {
  const found = await sql<BranchRow>`
    select distinct on (path) path, left_half as left, right_half as right
    from directory_branches
    where head <= ${head} and (${page.after}::text is null or path > ${page.after})
    order by path, head desc limit ${page.most}`.execute(db)
  return found.rows.map((row) => ({ path: row.path, branch: branchOf(row) }))
}
