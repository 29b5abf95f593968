/** One look of one vantage point at one target; `at` in milliseconds since 1970. */
export interface Beat {
  readonly at: number
  readonly up: boolean
  readonly reason: string | null
  readonly detail: string | null
  readonly tookMs: number
}

/** Looks in a row that gave the same, close enough to each other that none is missing between them. */
export interface BeatStretch {
  readonly up: boolean
  /** First look, milliseconds since 1970. */
  readonly from: number
  /** Last look. */
  readonly to: number
  readonly count: number
  /** Of the last look. */
  readonly reason: string | null
  readonly detail: string | null
  readonly tookMs: number
}

/** Intervals between two looks of one stretch: with more, one is missing. */
export const joinIntervals = 1.5

/**
 * Stretches with more looks in them, in whatever order those are known. The answer depends on what was
 * seen, not on the order in which it was told, as long as no look falls within a stretch of the other
 * answer; such a one parts the stretch where its looks would be if they came evenly.
 * @param stretches - Of one vantage point and one target, by time.
 * @param everyMs - From one look to the next, > 0.
 */
export function addBeats(
  stretches: readonly BeatStretch[],
  beats: readonly Beat[],
  everyMs: number
): BeatStretch[] {
  const all = [...stretches]
  const reach = joinIntervals * everyMs
  for (const beat of beats.toSorted((a, b) => a.at - b.at)) addBeat(all, beat, reach)
  return all
}

function addBeat(all: BeatStretch[], beat: Beat, reach: number): void {
  let { at } = beat
  for (;;) {
    const index = placeOf(all, at)
    const here = all[index]
    if (here === undefined || at < here.from) {
      insertBetween(all, { ...beat, at }, { index, reach })
      return
    }
    if (here.up === beat.up) {
      all[index] = { ...here, count: here.count + 1 }
      return
    }
    if (at > here.from && at < here.to) {
      all.splice(index, 1, ...part(here, { ...beat, at }))
      return
    }
    // Two answers in one millisecond: the later one told counts as the later one given.
    at += 1
  }
}

/** The first stretch that ends at or after an instant. */
function placeOf(all: readonly BeatStretch[], at: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]!.to < at) low = middle + 1
    else high = middle
  }
  return low
}

function insertBetween(
  all: BeatStretch[],
  beat: Beat,
  { index, reach }: { index: number; reach: number }
): void {
  const before = all[index - 1]
  const after = all[index]
  const { at, up, reason, detail, tookMs } = beat
  const joinsBefore = before?.up === up && at - before.to <= reach
  const joinsAfter = after?.up === up && after.from - at <= reach
  const one: BeatStretch = { up, from: at, to: at, count: 1, reason, detail, tookMs }
  if (joinsBefore && joinsAfter) all.splice(index - 1, 2, join(join(before, one), after))
  else if (joinsBefore) all[index - 1] = join(before, one)
  else if (joinsAfter) all[index] = join(one, after)
  else all.splice(index, 0, one)
}

function join(first: BeatStretch, then: BeatStretch): BeatStretch {
  return { ...then, from: first.from, count: first.count + then.count }
}

/** A stretch of more than one look, parted by a look of the other answer strictly within it. */
function part(stretch: BeatStretch, beat: Beat): BeatStretch[] {
  const { from, to, count } = stretch
  const { at, up, reason, detail, tookMs } = beat
  const step = (to - from) / Math.max(count - 1, 1)
  const before = Math.min(Math.max(Math.ceil((at - from) / step), 1), Math.max(count - 1, 1))
  const lastBefore = Math.min(Math.round(from + (before - 1) * step), at - 1)
  const firstAfter = Math.max(Math.round(from + before * step), at + 1)
  return [
    { ...stretch, to: lastBefore, count: before },
    { up, from: at, to: at, count: 1, reason, detail, tookMs },
    { ...stretch, from: Math.min(firstAfter, to), count: Math.max(count - before, 1) }
  ]
}
