import type { Fact, FactKind } from '../ledger/index.ts'
import { actorNames, delegation } from '../people/index.ts'
import type { Bilingual, Db } from '../platform/index.ts'

/** Something that a delegate, or a counter by the applicant's consent, did for the applicant. */
export interface DelegatedCaseAct {
  readonly at: Temporal.Instant
  /** What they did. */
  readonly what: FactKind
  /** Person id of the delegate. */
  readonly by: string
  readonly name: Bilingual | null
  /** As what they acted; `null` where the delegation is not known any more. */
  readonly kind: delegation.DelegationKind | null
}

// What follows of itself from an act is not another act.
const consequences: readonly FactKind[] = [
  'case.documents-complete',
  'case.breached',
  'case.breach-retracted',
  'invoice.issued'
]

/** What delegates did in a case, by the facts that name their delegations; the first one first. */
export async function delegatedActsOf(
  db: Db,
  { applicant, facts }: { readonly applicant: string; readonly facts: readonly Fact[] }
): Promise<DelegatedCaseAct[]> {
  const done = facts.filter(
    ({ kind, body }) =>
      (typeof body['delegation'] === 'string' || typeof body['consent'] === 'string') &&
      !consequences.includes(kind)
  )
  if (done.length === 0) return []
  const [names, given] = await Promise.all([
    actorNames(
      db,
      done.map(({ actor }) => actor)
    ),
    delegation.delegationsGiven(db, applicant)
  ])
  return done.map(({ at, kind, actor, body }) => ({
    at,
    what: kind,
    by: actor,
    name: names.get(actor)?.name ?? null,
    kind:
      typeof body['consent'] === 'string'
        ? ('counter-office' as const)
        : (given.find(({ id }) => id === body['delegation'])?.kind ?? null)
  }))
}
