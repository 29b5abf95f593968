import { epochOf } from '../../../kernel/reading/index.ts'

// Intl alone: where a saved reader is opened, Temporal may be missing.
const zone = 'Asia/Tehran'

/** The language of the page. */
export const pageLang: 'fa' | 'en' = document.documentElement.lang === 'en' ? 'en' : 'fa'

/** Day and minute of an RFC 3339 time in Tehran, as the other pages write them. */
export function momentText(time: string): string {
  const at = epochOf(time)
  if (at === null) return time
  const clock = clockIn(pageLang === 'fa' ? 'fa-IR' : 'en-GB', at)
  return pageLang === 'fa' ? `${dayText(time)}، ساعت ${clock}` : `${dayText(time)}, ${clock}`
}

/** From when a letter has effect: a day, where that is its beginning in Tehran. */
export function effectiveText(time: string): string {
  const at = epochOf(time)
  return at !== null && clockIn('en-GB', at) === '00:00' ? dayText(time) : momentText(time)
}

function clockIn(locale: string, at: number): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  }).format(at)
}

/** Day of an RFC 3339 time in Tehran, as the other pages write it: in English the Persian one behind it. */
export function dayText(time: string): string {
  if (pageLang === 'fa') return dayIn('fa-IR-u-ca-persian', time)
  return `${dayIn('en-GB', time)} (${dayIn('en-GB-u-ca-persian', time)})`
}

function dayIn(locale: string, time: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric'
  }).formatToParts(epochOf(time) ?? 0)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('day')} ${part('month')} ${part('year')}`
}

/** A number in the digits of the page. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(pageLang === 'fa' ? 'fa-IR' : 'en-GB').format(value)
}

/** A size in the words of the page. */
export function sizeText(bytes: number): string {
  const units = pageLang === 'fa' ? ['بایت', 'کیلوبایت', 'مگابایت'] : ['bytes', 'kB', 'MB']
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const value = Math.round((bytes / 1000 ** step) * 10) / 10
  return `${numberText(value)} ${units[step] ?? ''}`
}

/**
 * An instant for the kernels that ask for nothing but its milliseconds, where Temporal may be missing: fits
 * where they want one.
 */
export function instantAt(milliseconds: number): never {
  return { epochMilliseconds: Math.round(milliseconds) } as never
}

/** This moment by the clock of the device, RFC 3339 in whole seconds. */
export function nowText(): string {
  return timeText(performance.timeOrigin + performance.now())
}

/** Milliseconds since 1970 as RFC 3339 in whole seconds. */
export function timeText(milliseconds: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23'
  }).formatToParts(milliseconds)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  const day = `${part('year')}-${part('month')}-${part('day')}`
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}Z`
}
