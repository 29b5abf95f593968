import { listAgreements } from '../agreements/index.ts'
import { type Authority, listAuthorities } from '../people/index.ts'
import type { Bilingual, Context } from '../platform/index.ts'
import { type ClauseStanding, rank, standingOf } from './clause-standing.ts'
import { clauseStatesOf } from './clause-state-store.ts'
import { type LivingVersion, readLivingVersion } from './read-states.ts'
import { servicesOf } from './read-clause.ts'

/** One agreement on the scoreboard: the version that readers are shown, with its standings. */
export interface ScoredAgreement extends LivingVersion {
  readonly authority: Authority
}

/** One service on the scoreboard, with its standing in every clause that is counted by service. */
export interface ScoredService {
  readonly code: string
  readonly title: Bilingual
  /** Worst first. */
  readonly standings: readonly ClauseStanding[]
}

/** All agreements of this installation as their readers are shown them. */
export async function readScoreboard(context: Context): Promise<ScoredAgreement[]> {
  const [authorities, agreements] = await Promise.all([
    listAuthorities(context.db),
    listAgreements(context.db)
  ])
  const scored = agreements.map(async ({ agreement, authority: id }) => {
    const authority = authorities.find((each) => each.id === id)
    if (authority === undefined) return []
    return [{ ...(await readLivingVersion(context, agreement)), authority }]
  })
  return (await Promise.all(scored)).flat()
}

/** The services of an agreement's authority, those with the worst standing first. */
export async function readScoredServices(
  context: Context,
  { version, standings, periods }: LivingVersion
): Promise<ScoredService[]> {
  const states = await clauseStatesOf(context.db, version.authority, { version: version.ref })
  const byService = Map.groupBy(states, (state) => state.service)
  const services = await servicesOf(context, version.authority)
  return services
    .map(({ code, title }) => {
      const own = Map.groupBy(byService.get(code) ?? [], (state) => state.clause)
      const found = standings.flatMap(({ clause }) => {
        const ofClause = own.get(clause.id)
        return ofClause === undefined ? [] : [standingOf(clause, ofClause, periods)]
      })
      return { code, title, standings: worstFirst(found) }
    })
    .toSorted((a, b) => rankOf(a.standings[0]) - rankOf(b.standings[0]))
}

function rankOf(standing: ClauseStanding | undefined): number {
  return standing === undefined ? Infinity : rank(standing.state)
}

/** Broken before at risk before kept; within a state the lowest share first. */
export function worstFirst(standings: readonly ClauseStanding[]): ClauseStanding[] {
  return standings.toSorted(
    (a, b) => rankOf(a) - rankOf(b) || (a.newest?.value ?? 101) - (b.newest?.value ?? 101)
  )
}

/** The standings that are counted from facts. */
export function measuredOf(standings: readonly ClauseStanding[]): ClauseStanding[] {
  return standings.filter(({ accounting }) => accounting === 'facts')
}
