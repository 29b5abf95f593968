import type { BeatStretch } from './stretches.ts'

/** How results are read. */
export interface WatchRules {
  /** From one look to the next, milliseconds, > 0. */
  readonly everyMs: number
  /** Failures in a row after which a vantage point holds a target for down, >= 1. */
  readonly failuresInARow: number
  /** Successes in a row after which it holds it for up again, >= 1. */
  readonly successesInARow: number
}

/** A vantage point says nothing of a target after so many intervals without a result. */
export const silentIntervals = 2.5

/** What a vantage point holds a target for. */
export interface Held {
  readonly down: boolean
  /** First look of the run by which it came to hold that. */
  readonly since: number
}

/** A time in which a vantage point reported, and what it held the target for. */
export interface HeldSegment {
  readonly from: number
  /** Not included. */
  readonly to: number
  /** What its newest look there said. */
  readonly looked: 'up' | 'down'
  /** `null` while it has not yet enough looks in a row, of either kind, since it began to report. */
  readonly held: Held | null
}

interface Run {
  readonly up: boolean
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * What one vantage point held a target for, whenever it reported: nothing at first; down from the first of
 * N failures in a row on; up from the first of M successes in a row on. Silence belongs to no segment, and
 * what was held before it is forgotten: whoever comes back begins anew.
 * @param now - Where time has come to: a vantage point that reported lately still holds what it held.
 */
export function heldSegments(
  stretches: readonly BeatStretch[],
  rules: WatchRules,
  now: number
): HeldSegment[] {
  const silence = silentIntervals * rules.everyMs
  const runs = runsOf(stretches, silence)
  const segments: HeldSegment[] = []
  let held: Held | null = null
  for (const [i, run] of runs.entries()) {
    const isNew = run.from - (runs[i - 1]?.to ?? -Infinity) > silence
    held = heldAfter(run, isNew ? null : held, rules)
    const next = runs[i + 1]?.from ?? now
    const to = next - run.to <= silence ? Math.max(next, run.to) : run.to
    const looked = run.up ? 'up' : 'down'
    if (run.from < to) segments.push({ from: run.from, to, looked, held })
  }
  return segments
}

function heldAfter(run: Run, held: Held | null, rules: WatchRules): Held | null {
  const down = !run.up
  const needed = down ? rules.failuresInARow : rules.successesInARow
  return held?.down === down || run.count < needed ? held : { down, since: run.from }
}

function runsOf(stretches: readonly BeatStretch[], silence: number): Run[] {
  const runs: Run[] = []
  for (const { up, from, to, count } of stretches) {
    const last = runs.at(-1)
    if (last?.up === up && from - last.to <= silence) {
      runs[runs.length - 1] = { up, from: last.from, to, count: last.count + count }
    } else runs.push({ up, from, to, count })
  }
  return runs
}
