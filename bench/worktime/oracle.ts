import { week } from './task.ts'
import type { DueQuestion, ElapsedQuestion, Task } from './task.ts'

/** The slow answer that all others are held against: it walks minute by minute. */
export function oracle(task: Task) {
  const closed = new Set(task.holidays)
  const days = new Map<number, readonly [number, number] | null>()
  // Asia/Tehran is three and a half hours ahead of UTC in all the years asked about.
  const ahead = 210

  function hoursOn(day: number): readonly [number, number] | null {
    const known = days.get(day)
    if (known !== undefined) return known
    const date = new Temporal.PlainDate(1970, 1, 1).add({ days: day })
    const hours = closed.has(date.toString()) ? null : (week[date.dayOfWeek % 7] ?? null)
    days.set(day, hours)
    return hours
  }

  function isOpen(minute: number): boolean {
    const local = minute + ahead
    const day = Math.floor(local / 1440)
    const hours = hoursOn(day)
    const time = local - day * 1440
    return hours !== null && hours[0] <= time && time < hours[1]
  }

  return {
    due({ start, target }: DueQuestion): number {
      let minute = start
      for (let left = target; left > 0; minute++) if (isOpen(minute)) left--
      return minute
    },
    elapsed({ from, to }: ElapsedQuestion): number {
      let open = 0
      for (let minute = from; minute < to; minute++) if (isOpen(minute)) open++
      return open
    }
  }
}
