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

/** A time in which a vantage point reported, and what it held the target for. */
export interface HeldSegment {
  readonly from: number
  /** Not included. */
  readonly to: number
  readonly down: boolean
  /** First look of the run by which it came to hold that; `-Infinity` for what it held at first. */
  readonly since: number
}

interface Run {
  readonly up: boolean
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * What one vantage point held a target for, whenever it reported: up at first; down from the first of N
 * failures in a row on; up again from the first of M successes in a row on. Silence ends a row, and
 * belongs to no segment; what was held before it is held after it, until looks say otherwise.
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
  let held = { down: false, since: -Infinity }
  for (const [i, run] of runs.entries()) {
    const needed = run.up ? rules.successesInARow : rules.failuresInARow
    if (held.down === run.up && run.count >= needed) held = { down: !run.up, since: run.from }
    const next = runs[i + 1]?.from ?? now
    const to = next - run.to <= silence ? Math.max(next, run.to) : run.to
    if (run.from < to) segments.push({ from: run.from, to, ...held })
  }
  return segments
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
