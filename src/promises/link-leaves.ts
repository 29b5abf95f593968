import { publicLog } from '../ledger/index.ts'
import type { Db } from '../platform/index.ts'
import type { OpenPromise } from './open-data.ts'

/** A promise whose evidence can be followed into the public log. */
export interface LinkedPromise extends OpenPromise {
  /** For each id of `evidence` the address of its entry on this site; `null` while it has none. */
  readonly leaves: readonly (string | null)[]
}

/** Finds the entries of all evidence, in one statement: they come later than the count that is kept. */
export async function linkLeaves(
  db: Db,
  promises: readonly OpenPromise[]
): Promise<LinkedPromise[]> {
  const ids = new Set(promises.flatMap(({ evidence }) => evidence))
  const leaves = await publicLog.publishedLeaves(db, [...ids])
  return promises.map((promise) => ({
    ...promise,
    leaves: promise.evidence.map((id) => {
      const leaf = leaves.get(id)
      return leaf === undefined ? null : publicLog.entryHref(leaf.log, leaf.index)
    })
  }))
}
