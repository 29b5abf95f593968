/** Half-open, milliseconds since 1970. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What really happened to one service, and when nobody looked. */
export interface Truth {
  readonly outages: readonly Span[]
  readonly gaps: readonly Span[]
}

/** A small generator of numbers in [0, 1): the same seed gives the same year. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const perYear = { outages: 40, gaps: 8 }
const outageSeconds = { least: 10, most: 21_600 }
const gapSeconds = { least: 180, most: 7200 }

/**
 * A year of one service: outages from ten seconds to six hours (short ones far more often), which begin
 * and end at any millisecond, and stretches in which the probe itself did not run.
 */
export function yearOf(random: () => number, { from, to }: Span): Truth {
  const some = (count: number, seconds: { least: number; most: number }) =>
    apart(
      Array.from({ length: Math.round(count * (0.5 + random())) }, () => {
        const length = 1000 * seconds.least * (seconds.most / seconds.least) ** random()
        const at = from + Math.floor(random() * (to - from - length))
        return { from: at, to: at + Math.round(length) }
      })
    )
  return { outages: some(perYear.outages, outageSeconds), gaps: some(perYear.gaps, gapSeconds) }
}

function apart(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.from > (result.at(-1)?.to ?? -Infinity)) result.push(span)
  }
  return result
}

/** Seconds of `of` within `window`, outside all of `without`. */
export function secondsWithin(
  of: readonly Span[],
  window: Span,
  without: readonly Span[] = []
): number {
  let total = 0
  for (const span of of) {
    const from = Math.max(span.from, window.from)
    const to = Math.min(span.to, window.to)
    if (from >= to) continue
    total += to - from
    for (const cut of without) total -= Math.max(Math.min(cut.to, to) - Math.max(cut.from, from), 0)
  }
  return total / 1000
}
