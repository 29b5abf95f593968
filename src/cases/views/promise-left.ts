import type { PromisedTime } from '../../catalogue/index.ts'
import { formatCount, formatDuration, formatNumber } from '../../kernel/persian/index.ts'
import type { Speaks } from '../../platform/html/index.ts'
import type { CaseProgress } from '../case-progress.ts'
import { clockMessages } from '../messages-clock.ts'
import { promised } from './words.ts'

/** To the hundredth: a working day has some eight hours, so this is five minutes. */
export function hundredths(amount: number): number {
  return Math.round(amount * 100) / 100
}

/** What is left of a promise in the unit that it was made in: «۹٫۴ از ۱۰ روز کاری». */
export function leftOfPromise(
  view: Speaks,
  promise: PromisedTime,
  progress: Pick<CaseProgress, 'used' | 'whole'>
): string {
  const of = promised(view, promise)
  const left = Math.max(
    0,
    shownAmount(promise, progress.whole) - shownAmount(promise, progress.used)
  )
  const isHours = promise.unit === 'hours' && !Number.isInteger(left)
  const much = isHours ? amountText(view, promise, left) : formatNumber(hundredths(left), view.lang)
  return clockMessages.in(view.lang).leftOf(much, of)
}

/** An amount of a promise in its unit: «۰٫۹۴ روز کاری», «۴ ساعت و ۱۳ دقیقه». */
export function amountText(view: Speaks, { unit }: PromisedTime, amount: number): string {
  const t = clockMessages.in(view.lang)
  if (unit === 'hours') return exactLength(view, Math.round(amount * 3600), 'hours')
  const n = formatNumber(hundredths(amount), view.lang)
  const isOne = hundredths(amount) === 1
  if (unit === 'calendar-days') return isOne ? t.oneDay(n) : t.days(n)
  return isOne ? t.oneWorkingDay(n) : t.workingDays(n)
}

/** As people read it beside the promise: hours to the minute, days to the hundredth. */
export function shownAmount({ unit }: PromisedTime, amount: number): number {
  return unit === 'hours' ? Math.round(amount * 60) / 60 : hundredths(amount)
}

/** How far away an instant is, by the clock on the wall: days of 24 hours. */
export function wallTime(view: Speaks, from: Temporal.Instant, to: Temporal.Instant): string {
  return formatDuration(Math.abs(Math.round(to.since(from).total('seconds'))), view.lang)
}

const units = [
  { seconds: 86_400, name: { fa: 'روز', en: 'day' } },
  { seconds: 3600, name: { fa: 'ساعت', en: 'hour' } },
  { seconds: 60, name: { fa: 'دقیقه', en: 'minute' } },
  { seconds: 1, name: { fa: 'ثانیه', en: 'second' } }
]

/** A length to the second, so that lengths under each other can be added up by hand. */
export function exactLength(view: Speaks, seconds: number, largest: 'days' | 'hours'): string {
  let rest = Math.round(seconds)
  const parts: string[] = []
  for (const unit of largest === 'days' ? units : units.slice(1)) {
    const count = Math.floor(rest / unit.seconds)
    rest -= count * unit.seconds
    if (count > 0) parts.push(formatCount(count, unit.name, view.lang))
  }
  if (parts.length === 0) return formatCount(0, { fa: 'ثانیه', en: 'second' }, view.lang)
  return parts.join(clockMessages.in(view.lang).and)
}
