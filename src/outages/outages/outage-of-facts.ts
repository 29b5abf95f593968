import type { Fact } from '../../ledger/index.ts'
import type { Outage } from './outage.ts'

/** What the facts say of an outage; left out where they do not tell. */
export interface ToldOutage {
  readonly authority: string
  readonly component: string
  readonly service: string | null
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
  /** Not told by ends that people wrote before `outage.closed` carried it. */
  readonly cause: string | undefined
  readonly automatic: boolean
  readonly planned: string | null
  readonly void: boolean
  readonly settled: boolean
  readonly knownAt: Temporal.Instant
  readonly closedKnownAt: Temporal.Instant | null
}

const rank = ['outage.opened', 'outage.corrected', 'outage.updated', 'outage.closed']

/** An outage as its facts say; `null` where none of them opens it. */
export function outageOfFacts(facts: readonly Fact[]): ToldOutage | null {
  const [opened, ...later] = facts.toSorted(asWritten)
  if (opened?.kind !== 'outage.opened') return null
  const { component, service, cause, automatic, planned } = opened.body as Partial<Outage>
  let told: ToldOutage = {
    authority: opened.authority,
    component: component ?? '',
    service: service ?? null,
    from: opened.at,
    to: null,
    cause,
    automatic: automatic === true,
    planned: planned ?? null,
    void: false,
    settled: false,
    knownAt: opened.knownAt,
    closedKnownAt: null
  }
  for (const fact of later) told = after(told, fact)
  return told
}

/** What one transaction wrote has one instant: it opened before it was moved, and closed last. */
function asWritten(a: Fact, b: Fact): number {
  const byInstant = Temporal.Instant.compare(a.knownAt, b.knownAt)
  return byInstant || rank.indexOf(a.kind) - rank.indexOf(b.kind) || (a.id < b.id ? -1 : 1)
}

function after(told: ToldOutage, fact: Fact): ToldOutage {
  const cause = textOf(fact, 'cause') ?? undefined
  if (fact.kind === 'outage.updated') return { ...told, cause }
  if (fact.kind === 'outage.closed') {
    return { ...told, to: fact.at, cause, closedKnownAt: fact.knownAt }
  }
  const isSettled = textOf(fact, 'reason') !== 'late-results'
  const to = instantOf(fact, 'to')
  const known = isSettled ? (told.closedKnownAt ?? fact.knownAt) : told.closedKnownAt
  return {
    ...told,
    from: instantOf(fact, 'from') ?? told.from,
    to,
    cause,
    void: fact.body['void'] === true,
    settled: told.settled || isSettled,
    closedKnownAt: to === null ? null : known
  }
}

function textOf(fact: Fact, name: string): string | null {
  const value = fact.body[name]
  return typeof value === 'string' ? value : null
}

function instantOf(fact: Fact, name: string): Temporal.Instant | null {
  const text = textOf(fact, name)
  return text === null ? null : Temporal.Instant.from(text)
}
