/**
 * A set of points on a line of whole seconds: half-open spans `[from, to)`, in order, not touching.
 * `to` may be `Infinity`.
 */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The set that any list of spans covers: ordered, overlaps counted once, empty spans dropped. */
export function union(spans: readonly Span[]): Span[] {
  const ordered = spans.filter((span) => span.from < span.to).toSorted((a, b) => a.from - b.from)
  const result: { from: number; to: number }[] = []
  for (const { from, to } of ordered) {
    const last = result.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

/** What of the set `spans` lies outside the set `cut`. */
export function subtract(spans: readonly Span[], cut: readonly Span[]): Span[] {
  const result: Span[] = []
  let first = 0
  for (const span of spans) {
    let from = span.from
    while (first < cut.length && cut[first]!.to <= from) first++
    for (let i = first; i < cut.length && cut[i]!.from < span.to; i++) {
      if (cut[i]!.from > from) result.push({ from, to: cut[i]!.from })
      from = Math.max(from, cut[i]!.to)
    }
    if (from < span.to) result.push({ from, to: span.to })
  }
  return result
}

/** What of the set `spans` lies inside `[from, to)`. */
export function clip(spans: readonly Span[], { from, to }: Span): Span[] {
  return spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to)
}

/** How many seconds the set holds. */
export function length(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0)
}
