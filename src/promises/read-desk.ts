import { agreementVersions } from '../agreements/index.ts'
import { type Authority, authorityById } from '../people/index.ts'
import type { Bilingual, Context } from '../platform/index.ts'
import { type ClauseStanding, measureNameOf } from './clause-standing.ts'
import type { ClauseState } from './clause-state.ts'
import { clauseStatesOf } from './clause-state-store.ts'
import type { LevelFloor } from './measure.ts'
import { periodAt } from './period.ts'
import { servicesOf } from './read-clause.ts'
import { measuredOf, worstFirst } from './read-scoreboard.ts'
import { type LivingVersion, readLivingVersion } from './read-states.ts'
import { floorsOf } from './score.ts'

/** What the staff of an authority should look at today. */
export interface Desk {
  readonly authority: Authority
  readonly living: LivingVersion
  /** Broken and at risk, worst first. */
  readonly troubled: readonly ClauseStanding[]
  readonly services: readonly DeskService[]
}

/** One service with its cases of this month against the promised time, and its level if it has one. */
export interface DeskService {
  readonly code: string
  readonly title: Bilingual
  readonly running: number
  readonly atRisk: number
  /** Past their due instant, in whichever month, and not ended yet. */
  readonly lateOpen: number
  /** Promised times missed in the running month. */
  readonly missed: number
  readonly floor: LevelFloor | null
}

/**
 * Reads the dashboard of one authority from the last count.
 * @returns `null` where there is no such authority, or it has no agreement.
 */
export async function readDesk(
  context: Context,
  { authority: id, agreement }: { readonly authority: string; readonly agreement: string }
): Promise<Desk | null> {
  const authority = await authorityById(context.db, id)
  if (authority === null) return null
  const living = await readLivingVersion(context, agreement)
  const troubled = measuredOf(living.standings).filter(({ state }) =>
    ['broken', 'at-risk'].includes(state)
  )
  return {
    authority,
    living,
    troubled: worstFirst(troubled),
    services: await deskServices(context, living)
  }
}

async function deskServices(context: Context, living: LivingVersion): Promise<DeskService[]> {
  const { version, standings, run } = living
  const clause = standings.find((each) => measureNameOf(each.clause) === 'turnaround')?.clause.id
  const states =
    clause === undefined
      ? []
      : await clauseStatesOf(context.db, version.authority, {
          version: version.ref,
          clause
        })
  const byService = Map.groupBy(states, (state) => state.service)
  const now = periodAt(run.asOf).key
  const floors = await floorsOfAgreement(context, version.agreement)
  const services = await servicesOf(context, version.authority)
  return services
    .map(({ code, title }) => ({
      code,
      title,
      ...countsOf(byService.get(code) ?? [], now),
      floor: floors.get(code) ?? null
    }))
    .toSorted((a, b) => b.lateOpen - a.lateOpen || b.atRisk - a.atRisk || b.running - a.running)
}

function countsOf(months: readonly ClauseState[], now: string) {
  const current = months.find(({ period }) => period === now)
  return {
    running: current?.detail.running ?? 0,
    atRisk: current?.detail.atRisk ?? 0,
    lateOpen: months.reduce((sum, { detail }) => sum + (detail.lateOpen ?? 0), 0),
    missed: current === undefined ? 0 : current.denominator - current.numerator
  }
}

/** The floors of every version; of two for one service that which binds more, a proposal last. */
async function floorsOfAgreement(
  context: Context,
  agreement: string
): Promise<Map<string, LevelFloor>> {
  const versions = await agreementVersions(context.db, agreement)
  const floors = versions.flatMap(({ document }) => floorsOf(document, 'promised-time-kept'))
  const bindingLast = floors.toSorted(([, a], [, b]) => Number(b.proposal) - Number(a.proposal))
  return new Map(bindingLast)
}
