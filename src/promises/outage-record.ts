import type { Fact, FactKind } from '../ledger/index.ts'
import { byKnowledge, instantOf } from './fact-body.ts'
import { type FactBook, isBefore, wordOf } from './fact-book.ts'

/** An outage as all that is known of it says: corrections applied, void ones left out. */
export interface OutageRecord {
  readonly id: string
  /** The fact that opened it. */
  readonly fact: string
  readonly component: string
  readonly service: string | null
  readonly from: Temporal.Instant
  /** `null`: it goes on. */
  readonly to: Temporal.Instant | null
  readonly cause: string
  /** The planned outage in whose time it fell. */
  readonly planned: string | null
  /** Whether its end was told with a note; `null` while it goes on. */
  readonly hasNote: boolean | null
  /** Ids of its facts. */
  readonly facts: readonly string[]
}

/** Facts that tell of an outage. */
export const outageKinds = [
  'outage.opened',
  'outage.updated',
  'outage.closed',
  'outage.corrected'
] as const satisfies readonly FactKind[]

/** All outages of a book that were outages, in order of their beginning. */
export function outagesOf(book: FactBook): readonly OutageRecord[] {
  return book.once('outages', () => {
    const facts = outageKinds.flatMap((kind) => book.ofKind(kind)).toSorted(asWritten)
    return [...Map.groupBy(facts, (fact) => fact.subject).values()]
      .flatMap((own) => read(own) ?? [])
      .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from) || (a.id < b.id ? -1 : 1))
  })
}

const rank = ['outage.opened', 'outage.corrected', 'outage.updated', 'outage.closed']

/** What one transaction wrote has one instant: it opened before it was moved, and closed last. */
function asWritten(a: Fact, b: Fact): number {
  const byInstant = Temporal.Instant.compare(a.knownAt, b.knownAt)
  return byInstant || rank.indexOf(a.kind) - rank.indexOf(b.kind) || byKnowledge(a, b)
}

/** The outages of one component. */
export function outagesOfComponent(book: FactBook, component: string): readonly OutageRecord[] {
  const byComponent = book.once('outages by component', () =>
    Map.groupBy(outagesOf(book), (outage) => outage.component)
  )
  return byComponent.get(component) ?? []
}

function read(own: readonly Fact[]): OutageRecord | null {
  const opened = own.find((fact) => fact.kind === 'outage.opened')
  if (opened === undefined) return null
  let record: OutageRecord | null = {
    id: opened.subject,
    fact: opened.id,
    component: wordOf(opened, 'component'),
    service: wordOf(opened, 'service') || null,
    from: opened.at,
    to: null,
    cause: wordOf(opened, 'cause'),
    planned: wordOf(opened, 'planned') || null,
    hasNote: null,
    facts: own.map((fact) => fact.id)
  }
  for (const fact of own) record = after(record, fact)
  return record === null ? null : { ...record, to: endOf(record) }
}

/** What is known after one more fact; `null`: it was no outage. */
function after(record: OutageRecord | null, fact: Fact): OutageRecord | null {
  if (fact.kind === 'outage.corrected') return corrected(record, fact)
  if (record === null) return null
  if (fact.kind === 'outage.updated') {
    // What is told of an outage that is over is its note.
    const hasNote = record.hasNote === false ? true : record.hasNote
    return { ...record, cause: causeOf(fact, record), hasNote }
  }
  if (fact.kind !== 'outage.closed') return record
  const hasNote = fact.body['hasNote'] === true
  return { ...record, to: fact.at, cause: causeOf(fact, record), hasNote }
}

function corrected(record: OutageRecord | null, fact: Fact): OutageRecord | null {
  if (fact.body['void'] === true || record === null) return null
  return {
    ...record,
    from: instantOf(fact, 'from') ?? record.from,
    // A correction says all of its time: without an end it goes on.
    to: instantOf(fact, 'to'),
    cause: causeOf(fact, record)
  }
}

function causeOf(fact: Fact, record: OutageRecord): string {
  return wordOf(fact, 'cause') || record.cause
}

/** No outage ends before it began. */
function endOf({ from, to }: OutageRecord): Temporal.Instant | null {
  return to !== null && isBefore(to, from) ? from : to
}
