import {
  formatDuration,
  formatJalaliDateTime,
  toPersianDigits
} from '../../../kernel/persian/index.ts'
import { type Html, type Speaks, badge } from '../../../platform/html/index.ts'
import { stateNames } from '../messages.ts'
import { type Outage, outageState } from '../outage.ts'

const looks = { open: 'down', closed: 'complete', void: 'withdrawn' } as const

/** Where an outage stands, as a word with its colour. */
export function outageBadge(view: Speaks, outage: Outage): Html {
  const state = outageState(outage)
  return badge(view, looks[state], stateNames[state][view.lang])
}

/** An instant to the second: «۱ آذر ۱۴۰۵، ساعت ۱۱:۳۰:۰۷». */
export function toTheSecond(view: Speaks, at: Temporal.Instant, zone = 'Asia/Tehran'): string {
  const seconds = String(at.toZonedDateTimeISO(zone).second).padStart(2, '0')
  const text = view.lang === 'fa' ? toPersianDigits(seconds) : seconds
  return `${formatJalaliDateTime(at, view.lang, zone)}:${text}`
}

/** How long an outage was, or has been. */
export function lengthText(view: Speaks, outage: Outage, now: Temporal.Instant): string {
  const seconds = (outage.to ?? now).since(outage.from).total('seconds')
  return formatDuration(Math.max(0, Math.floor(seconds)), view.lang)
}
