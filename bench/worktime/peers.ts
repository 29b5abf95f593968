/* oxlint-disable no-restricted-globals -- The peers take and give nothing but Date. */
import { createRequire } from 'node:module'
import { clockText, dayNames, week } from './task.ts'
import type { DueQuestion, ElapsedQuestion, Task } from './task.ts'

/** A library that can be asked for a due and for elapsed working time, in minutes. */
export interface Peer {
  readonly name: string
  readonly due: (question: DueQuestion) => number
  readonly elapsed: (question: ElapsedQuestion) => number
}

// Required, not imported: the time zone of the process must be set before any of them is loaded.
const require = createRequire(import.meta.url)

/** The right answer; asked only to keep two peers from spans that they never come back from. */
type Elapsed = (question: ElapsedQuestion) => number

/** All peers, set up for a task. They share one process and keep their hours in globals. */
export function peers(task: Task, right: Elapsed): Peer[] {
  return [
    openingHours(task),
    dayjsBusinessTime(task),
    momentBusinessTime(task),
    seriousBusinessTime(task, right),
    workingTimes(task, right)
  ]
}

interface OpeningHours {
  getIterator(date: Date): { getState(): boolean; getDate(): Date; advance(): boolean }
  getOpenDuration(from: Date, to: Date): [number, number]
}

function openingHours({ holidays }: Task): Peer {
  const Hours = require('opening_hours') as new (value: string) => OpeningHours
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  const dates = holidays.map((date) => {
    const { year, month, day } = Temporal.PlainDate.from(date)
    return `${year} ${months[month - 1]} ${String(day).padStart(2, '0')}`
  })
  const off = dates.length === 0 ? '' : `; ${dates.join(',')} off`
  const hours = new Hours(`Sa-We 08:00-16:00; Th 08:00-12:00${off}`)
  return {
    name: 'opening_hours',
    due({ start, target }) {
      const iterator = hours.getIterator(new Date(start * 60_000))
      let left = target * 60_000
      for (;;) {
        const [open, from] = [iterator.getState(), iterator.getDate().getTime()]
        if (!iterator.advance()) return Number.NaN
        const length = iterator.getDate().getTime() - from
        if (open && length >= left) return (from + left) / 60_000
        if (open) left -= length
      }
    },
    elapsed: ({ from, to }) =>
      hours.getOpenDuration(new Date(from * 60_000), new Date(to * 60_000))[0] / 60_000
  }
}

interface DayjsTime {
  valueOf(): number
  addBusinessMinutes(minutes: number): DayjsTime
  businessMinutesDiff(other: DayjsTime): number
}

interface Dayjs {
  (milliseconds: number): DayjsTime
  extend(plugin: unknown): void
  setHolidays(dates: readonly string[]): void
  setBusinessTime(hours: object): void
}

function dayjsBusinessTime({ holidays }: Task): Peer {
  const dayjs = require('dayjs') as Dayjs
  dayjs.extend(require('dayjs-business-time'))
  dayjs.setHolidays(holidays)
  const hours = week.map((span, i) => [
    dayNames[i],
    span && [{ start: `${clockText(span[0])}:00`, end: `${clockText(span[1])}:00` }]
  ])
  dayjs.setBusinessTime(Object.fromEntries(hours) as object)
  return {
    name: 'dayjs-business-time',
    due: ({ start, target }) =>
      dayjs(start * 60_000)
        .addBusinessMinutes(target)
        .valueOf() / 60_000,
    elapsed: ({ from, to }) => dayjs(from * 60_000).businessMinutesDiff(dayjs(to * 60_000))
  }
}

interface MomentTime {
  valueOf(): number
  addWorkingTime(amount: number, unit: 'minutes'): MomentTime
  workingDiff(other: MomentTime, unit: 'minutes'): number
}

interface Moment {
  (milliseconds: number): MomentTime
  updateLocale(name: string, data: object): void
}

function momentHours(): object {
  const hours = week.map((span, i) => [i, span && span.map((m) => `${clockText(m)}:00`)])
  return Object.fromEntries(hours) as object
}

function momentBusinessTime({ holidays }: Task): Peer {
  require('moment-business-time')
  const moment = require('moment') as Moment
  moment.updateLocale('en', { workinghours: momentHours(), holidays })
  return {
    name: 'moment-business-time',
    due: ({ start, target }) =>
      moment(start * 60_000)
        .addWorkingTime(target, 'minutes')
        .valueOf() / 60_000,
    elapsed: ({ from, to }) => moment(to * 60_000).workingDiff(moment(from * 60_000), 'minutes')
  }
}

interface SeriousTime {
  addWorkingTime(time: MomentTime, amount: number, unit: 'minutes'): MomentTime
  workingDiff(from: MomentTime, to: MomentTime, unit: 'minutes'): number
}

function seriousBusinessTime({ holidays }: Task, right: Elapsed): Peer {
  const moment = require('moment') as Moment
  const library = require('serious-business-time') as {
    createInstance(moment: Moment, hours: object, holidays: readonly string[]): SeriousTime
  }
  const serious = library.createInstance(moment, momentHours(), holidays)
  return {
    name: 'serious-business-time',
    due: ({ start, target }) =>
      serious.addWorkingTime(moment(start * 60_000), target, 'minutes').valueOf() / 60_000,
    elapsed({ from, to }) {
      // Without this it never comes back from a span that holds no working time.
      if (right({ from, to }) === 0) return Number.NaN
      return serious.workingDiff(moment(to * 60_000), moment(from * 60_000), 'minutes')
    }
  }
}

interface Timer {
  setConfig(configuration: object): unknown
  add(date: Date, minutes: number, unit: 'MINUTES'): Date
  workingTimeBetween(from: Date, to: Date, unit: 'MINUTES'): number
}

function workingTimes({ holidays }: Task, right: Elapsed): Peer {
  const factory = require('working-times') as { getTimerInstance(): Timer; clearTimer(): void }
  factory.clearTimer()
  const timer = factory.getTimerInstance()
  const hours = week.flatMap((span, i) =>
    span ? [[i, [{ from: clockText(span[0]), to: clockText(span[1]) }]] as const] : []
  )
  timer.setConfig({
    vacations: holidays,
    normalWorkingHours: Object.fromEntries(hours),
    exceptionalWorkingHours: {},
    minBufferedDays: 1500,
    maxBufferedDays: 1500
  })
  return {
    name: 'working-times',
    due: ({ start, target }) =>
      timer.add(new Date(start * 60_000), target, 'MINUTES').getTime() / 60_000,
    elapsed({ from, to }) {
      // Without this it never comes back from a span that ends as the office opens, or at once.
      const opens = right({ from: to, to: to + 1 }) > right({ from: to - 1, to })
      if (opens || from === to) return Number.NaN
      return timer.workingTimeBetween(new Date(from * 60_000), new Date(to * 60_000), 'MINUTES')
    }
  }
}
