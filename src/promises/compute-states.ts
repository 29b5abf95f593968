import { setImmediate } from 'node:timers/promises'
import { type AgreementVersion, agreementVersions, listAgreements } from '../agreements/index.ts'
import { calendarOf } from '../cases/index.ts'
import { type Fact, type FactKind, factsBetween } from '../ledger/index.ts'
import type { Db } from '../platform/index.ts'
import type { ClauseState } from './clause-state.ts'
import { openFactBook } from './fact-book.ts'
import { computing } from './measures/index.ts'
import { periodsUpTo } from './period.ts'
import { scoreVersion } from './score.ts'

/** Up to which fact, and as of which instant, an authority is counted. */
export interface ScoreQuestion {
  readonly authority: string
  readonly asOf: Temporal.Instant
  readonly factsThrough: string | null
}

/** What was counted, and from how many facts. */
export interface Scored {
  readonly states: readonly ClauseState[]
  readonly factsRead: number
}

/**
 * Counts every computing clause of every version of an authority's agreements: one read of its
 * facts, then everything in memory. Writes nothing.
 */
export async function computeStates(db: Db, question: ScoreQuestion): Promise<Scored> {
  const { authority, asOf } = question
  const [versions, calendar, facts] = [
    await versionsOf(db, authority),
    await calendarOf(db, authority, asOf),
    await readFacts(db, question)
  ]
  const book = openFactBook({ authority, facts, asOf, calendar })
  const periods = periodsUpTo(asOf)
  const states: ClauseState[] = []
  for (const { document } of versions) {
    for (const ofClause of scoreVersion(document, book, periods)) {
      states.push(...ofClause)
      // The pages of the same process are answered between two clauses.
      await setImmediate()
    }
  }
  return { states, factsRead: facts.length }
}

/** Kinds of facts that any measure reads, and the filing that makes a case one. */
const kindsRead: readonly FactKind[] = [
  ...new Set([
    'case.submitted' as const,
    'card.published' as const,
    'card.effective' as const,
    ...Object.values(computing).flatMap((measure) => measure.reads)
  ])
]

/** The facts up to the newest one that is named; what was recorded meanwhile is for the next time. */
async function readFacts(db: Db, { authority, factsThrough }: ScoreQuestion): Promise<Fact[]> {
  if (factsThrough === null) return []
  const facts = await factsBetween(db, { authority, kinds: kindsRead })
  return facts.filter((fact) => fact.id <= factsThrough)
}

async function versionsOf(db: Db, authority: string): Promise<AgreementVersion[]> {
  const agreements = await listAgreements(db)
  const own = agreements.filter((agreement) => agreement.authority === authority)
  const versions: AgreementVersion[] = []
  for (const { agreement } of own) versions.push(...(await agreementVersions(db, agreement)))
  return versions
}

/** Authorities that have an agreement, sorted. */
export async function scoredAuthorities(db: Db): Promise<string[]> {
  const agreements = await listAgreements(db)
  return [...new Set(agreements.map(({ authority }) => authority))].toSorted()
}
