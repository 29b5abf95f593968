import type { CaseCalendar } from '../cases/index.ts'
import type { Fact, FactKind } from '../ledger/index.ts'
import { type Period, isWithin } from './period.ts'
import { type PublishedCard, publishedCardOf } from './published-card.ts'

/** One case and its facts, in order. */
export interface CaseRecord {
  readonly id: string
  readonly service: string
  /** The version that it was filed under; `null` where the fact does not say. */
  readonly card: PublishedCard | null
  readonly facts: readonly Fact[]
}

/** The facts of one authority, read once and sorted for every measure. */
export interface FactBook {
  readonly authority: string
  /** Running things are judged as they stand at this instant. */
  readonly asOf: Temporal.Instant
  readonly calendar: CaseCalendar
  readonly facts: readonly Fact[]
  readonly cases: readonly CaseRecord[]
  /** Codes of all services that ever had a card, sorted. */
  readonly services: readonly string[]
  ofKind(kind: FactKind): readonly Fact[]
  /** Facts of a kind in a period, of one service or of all. */
  within(kind: FactKind, period: Period, service: string | null): readonly Fact[]
  card(ref: string | null): PublishedCard | null
  /** The card of a service that was in force just before an instant; its `at` is since when. */
  cardBefore(service: string, instant: Temporal.Instant): PublishedCard | null
  /** The value of `make`, computed once for a key. */
  once<T>(key: string, make: () => T): T
}

interface BookInput {
  readonly authority: string
  readonly facts: readonly Fact[]
  readonly asOf: Temporal.Instant
  readonly calendar: CaseCalendar
}

/** Sorts and indexes facts; the order in which they are given does not matter. */
export function openFactBook(input: BookInput): FactBook {
  const facts = input.facts.toSorted(inOrder)
  const kinds = Map.groupBy(facts, (fact) => fact.kind)
  const cards = (kinds.get('card.published') ?? [])
    .map(publishedCardOf)
    .filter((card) => card !== null)
  const byRef = new Map(cards.map((card) => [card.ref, card]))
  const byService = Map.groupBy(
    inForce(cards, kinds.get('card.effective') ?? []),
    ({ service }) => service
  )
  const kept = new Map<string, unknown>()
  const once = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as T
  }
  const ofKind = (kind: FactKind) => kinds.get(kind) ?? []
  return {
    ...input,
    facts,
    cases: casesOf(facts, byRef),
    services: [...new Set(cards.map(({ service }) => service))].toSorted(),
    ofKind,
    within: (kind, period, service) =>
      once(`${kind} ${period.key}`, () =>
        ofKind(kind).filter((fact) => isWithin(fact.at, period))
      ).filter((fact) => service === null || fact.body['service'] === service),
    card: (ref) => (ref === null ? null : (byRef.get(ref) ?? null)),
    cardBefore: (service, instant) =>
      byService.get(service)?.findLast((card) => isBefore(card.at, instant)) ?? null,
    once
  }
}

/** Cards since they are in force, in that order; what waits for its notice is left out. */
function inForce(cards: readonly PublishedCard[], effects: readonly Fact[]): PublishedCard[] {
  const since = new Map(effects.map((fact) => [fact.cardVersion, fact.at]))
  return cards
    .flatMap((card) => {
      const at = typeof card.notice === 'string' ? since.get(card.ref) : card.at
      return at === undefined ? [] : [{ ...card, at }]
    })
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || a.version - b.version)
}

/** Whether the first instant is earlier. */
export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

/** A word of a fact's body, such as its service; empty where it has none. */
export function wordOf(fact: Fact, key: string): string {
  const value = fact.body[key]
  return typeof value === 'string' ? value : ''
}

/** By the instant at which they happened, then by their recording. */
export function inOrder(a: Fact, b: Fact): number {
  return Temporal.Instant.compare(a.at, b.at) || (a.id < b.id ? -1 : 1)
}

function casesOf(facts: readonly Fact[], cards: ReadonlyMap<string, PublishedCard>): CaseRecord[] {
  return [...Map.groupBy(facts, (fact) => fact.subject)].flatMap(([id, own]) => {
    const filed = own.find((fact) => fact.kind === 'case.submitted')
    // Services and agreements are subjects, too; so is a case whose filing lies outside the facts read.
    if (!filed || typeof filed.body['service'] !== 'string') return []
    const card = cards.get(filed.cardVersion ?? '') ?? null
    return [{ id, service: filed.body['service'], card, facts: own }]
  })
}
