/** Time without any result that counts; `to: null` while it lasts. */
export interface Gap {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
}

/** A fact about gaps, before it is recorded. */
export interface GapFact {
  readonly kind: 'monitoring.lost' | 'monitoring.regained'
  readonly at: Temporal.Instant
}

/**
 * Gaps as a reading found them from an instant on: one that begins there goes on from the one that
 * reached over it.
 */
export function joinAcross(
  read: readonly Gap[],
  { before, from }: { readonly before: readonly Gap[]; readonly from: Temporal.Instant }
): Gap[] {
  const over = before.find((gap) => isBefore(gap.from, from))
  if (over === undefined) return [...read]
  const [first, ...rest] = read
  if (first === undefined || isBefore(from, first.from))
    return [{ from: over.from, to: from }, ...read]
  return [{ from: over.from, to: first.to }, ...rest]
}

/** A fact about gaps that was recorded. */
export interface KnownGapFact {
  readonly kind: string
  readonly at: Temporal.Instant
  readonly id: string
}

/**
 * The facts to add so that all of them say what is known now. Facts are read in the order of their
 * instants, and of their recording where two have one: from `lost` on nothing is known, from `regained`
 * on it is. What was said before is never taken back but by what is said of the same instant later.
 * @param known - All facts of the component.
 * @param after - Gaps as they are to be, from the instant `from` on.
 */
export function gapFacts(
  known: readonly KnownGapFact[],
  after: readonly Gap[],
  from: Temporal.Instant
): GapFact[] {
  const said = new Map<bigint, { at: Temporal.Instant; kind: string | null }>()
  let isLost = false
  for (const { kind, at } of ordered(known)) {
    if (isBefore(at, from)) isLost = kind === 'monitoring.lost'
    else said.set(at.epochNanoseconds, { at, kind })
  }
  for (const { from: begin, to } of after) {
    for (const at of to === null ? [begin] : [begin, to]) {
      const isHere = !isBefore(at, from) && !said.has(at.epochNanoseconds)
      if (isHere) said.set(at.epochNanoseconds, { at, kind: null })
    }
  }
  const instants = [...said.values()].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  return instants.flatMap(({ at, kind }): GapFact[] => {
    const told: boolean = kind === null ? isLost : kind === 'monitoring.lost'
    isLost = covers(after, at)
    if (told === isLost) return []
    return [{ kind: isLost ? 'monitoring.lost' : 'monitoring.regained', at }]
  })
}

/** The gaps that facts say, in whatever order they were recorded. */
export function gapsOfFacts(facts: readonly KnownGapFact[]): Gap[] {
  const gaps: Gap[] = []
  for (const { kind, at } of ordered(facts)) {
    const last = gaps.at(-1)
    const isOpen = last !== undefined && last.to === null
    if (kind === 'monitoring.lost' && !isOpen) {
      if (last?.to?.equals(at) === true) gaps[gaps.length - 1] = { from: last.from, to: null }
      else gaps.push({ from: at, to: null })
    } else if (kind === 'monitoring.regained' && isOpen) {
      if (last.from.equals(at)) gaps.pop()
      else gaps[gaps.length - 1] = { from: last.from, to: at }
    }
  }
  return gaps
}

function ordered(facts: readonly KnownGapFact[]): KnownGapFact[] {
  return facts.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.id < b.id ? -1 : 1))
}

function covers(gaps: readonly Gap[], at: Temporal.Instant): boolean {
  return gaps.some(({ from, to }) => !isBefore(at, from) && (to === null || isBefore(at, to)))
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
