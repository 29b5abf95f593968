import type { BeatStretch } from './stretches.ts'
import {
  type Held,
  type HeldSegment,
  type WatchRules,
  heldSegments,
  silentIntervals
} from './vantage.ts'

/** Half-open, milliseconds since 1970; `to: null` while it lasts. */
export interface OpenSpan {
  readonly from: number
  readonly to: number | null
}

/** What one vantage point found at a target, and when its word counted. */
export interface VantageRecord {
  readonly stretches: readonly BeatStretch[]
  /** An inside one counts only while there is no outside one. */
  readonly counts: readonly OpenSpan[]
}

/** Everything known of one target. */
export interface TargetRecord {
  readonly id: string
  readonly everyMs: number
  /** Watched from then on. */
  readonly from: number
  /** Retired; `null` while it is watched. */
  readonly to: number | null
  /** It was down where the window begins, as far as was known. */
  readonly wasDown: boolean
  readonly vantages: readonly VantageRecord[]
}

/** The stretch of time to read: results before `from` only say what was held there. */
export interface ReadingWindow {
  readonly from: number
  readonly now: number
}

/** A time in which a target or component was down. */
export interface DownSpan extends OpenSpan {
  /** It began before the window, nobody here knows when; `from` is then that of the window. */
  readonly began: 'here' | 'before'
  /** Targets that were down in it. */
  readonly targets: readonly string[]
  /** How many vantage points made the majority when it began. */
  readonly vantagePoints: number
}

/** What the results say. */
export interface Reading {
  readonly down: readonly DownSpan[]
  /** Without any result that counts; may lie within `down`, which lasts until a success is seen. */
  readonly unknown: readonly OpenSpan[]
  /** When silence would change this reading, without any further result; `null`: it would not. */
  readonly wakeAt: number | null
}

/** A majority is backdated to the first of its looks that lies within so many intervals. */
export const backdateIntervals = 1.5

/**
 * Reads one target: down from the first failed look of a majority of the vantage points that hold it for
 * something, up from the first successful look of a majority of them; where they are divided equally, or
 * none has seen enough, it stays what it was; where none reports it is unknown.
 * @see docs/life-of-an-outage.md
 */
export function readTarget(
  target: TargetRecord,
  rules: Omit<WatchRules, 'everyMs'>,
  window: ReadingWindow
): Reading {
  const own = { ...rules, everyMs: target.everyMs }
  const begin = Math.max(window.from, target.from)
  const end = Math.min(window.now, target.to ?? window.now)
  const lasts = end === window.now
  const segments = target.vantages.map((vantage) =>
    counted(heldSegments(vantage.stretches, own, window.now), vantage.counts)
  )
  const sweep = sweepOf(target, { begin, end })
  for (const [from, to] of pairs(pointsOf(segments, begin, end))) {
    const heard = segments.flatMap((each) => each.find((s) => s.from <= from && from < s.to) ?? [])
    sweep.step({ from, to, heard })
  }
  const wakes = lasts ? wakeOf(target.vantages, own, window.now) : null
  return { ...sweep.result(lasts), wakeAt: wakes }
}

interface Step {
  readonly from: number
  readonly to: number
  readonly heard: readonly HeldSegment[]
}

function sweepOf(target: TargetRecord, { begin, end }: { begin: number; end: number }) {
  const down: DownSpan[] = []
  const unknown: { from: number; to: number }[] = []
  let isDown = target.wasDown && begin < end
  let changed = begin
  const open = (from: number, began: 'here' | 'before', vantagePoints: number) => {
    down.push({ from, to: null, began, targets: [target.id], vantagePoints })
  }
  if (isDown) open(begin, 'before', 0)
  const turn = (step: Step, agreeing: readonly Held[]) => {
    const earliest = step.from - backdateIntervals * target.everyMs
    const looks = agreeing.map(({ since }) => since).filter((since) => since >= earliest)
    changed = Math.max(changed, Math.min(step.from, ...looks))
    isDown = !isDown
    if (isDown) open(changed, 'here', agreeing.length)
    else down.push({ ...down.pop()!, to: changed })
  }
  return {
    step: (step: Step) => {
      const { heard } = step
      if (heard.length === 0) extend(unknown, step)
      const holding = heard.flatMap(({ held }) => held ?? [])
      const others = holding.filter(({ down: holds }) => holds !== isDown)
      // Others falling silent turns nothing by itself: somebody must see it now.
      const isSeen = heard.some(
        ({ held, looked }) => held?.down === !isDown && (looked === 'down') === !isDown
      )
      if (isSeen && others.length * 2 > holding.length) turn(step, others)
    },
    result: (lasts: boolean) => ({
      down: down
        .map((span) => (span.to === null && !lasts ? { ...span, to: end } : span))
        .filter((span) => span.to === null || span.from < span.to),
      unknown: unknown.map((span) => (span.to === end && lasts ? { ...span, to: null } : span))
    })
  }
}

