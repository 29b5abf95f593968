import { type Db, withScope } from '../platform/index.ts'
import { factText } from './fact-text-store.ts'
import { leafOfFact, waitingFact } from './leaf-store.ts'
import type { FactText } from './statement.ts'

/**
 * A fact found by its id alone, in the scope of whoever asks; `null` where there is none in it. One that
 * waits for its leaf is found as well.
 */
export async function factById(db: Db, id: string): Promise<FactText | null> {
  // Only where it stands is looked up for everybody: the fact itself is read in the reader's scope.
  const place = await withScope(
    'system',
    async () => (await leafOfFact(db, id)) ?? (await waitingFact(db, id))
  )
  return place === null ? null : factText(db, place)
}
