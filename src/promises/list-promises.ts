import { clauseStatesOf } from './clause-state-store.ts'
import { standingOf } from './clause-standing.ts'
import { keptWith } from './kept-with.ts'
import { type OpenPromise, openMonth, openPromise } from './open-data.ts'
import { type ScoredAgreement, readScoreboard } from './read-scoreboard.ts'
import type { Context } from '../platform/index.ts'

/** Every clause of every shown version: all services together, then each service. */
export async function listPromises(context: Context): Promise<OpenPromise[]> {
  const promises: OpenPromise[] = []
  for (const scored of await readScoreboard(context)) {
    const kept = keptWith(scored.standings, 'newest promises', () => newestOf(context, scored))
    promises.push(...(await kept))
  }
  return promises
}

async function newestOf(context: Context, scored: ScoredAgreement): Promise<OpenPromise[]> {
  const { origin } = context.config
  const byClause = await statesByClause(context, scored)
  return scored.standings.flatMap((standing) => {
    const byService = Map.groupBy(byClause.get(standing.clause.id) ?? [], ({ service }) => service)
    const services = [...byService].flatMap(([service, states]) =>
      service === null
        ? []
        : [{ service, standing: standingOf(standing.clause, states, scored.periods) }]
    )
    return [
      openPromise({ living: scored, standing, origin }),
      ...services.map((each) => openPromise({ living: scored, origin, ...each }))
    ]
  })
}

/** Every month of every counted clause of the shown versions: what a third party adds up. */
export async function listMonths(context: Context): Promise<OpenPromise[]> {
  const months: OpenPromise[] = []
  for (const scored of await readScoreboard(context))
    months.push(...(await monthsOf(context, scored)))
  return months
}

async function monthsOf(context: Context, scored: ScoredAgreement): Promise<OpenPromise[]> {
  const { origin } = context.config
  const byClause = await statesByClause(context, scored)
  return scored.standings.flatMap((standing) =>
    (byClause.get(standing.clause.id) ?? []).map((state) => {
      const service = state.service === null ? {} : { service: state.service }
      return openMonth({ living: scored, standing, origin, ...service }, state)
    })
  )
}

async function statesByClause(context: Context, { version }: ScoredAgreement) {
  const states = await clauseStatesOf(context.db, version.authority, { version: version.ref })
  return Map.groupBy(states, ({ clause }) => clause)
}
