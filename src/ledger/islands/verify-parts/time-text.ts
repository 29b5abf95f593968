// Intl alone: where this page is opened, and above all where its saved copy is, Temporal may be missing.
const zone = 'Asia/Tehran'

/** Day and minute of POSIX seconds in Tehran, as the other pages write them. */
export function timeText(second: number, lang: 'fa' | 'en'): string {
  const at = second * 1000
  const jalali = dayText(at, lang === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB-u-ca-persian')
  const time = new Intl.DateTimeFormat(lang === 'fa' ? 'fa-IR' : 'en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  }).format(at)
  if (lang === 'fa') return `${jalali}، ساعت ${time}`
  return `${dayText(at, 'en-GB-u-ca-gregory')} (${jalali}), ${time}`
}

function dayText(at: number, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric'
  }).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('day')} ${part('month')} ${part('year')}`
}

/** POSIX seconds of this device's clock. */
export function nowSeconds(): number {
  return Math.floor((performance.timeOrigin + performance.now()) / 1000)
}
