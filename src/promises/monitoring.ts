import type { Stretch } from '../kernel/worktime/index.ts'
import type { Fact, FactKind } from '../ledger/index.ts'
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
  /** Half-open, in order; the last one ends at `asOf` where it still is. */
  readonly known: readonly Stretch[]
  readonly facts: readonly Fact[]
}

const nothing: Watch = { known: [], facts: [] }

/** When a component was watched; a component that no probe ever watched was never known. */
export function watchOf(book: FactBook, component: string): Watch {
  const all = book.once('watches', () => {
    const facts = monitoringKinds.flatMap((kind) => book.ofKind(kind))
    const byComponent = Map.groupBy(facts.toSorted(inOrder), (fact) => wordOf(fact, 'component'))
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

/**
 * Known from the registration of its first target, but for what `monitoring.lost` and `regained` say: of
 * one instant what was recorded later holds. Without either nobody read a result yet: that a target was
 * registered proves nothing.
 */
function read(facts: readonly Fact[], asOf: Temporal.Instant): Watch {
  const told = facts.filter(({ kind }) => kind.startsWith('monitoring.'))
  const first = facts.find(({ kind }) => kind === 'probe-target.registered')
  if (told.length === 0) return { known: [], facts }
  const known: Stretch[] = []
  let since: Temporal.Instant | null = first?.at ?? null
  for (const { kind, at } of told) {
    if (kind === 'monitoring.regained') since ??= at
    else if (since !== null) {
      known.push({ from: since, to: latest(since, at) })
      since = null
    }
  }
  if (since !== null) known.push({ from: since, to: latest(since, asOf) })
  return { known: known.filter(({ from, to }) => isBefore(from, to)), facts }
}
