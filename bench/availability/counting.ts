import type { Beats } from './beats.ts'
import type { Span } from './truth.ts'

/** Up and down beats of each month. */
export interface Counts {
  readonly up: number[]
  readonly down: number[]
}

/**
 * Counting as Uptime Kuma does it (`server/uptime-calculator.js`: uptime = up / (up + down), every beat
 * the same), over every beat of the year.
 */
export function countBeats(beats: Beats, months: readonly Span[]): Counts {
  const counts = { up: months.map(() => 0), down: months.map(() => 0) }
  let month = 0
  let [up, down] = [0, 0]
  for (let i = 0; i < beats.count; i++) {
    while (beats.times[i]! >= months[month]!.to) {
      counts.up[month] = up
      counts.down[month] = down
      ;[up, down] = [0, 0]
      month++
    }
    if (beats.states[i] === 1) up++
    else down++
  }
  counts.up[month] = up
  counts.down[month] = down
  return counts
}

const dayMs = 86_400_000

/** The rows that it keeps for a year: up and down of each day of UTC. */
export interface DailyRows {
  readonly first: number
  readonly up: Uint16Array
  readonly down: Uint16Array
}

/** What it writes down while the beats come; no part of the summary's time. */
export function dailyRows(beats: Beats, year: Span): DailyRows {
  const first = Math.floor(year.from / dayMs)
  const days = Math.floor(year.to / dayMs) - first + 1
  const rows = { first, up: new Uint16Array(days), down: new Uint16Array(days) }
  for (let i = 0; i < beats.count; i++) {
    const day = Math.floor(beats.times[i]! / dayMs) - first
    if (beats.states[i] === 1) rows.up[day]! += 1
    else rows.down[day]! += 1
  }
  return rows
}

/** The same counting over those rows: the days that begin in a month. */
export function countDays(rows: DailyRows, months: readonly Span[]): Counts {
  const counts = { up: months.map(() => 0), down: months.map(() => 0) }
  for (const [i, month] of months.entries()) {
    const from = Math.max(Math.ceil(month.from / dayMs) - rows.first, 0)
    const to = Math.min(Math.ceil(month.to / dayMs) - rows.first, rows.up.length)
    for (let day = from; day < to; day++) {
      counts.up[i]! += rows.up[day]!
      counts.down[i]! += rows.down[day]!
    }
  }
  return counts
}

/** Seconds down that the counts mean, of the seconds in which somebody looked. */
export function downSeconds({ up, down }: Counts, month: number, watchedSeconds: number): number {
  const all = up[month]! + down[month]!
  return all === 0 ? 0 : (down[month]! / all) * watchedSeconds
}
