/** A place from which an authority's site is watched; its id is that of the API key. */
export interface VantagePoint {
  readonly authority: string
  readonly id: string
  readonly label: string
  /** Not on the machine of the desk. Only outside ones count once there is any. */
  readonly outside: boolean
  readonly registeredAt: Temporal.Instant
  readonly retiredAt: Temporal.Instant | null
  /** When it last asked what to watch. */
  readonly planAt: Temporal.Instant | null
  /** When it last reported. */
  readonly reportedAt: Temporal.Instant | null
  /** Results that it had to throw away, in all. */
  readonly dropped: number
}

/** Half-open; `to: null` while it lasts. */
interface CountingSpan {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
}

/**
 * When the word of each vantage point counts: an outside one while it is registered, the inside one
 * while no outside one is.
 */
export function countingSpans(
  vantages: readonly VantagePoint[]
): Map<string, readonly CountingSpan[]> {
  const outside = vantages
    .filter((each) => each.outside)
    .toSorted((a, b) => Temporal.Instant.compare(a.registeredAt, b.registeredAt))
  return new Map(
    vantages.map((each) => {
      const own = { from: each.registeredAt, to: each.retiredAt }
      return [each.id, each.outside ? [own] : without(own, outside)]
    })
  )
}

/** When each vantage point was one, whether it stands inside or outside. */
export function registeredSpans(
  vantages: readonly VantagePoint[]
): Map<string, readonly CountingSpan[]> {
  return new Map(
    vantages.map(({ id, registeredAt: from, retiredAt: to }) => [id, [{ from, to }]] as const)
  )
}

/** What is left of a span; the cuts come in the order in which they begin. */
function without(span: CountingSpan, cuts: readonly VantagePoint[]): CountingSpan[] {
  const left: CountingSpan[] = []
  let from = span.from
  for (const cut of cuts) {
    if (isBefore(from, cut.registeredAt) && isBeforeEnd(cut.registeredAt, span.to)) {
      left.push({ from, to: cut.registeredAt })
    }
    if (cut.retiredAt === null) return left
    if (isBefore(from, cut.retiredAt)) from = cut.retiredAt
  }
  return isBeforeEnd(from, span.to) ? [...left, { from, to: span.to }] : left
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

function isBeforeEnd(a: Temporal.Instant, end: Temporal.Instant | null): boolean {
  return end === null || isBefore(a, end)
}
