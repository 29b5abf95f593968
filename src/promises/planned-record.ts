import {
  type PlannedOutage,
  type PlannedVerdict,
  availabilityOf
} from '../kernel/worktime/index.ts'
import type { Fact, FactKind } from '../ledger/index.ts'
import { byKnowledge, earlier, instantOf, latest, numberOf, wordsOf } from './fact-body.ts'
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
  /** Its last time, cut where it was ended early. */
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

/** All planned interruptions that were not called off before they began, in order of their start. */
export function plannedOf(book: FactBook): readonly PlannedRecord[] {
  return book.once('planned', () => {
    const facts = plannedKinds.flatMap((kind) => book.ofKind(kind)).toSorted(byKnowledge)
    return [...Map.groupBy(facts, (fact) => fact.subject).values()]
      .flatMap((own) => read(book, own) ?? [])
      .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from) || (a.id < b.id ? -1 : 1))
  })
}

/** Those that take a component out of service. */
export function plannedOfComponent(book: FactBook, component: string): readonly PlannedRecord[] {
  return plannedOf(book).filter(({ components }) => components.includes(component))
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
  const cancelled = own.find((fact) => fact.kind === 'planned-outage.cancelled')
  if (cancelled !== undefined && !isBefore(last.from, cancelled.at)) return null
  const to = cancelled === undefined ? last.to : earlier(last.to, cancelled.at)
  const input = inputOf(times, to)
  return {
    id: announced.subject,
    fact: last.fact.id,
    kind: wordOf(announced, 'kind'),
    components: wordsOf(announced, 'components'),
    services: wordsOf(announced, 'services'),
    from: last.from,
    to,
    verdict: verdictOf(input),
    seen: last.seen,
    input,
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

/** Times whose notice nobody saw are left out, but for the last one: nobody can have relied on them. */
function inputOf(times: readonly Time[], to: Temporal.Instant): PlannedOutage {
  const [first, last] = [times[0]!, times.at(-1)!]
  const noticeSeenAt = firstSeen(times.flatMap(({ seen }) => seen ?? []))?.seenAt ?? null
  let reached = noticeSeenAt
  const moves = times.slice(1).flatMap((time) => {
    if (time.seen === null && time !== last) return []
    // Never seen is as late as can be.
    const seenAt = time.seen?.seenAt ?? latest(time.from, time.fact.at)
    reached = reached === null ? seenAt : latest(reached, seenAt)
    return [{ at: reached, from: time.from, to: time === last ? to : time.to }]
  })
  return { from: first.from, to: first === last ? to : first.to, noticeSeenAt, moves }
}

/** The kernel's own verdict on the notice of a planned outage. */
function verdictOf(input: PlannedOutage): PlannedVerdict {
  const { planned } = availabilityOf({ from: input.from, nominalSeconds: 1 }, 1, {
    planned: [input]
  })
  return planned[0]!
}
