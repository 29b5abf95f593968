import { type BeatStretch, joinIntervals } from '../../src/kernel/outages/index.ts'
import type { Span, Truth } from './truth.ts'

/** From one look to the next. */
export const everyMs = 60_000
const jitterMs = 2000

/** The looks of one vantage point at one service, in two typed arrays that are used again and again. */
export interface Beats {
  readonly times: Float64Array
  /** 1: up. */
  readonly states: Uint8Array
  count: number
}

/** Room for the looks of a year. */
export function roomFor(year: Span): Beats {
  const room = Math.ceil((year.to - year.from) / everyMs) + 1
  return { times: new Float64Array(room), states: new Uint8Array(room), count: 0 }
}

/** What is looked at, and by which chance. */
export interface Looking {
  readonly truth: Truth
  readonly year: Span
  readonly random: () => number
}

/** Looks once a minute, a little late now and then, and not at all in a gap. */
export function lookAt(beats: Beats, { truth, year, random }: Looking): void {
  const phase = Math.floor(random() * everyMs)
  const isOut = within(truth.outages)
  const isGap = within(truth.gaps)
  let count = 0
  for (let slot = year.from + phase; slot < year.to; slot += everyMs) {
    const at = slot + Math.floor(random() * jitterMs)
    if (isGap(at) || at >= year.to) continue
    beats.times[count] = at
    beats.states[count] = isOut(at) ? 0 : 1
    count++
  }
  beats.count = count
}

/** Asked in the order of time. */
function within(spans: readonly Span[]): (at: number) => boolean {
  let next = 0
  return (at) => {
    while (next < spans.length && spans[next]!.to <= at) next++
    return next < spans.length && spans[next]!.from <= at
  }
}

/**
 * The same looks as the store keeps them. It is fed look by look and takes them in any order; a year in
 * order needs only its rule of what joins, and the bench holds some of them against the store's code.
 */
export function stretchesOf(beats: Beats): BeatStretch[] {
  const reach = joinIntervals * everyMs
  const stretches: BeatStretch[] = []
  const add = (first: number, end: number) => {
    const [from, to] = [beats.times[first]!, beats.times[end - 1]!]
    const up = beats.states[first] === 1
    stretches.push({ up, from, to, count: end - first, reason: null, detail: null, tookMs: 0 })
  }
  let first = 0
  for (let i = 1; i <= beats.count; i++) {
    const joins =
      i < beats.count &&
      beats.states[i] === beats.states[first] &&
      beats.times[i]! - beats.times[i - 1]! <= reach
    if (joins) continue
    if (i > first) add(first, i)
    first = i
  }
  return stretches
}
