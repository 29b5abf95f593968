import type { Db } from '../platform/index.ts'
import { factText } from './fact-text-store.ts'
import { leafOfFact } from './leaf-store.ts'
import type { FactText } from './statement.ts'

/** A fact that has its leaf, found by its id alone; `null` where none has. */
export async function factOfLeaf(db: Db, id: string): Promise<FactText | null> {
  const leaf = await leafOfFact(db, id)
  return leaf === null ? null : factText(db, leaf)
}
