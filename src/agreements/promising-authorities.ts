import type { Db } from '../platform/index.ts'
import { listAgreements } from './find-agreement.ts'

/**
 * Bodies that have an agreement, each once, in a stable order: what is true of the installation as a whole
 * is recorded for each of them, because each agreement is measured by its own facts.
 */
export async function promisingAuthorities(db: Db): Promise<string[]> {
  const agreements = await listAgreements(db)
  return [...new Set(agreements.map(({ authority }) => authority))].toSorted()
}
