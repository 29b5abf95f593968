import type { AgreementVersion } from '../agreements/index.ts'
import { searchServices } from '../catalogue/index.ts'
import { type Clause, clauseById, measureParametersOf } from '../kernel/terms/index.ts'
import {
  type EvidenceState,
  type Fact,
  type FactKind,
  factsBetween,
  publicLog
} from '../ledger/index.ts'
import { type Bilingual, type Context, NotFoundError, withScope } from '../platform/index.ts'
import { type ClauseStanding, standingOf } from './clause-standing.ts'
import type { ClauseState, ScoreRun } from './clause-state.ts'
import { clauseStatesOf } from './clause-state-store.ts'
import type { Breach } from './measure.ts'
import { type Period, periodOfKey } from './period.ts'
import { readLivingVersion } from './read-states.ts'
import { computingMeasureOf } from './score.ts'

/** What of a clause is asked for. */
export interface ClauseQuestion {
  readonly agreement: string
  /** `1405`; where absent the one in force, or else the last that was. */
  readonly version?: string | undefined
  readonly clause: string
  /** Code of one service; all together where absent. */
  readonly service?: string | undefined
  /** Month whose facts are listed; the newest with a number where absent. */
  readonly period?: string | undefined
  /** Page of the facts, from 1. */
  readonly page: number
}

/** A clause with everything that its page says. */
export interface LivingClause {
  readonly version: AgreementVersion
  readonly clause: Clause
  /** Of the chosen service, or of all together. */
  readonly standing: ClauseStanding
  readonly service: string | null
  readonly services: readonly { readonly code: string; readonly title: Bilingual }[]
  /** One standing for each service; empty where the clause is not counted by service. */
  readonly byService: readonly { readonly service: string; readonly standing: ClauseStanding }[]
  readonly period: Period
  readonly facts: FactPage
  /** Where the listed facts and breaches stand in the public log; absent: not there yet. */
  readonly leaves: ReadonlyMap<string, publicLog.PublishedLeaf>
  readonly evidence: EvidenceState
  readonly run: ScoreRun
}

/** One page of facts, in the order in which they happened. */
export interface FactPage {
  readonly facts: readonly Fact[]
  readonly page: number
  readonly isLast: boolean
}

const factsAPage = 50
const breachesAPage = 20

/**
 * Reads one clause with its states and a page of the facts that they were counted from.
 * @throws {NotFoundError} If there is no such agreement, version, clause, service or month.
 */
export async function readClause(
  context: Context,
  question: ClauseQuestion
): Promise<LivingClause> {
  const living = await readLivingVersion(context, question.agreement, question.version)
  const { version, periods, run } = living
  const clause = clauseById(version.document, question.clause)
  if (clause === null) throw new NotFoundError()
  const states = await clauseStatesOf(context.db, version.authority, {
    version: version.ref,
    clause: clause.id
  })
  const byService = Map.groupBy(states, (state) => state.service)
  const service = question.service ?? null
  if (service !== null && !byService.has(service)) throw new NotFoundError()
  const standing = standingOf(clause, byService.get(service) ?? [], periods)
  const period = chosenPeriod(question.period ?? standing.newest?.period, periods)
  const { page } = question
  const facts = await readFactPage(context, { version, clause, service, period, page })
  return {
    version,
    clause,
    standing,
    service,
    services: await servicesOf(context, version.authority),
    byService: standingsByService(clause, byService, periods),
    period,
    facts,
    leaves: await publicLog.publishedLeaves(context.db, shownFacts(standing, facts)),
    evidence: await publicLog.evidenceState(context),
    run
  }
}

/** The breaches that the page of a clause lists, newest first, and how many there are of all. */
export function listedBreaches({ strip }: ClauseStanding): { listed: Breach[]; all: number } {
  const states = strip.flatMap(({ state }) => state ?? [])
  const listed = states
    .flatMap((state) => state.breaches)
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
    .slice(0, breachesAPage)
  return { listed, all: states.reduce((sum, state) => sum + state.breachCount, 0) }
}

function shownFacts(standing: ClauseStanding, { facts }: FactPage): string[] {
  const breaches = listedBreaches(standing).listed
  return [...facts.map(({ id }) => id), ...breaches.map(({ fact }) => fact)]
}

function chosenPeriod(key: string | undefined, periods: readonly Period[]): Period {
  const chosen = key === undefined ? periods.at(-1) : periodOfKey(key)
  if (chosen === undefined || chosen === null) throw new NotFoundError()
  return chosen
}

function standingsByService(
  clause: Clause,
  states: ReadonlyMap<string | null, readonly ClauseState[]>,
  periods: readonly Period[]
) {
  return [...states].flatMap(([service, own]) =>
    service === null ? [] : [{ service, standing: standingOf(clause, own, periods) }]
  )
}

/** The services of an authority by name. */
export async function servicesOf(
  context: Context,
  authority: string
): Promise<{ code: string; title: Bilingual }[]> {
  const cards = await searchServices(context.db, '', { authority, at: context.clock.now() })
  return cards.map(({ code, title }) => ({ code, title }))
}

interface FactQuestion {
  readonly version: AgreementVersion
  readonly clause: Clause
  readonly service: string | null
  readonly period: Period
  readonly page: number
}

/** Cards and agreements are looked at as they stand at the end of a month, whenever they came. */
function isStanding(kind: FactKind): boolean {
  return kind.startsWith('card.') || kind.startsWith('agreement.')
}

async function readFactPage(context: Context, question: FactQuestion): Promise<FactPage> {
  const { clause, page } = question
  const measure = computingMeasureOf(clause)
  const kinds = measure?.reads ?? []
  const before = (page - 1) * factsAPage
  // What is chosen by its body is read whole: a month of outages is short.
  const limit = measure?.looksAt === undefined ? { limit: before + factsAPage + 1 } : {}
  const standing = await readKinds(context, question, {
    kinds: kinds.filter(isStanding),
    ...limit
  })
  const during = await readKinds(context, question, {
    kinds: kinds.filter((kind) => !isStanding(kind)),
    ...limit,
    from: question.period.from
  })
  const parameters = measureParametersOf(clause.measure)
  const found = [...standing, ...during].filter(
    (fact) => measure?.looksAt?.(fact, parameters) ?? true
  )
  return {
    facts: found.slice(before, before + factsAPage),
    page,
    isLast: found.length <= before + factsAPage
  }
}

async function readKinds(
  context: Context,
  { version, service, period }: FactQuestion,
  query: { kinds: readonly FactKind[]; limit?: number; from?: Temporal.Instant }
): Promise<Fact[]> {
  if (query.kinds.length === 0) return []
  const asked = {
    ...query,
    authority: version.authority,
    to: period.to,
    ...(service !== null && { service })
  }
  // The evidence of a clause is for everybody: kinds and times, and nobody's name.
  return withScope('system', () => factsBetween(context.db, asked))
}
