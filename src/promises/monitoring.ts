import type { Stretch } from '../kernel/worktime/index.ts'
import type { Fact, FactKind } from '../ledger/index.ts'
import { earlier, latest } from './fact-body.ts'
import { type FactBook, isBefore, wordOf } from './fact-book.ts'

/** Facts that say when a component was watched. */
export const monitoringKinds = [
  'probe-target.registered',
  'probe-target.retired',
  'monitoring.lost',
  'monitoring.regained'
] as const satisfies readonly FactKind[]

/** When the state of one component was known, and by which facts. */
export interface Watch {
  /** Half-open, in order; the last one ends at `asOf` where it still is. */
  readonly known: readonly Stretch[]
  readonly facts: readonly Fact[]
}

const nothing: Watch = { known: [], facts: [] }

/** When a component was watched; a component that no probe ever watched was never known. */
export function watchOf(book: FactBook, component: string): Watch {
  const all = book.once('watches', () => {
    const facts = monitoringKinds.flatMap((kind) => book.ofKind(kind))
    const byComponent = Map.groupBy(facts.toSorted(inTime), (fact) => wordOf(fact, 'component'))
    return new Map([...byComponent].map(([key, own]) => [key, read(own, book.asOf)]))
  })
  return all.get(component) ?? nothing
}

/** The part of a stretch in which the component was not known. */
export function unknownIn(watch: Watch, { from, to }: Stretch): Stretch[] {
  const unknown: Stretch[] = []
  let reached = from
  for (const known of watch.known) {
    if (isBefore(reached, known.from) && isBefore(reached, to))
      unknown.push({ from: reached, to: earlier(known.from, to) })
    reached = latest(reached, known.to)
  }
  if (isBefore(reached, to)) unknown.push({ from: reached, to })
  return unknown
}

/** A target is registered before it is lost, and lost before it is regained or retired. */
const rank = new Map<FactKind, number>(
  (
    [
      'probe-target.registered',
      'monitoring.lost',
      'monitoring.regained',
      'probe-target.retired'
    ] as const
  ).map((kind, i) => [kind, i])
)

function inTime(a: Fact, b: Fact): number {
  const byInstant = Temporal.Instant.compare(a.at, b.at)
  return byInstant || rank.get(a.kind)! - rank.get(b.kind)! || (a.id < b.id ? -1 : 1)
}

/**
 * Known from `monitoring.regained` to `monitoring.lost`, and no longer than a target is registered: that
 * a target was registered says nothing yet, and a probe that never reported proves nothing.
 */
function read(facts: readonly Fact[], asOf: Temporal.Instant): Watch {
  const known: Stretch[] = []
  const targets = new Set<string>()
  let since: Temporal.Instant | null = null
  for (const fact of facts) {
    if (fact.kind === 'probe-target.registered') targets.add(fact.subject)
    if (fact.kind === 'monitoring.regained') since ??= fact.at
    if (fact.kind === 'probe-target.retired') targets.delete(fact.subject)
    const ends =
      fact.kind === 'monitoring.lost' ||
      (fact.kind === 'probe-target.retired' && targets.size === 0)
    if (ends && since !== null) {
      known.push({ from: since, to: fact.at })
      since = null
    }
  }
  if (since !== null && isBefore(since, asOf)) known.push({ from: since, to: asOf })
  return { known, facts }
}
