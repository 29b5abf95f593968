import { type FactKind, factsOf, publicLog } from '../../ledger/index.ts'
import type { Bilingual, Db } from '../../platform/index.ts'
import { coursesOf } from './watching-store.ts'

/** A fact of an outage, and where it stands in the public log. */
export interface OutageFact {
  readonly id: string
  readonly kind: FactKind
  readonly at: Temporal.Instant
  readonly leaf: { readonly log: string; readonly index: number } | null
  /** What was said with it. */
  readonly text: Bilingual | null
}

/** The facts of some outages or plans of one authority, each with its leaf where it has one. */
export async function factsWithLeaves(
  db: Db,
  authority: string,
  subjects: readonly string[]
): Promise<ReadonlyMap<string, readonly OutageFact[]>> {
  const found = new Map<string, Awaited<ReturnType<typeof factsOf>>>()
  for (const subject of subjects) found.set(subject, await factsOf(db, authority, subject))
  const ids = [...found.values()].flat().map(({ id }) => id)
  const leaves = await publicLog.publishedLeaves(db, ids)
  const courses = await coursesOf(db, authority, subjects)
  const texts = new Map([...courses.values()].flat().map(({ fact, text }) => [fact, text]))
  return new Map(
    [...found].map(([subject, facts]) => [
      subject,
      facts.map(({ id, kind, at }) => ({
        id,
        kind,
        at,
        leaf: leaves.get(id) ?? null,
        text: texts.get(id) ?? null
      }))
    ])
  )
}
