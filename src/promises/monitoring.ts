import type { Stretch } from '../kernel/worktime/index.ts'
import type { Fact, FactKind } from '../ledger/index.ts'
import { gapsOfFacts } from '../outages/index.ts'
import { earlier, latest } from './fact-body.ts'
import { type FactBook, inOrder, isBefore, wordOf } from './fact-book.ts'

/** Facts that say when a component was watched. */
export const monitoringKinds = [
  'probe-target.registered',
  'probe-target.retired',
  'monitoring.lost',
  'monitoring.regained'
] as const satisfies readonly FactKind[]

/** When the state of one component was known, and by which facts. */
export interface Watch {
  /** Registration of its first target; `null`: nobody ever read a result of it. */
  readonly since: Temporal.Instant | null
  /** Time after that without a result, in order. */
  readonly gaps: readonly { from: Temporal.Instant; to: Temporal.Instant | null }[]
  readonly facts: readonly Fact[]
}

const nothing: Watch = { since: null, gaps: [], facts: [] }

/** When a component was watched; a component that no probe ever watched was never known. */
export function watchOf(book: FactBook, component: string): Watch {
  const all = book.once('watches', () => {
    const facts = monitoringKinds.flatMap((kind) => book.ofKind(kind))
    const byComponent = Map.groupBy(facts.toSorted(inOrder), (fact) => wordOf(fact, 'component'))
    return new Map([...byComponent].map(([key, own]) => [key, read(own)]))
  })
  return all.get(component) ?? nothing
}

/**
 * That a target was registered proves nothing: before its first result there is a gap, and without
 * any fact of `monitoring.*` nobody has read a result yet.
 */
function read(facts: readonly Fact[]): Watch {
  const told = facts.filter(({ kind }) => kind.startsWith('monitoring.'))
  const first = facts.find(({ kind }) => kind === 'probe-target.registered') ?? told[0]
  const since = told.length === 0 ? null : (first?.at ?? null)
  return { since, gaps: gapsOfFacts(told), facts }
}

/** The parts of a stretch in which the component was not known, without overlaps. */
export function unknownIn({ since, gaps }: Watch, { from, to }: Stretch): Stretch[] {
  const before = { from, to: since === null ? to : earlier(since, to) }
  const within = gaps.map((gap) => ({
    from: latest(gap.from, from),
    to: gap.to === null ? to : earlier(gap.to, to)
  }))
  return [before, ...within].filter((stretch) => isBefore(stretch.from, stretch.to))
}