function extend(spans: { from: number; to: number }[], { from, to }: Step): void {
  const last = spans.at(-1)
  if (last?.to === from) last.to = to
  else spans.push({ from, to })
}

function counted(segments: readonly HeldSegment[], counts: readonly OpenSpan[]): HeldSegment[] {
  return counts.flatMap((count) =>
    segments
      .map((segment) => ({
        ...segment,
        from: Math.max(segment.from, count.from),
        to: Math.min(segment.to, count.to ?? Infinity)
      }))
      .filter((segment) => segment.from < segment.to)
  )
}

function pointsOf(
  segments: readonly (readonly HeldSegment[])[],
  begin: number,
  end: number
): number[] {
  const within = segments
    .flatMap((each) => each.flatMap(({ from, to }) => [from, to]))
    .filter((point) => point > begin && point < end)
  return begin < end ? [...new Set([begin, ...within, end])].toSorted((a, b) => a - b) : []
}

function pairs(points: readonly number[]): [number, number][] {
  return points.slice(1).map((to, i) => [points[i]!, to])
}

function wakeOf(
  vantages: readonly VantageRecord[],
  { everyMs }: WatchRules,
  now: number
): number | null {
  const ends = vantages
    .flatMap(({ stretches }) => stretches.at(-1)?.to ?? [])
    .map((last) => last + silentIntervals * everyMs)
    .filter((silentAt) => silentAt >= now)
  return ends.length === 0 ? null : Math.min(...ends) + 1
}

/**
 * Reads a component: down while any of its targets is, unknown while none of them has a result.
 */
export function readComponent(
  targets: readonly TargetRecord[],
  rules: Omit<WatchRules, 'everyMs'>,
  window: ReadingWindow
): Reading {
  const readings = targets.map((target) => readTarget(target, rules, window))
  const wakes = readings.flatMap(({ wakeAt }) => wakeAt ?? [])
  return {
    down: mergeDown(readings.flatMap(({ down }) => down)),
    unknown: unknownOfAll(targets, readings, window),
    wakeAt: wakes.length === 0 ? null : Math.min(...wakes)
  }
}

function mergeDown(spans: readonly DownSpan[]): DownSpan[] {
  const merged: DownSpan[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from || endOf(a) - endOf(b))) {
    const last = merged.at(-1)
    if (last === undefined || span.from > endOf(last)) merged.push(span)
    else {
      const to = last.to === null || span.to === null ? null : Math.max(last.to, span.to)
      const began = last.from === span.from && span.began === 'before' ? 'before' : last.began
      const targets = [...new Set([...last.targets, ...span.targets])]
      const vantagePoints = Math.max(last.vantagePoints, span.vantagePoints)
      merged[merged.length - 1] = { from: last.from, to, began, targets, vantagePoints }
    }
  }
  return merged
}

/** A target that is not watched yet, or no longer, has nothing to say. */
function unknownOfAll(
  targets: readonly TargetRecord[],
  readings: readonly Reading[],
  window: ReadingWindow
): OpenSpan[] {
  const silent = targets.map((target, i) => [
    ...(target.from > window.from
      ? [{ from: -Infinity, to: Math.min(target.from, window.now) }]
      : []),
    ...readings[i]!.unknown.map(({ from, to }) => ({ from, to: to ?? Infinity })),
    ...(target.to === null ? [] : [{ from: Math.max(target.to, window.from), to: Infinity }])
  ])
  // Before anything of it was watched there is nothing to know.
  const first = Math.min(...targets.map(({ from }) => from))
  const whole = [{ from: Math.max(window.from, first), to: Infinity }]
  return silent
    .reduce((all, one) => intersect(all, joined(one)), whole)
    .filter(({ from }) => from < window.now)
    .map(({ from, to }) => ({ from, to: to === Infinity ? null : to }))
}

type Span = { from: number; to: number }

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}

function intersect(some: readonly Span[], others: readonly Span[]): Span[] {
  return some
    .flatMap((a) =>
      others.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
    )
    .filter(({ from, to }) => from < to)
}

function endOf(span: OpenSpan): number {
  return span.to ?? Infinity
}
