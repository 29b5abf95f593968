import {
  type PlannedOutage,
  type PlannedVerdict,
  judgeAnnounced,
  plannedOf as plannedOutageOf
} from '../kernel/worktime/index.ts'
import type { Fact, FactKind } from '../ledger/index.ts'
import { byKnowledge, instantOf, numberOf, wordsOf } from './fact-body.ts'
import { type FactBook, isBefore, wordOf } from './fact-book.ts'
import { type NoticeVersion, firstSeen, noticesOf } from './notice-record.ts'

/** A planned interruption with its moves and with when the notice of each time was seen. */
export interface PlannedRecord {
  readonly id: string
  /** The fact that announced its last time. */
  readonly fact: string
  readonly kind: string
  readonly components: readonly string[]
  readonly services: readonly string[]
  /** Its last time. */
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly verdict: PlannedVerdict
  /** When the notice of its last time was seen, and from outside or not; `null`: not seen. */
  readonly seen: NoticeVersion | null
  /** As `availabilityOf` reads it. */
  readonly input: PlannedOutage
  /** Ids of its facts and of the sights of its notices. */
  readonly facts: readonly string[]
}

/** Facts that tell of planned interruptions. */
export const plannedKinds = [
  'planned-outage.announced',
  'planned-outage.moved',
  'planned-outage.cancelled'
] as const satisfies readonly FactKind[]

/** All planned interruptions that were not called off, in order of their start. */
export function plannedOf(book: FactBook): readonly PlannedRecord[] {
  return book.once('planned', () => {
    const facts = plannedKinds.flatMap((kind) => book.ofKind(kind)).toSorted(byKnowledge)
    return [...Map.groupBy(facts, (fact) => fact.subject).values()]
      .flatMap((own) => read(book, own) ?? [])
      .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from) || (a.id < b.id ? -1 : 1))
  })
}

/** Those that take a component out of service; a closed office takes none. */
export function plannedOfComponent(book: FactBook, component: string): readonly PlannedRecord[] {
  return plannedOf(book).filter(
    ({ kind, components }) => kind !== 'office-closure' && components.includes(component)
  )
}

/** A time that was announced, and the first sight of a notice that told it. */
interface Time {
  readonly fact: Fact
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly seen: NoticeVersion | null
}

function read(book: FactBook, own: readonly Fact[]): PlannedRecord | null {
  const announced = own.find((fact) => fact.kind === 'planned-outage.announced')
  const times = timesOf(book, own)
  const last = times.at(-1)
  if (announced === undefined || last === undefined) return null
  // What has begun cannot be called off: what was called off did not happen.
  if (own.some((fact) => fact.kind === 'planned-outage.cancelled')) return null
  const windows = times.map(({ from, to, seen }) => ({ from, to, seenAt: seen?.seenAt ?? null }))
  return {
    id: announced.subject,
    fact: last.fact.id,
    kind: wordOf(announced, 'kind'),
    components: wordsOf(announced, 'components'),
    services: wordsOf(announced, 'services'),
    from: last.from,
    to: last.to,
    verdict: judgeAnnounced(windows),
    seen: last.seen,
    input: plannedOutageOf(windows),
    facts: [...own.map(({ id }) => id), ...times.flatMap(({ seen }) => seen?.facts ?? [])]
  }
}

function timesOf(book: FactBook, own: readonly Fact[]): Time[] {
  const told = own.filter((fact) => fact.kind !== 'planned-outage.cancelled')
  return told.flatMap((fact, i) => {
    const [from, to] = [instantOf(fact, 'from'), instantOf(fact, 'to')]
    if (from === null || to === null || isBefore(to, from)) return []
    return [{ fact, from, to, seen: sightOf(book, fact, told[i + 1]) }]
  })
}

/**
 * A notice tells a time from the version that announced it to the version that announced the next one:
 * a correction of its words alone goes on telling it.
 */
function sightOf(book: FactBook, fact: Fact, next: Fact | undefined): NoticeVersion | null {
  const notice = wordOf(fact, 'notice')
  const first = numberOf(fact, 'noticeVersion') ?? 1
  const end = next !== undefined && wordOf(next, 'notice') === notice ? next : undefined
  const before = end === undefined ? Infinity : (numberOf(end, 'noticeVersion') ?? Infinity)
  const versions = noticesOf(book).get(notice) ?? []
  return firstSeen(versions.filter(({ version }) => version >= first && version < before))
}
