import {
  formatDuration,
  formatJalaliDateTime,
  formatNumber
} from '../../../kernel/persian/index.ts'
import type { ComponentState, DayReading } from '../../../kernel/status/index.ts'
import type { Availability } from '../../../kernel/worktime/index.ts'
import {
  type Html,
  type Speaks,
  attrs,
  badge,
  formHref,
  html,
  tag
} from '../../../platform/html/index.ts'
import type { Component } from '../../probes/component.ts'
import { messages } from '../messages.ts'

/** A state as icon, word and colour; what is not known has no colour. */
export function stateMark(view: Speaks, state: ComponentState): Html {
  const t = messages.in(view.lang)
  if (state === 'unknown') return tag({ tone: 'neutral', icon: 'minus', text: t.unknown })
  if (state === 'degraded') return tag({ tone: 'risk', icon: 'warning', text: t.degraded })
  return badge(view, state)
}

/** Address of a component's page. */
export function componentPath({ authority, id, service }: Component): string {
  if (service !== null) return `/status/services/${service}`
  return `/status/${authority}/${encodeURIComponent(id)}`
}

/** Address of a component's month. */
export function monthPath(component: Component, month: string): string {
  return `${componentPath(component)}/${month}`
}

/** `99.861`: three decimals, cut and not rounded, so that nothing less than whole reads as 100. */
export function percentText(view: Speaks, { percent }: Pick<Availability, 'percent'>): string {
  if (percent === null) return '—'
  const cut = Math.floor(percent * 1000 + 1e-6) / 1000
  const number = formatNumber(cut, view.lang)
  return view.lang === 'fa' ? `${number}٪` : `${number}%`
}

/** A percentage that leads to how it was computed. */
export function percentLink(view: Speaks, reading: Availability, href: string): Html {
  return html`<a class="link" href="${formHref(view, href)}">${percentText(view, reading)}</a>`
}

/** A share of a budget in whole percent: `140%`. */
export function shareText(view: Speaks, share: number | null): string {
  if (share === null) return '—'
  const number = formatNumber(Math.max(Math.ceil(share * 100 - 1e-9), 0), view.lang)
  return view.lang === 'fa' ? `${number}٪` : `${number}%`
}

/** A length in words. */
export function lengthText(view: Speaks, seconds: number): string {
  return formatDuration(seconds, view.lang)
}

/** An instant as people read it. */
export function timeText(view: Speaks, at: Temporal.Instant): string {
  return formatJalaliDateTime(at, view.lang)
}

/** A count in the digits of the language. */
export function countText(view: Speaks, count: number): string {
  return formatNumber(count, view.lang)
}

const dayWidth = 4
const barHeight = 24

// A day's form tells what its colour tells: whole, tall with a foot, half, hollow.
const forms: Readonly<Record<DayReading['state'], (x: number) => string>> = {
  up: (x) => `M${x} 5h3v19h-3z`,
  down: (x) => `M${x} 0h3v24h-3z`,
  planned: (x) => `M${x} 14h3v10h-3z`,
  unknown: (x) => `M${x} 23h3v1h-3zM${x} 5h3v1h-3z`
}
const dayStates = ['up', 'planned', 'unknown', 'down'] as const

/** One bar a day, in the direction of reading; the same in words for those who do not see it. */
export function dayBars(view: Speaks, days: readonly DayReading[], name: string): Html {
  const t = messages.in(view.lang)
  const width = days.length * dayWidth
  const place = (i: number) => (view.lang === 'fa' ? days.length - 1 - i : i) * dayWidth
  const paths = dayStates.map((state) => {
    const d = days.map((day, i) => (day.state === state ? forms[state](place(i)) : '')).join('')
    return d !== '' && html`<path class="day-${state}" ${attrs({ d })} />`
  })
  const label = `${t.daysLabel(name)}: ${daysText(view, days)}`
  return html`<svg
    class="day-bars"
    ${attrs({ viewBox: `0 0 ${String(width)} ${String(barHeight)}`, width, height: barHeight })}
    preserveAspectRatio="none"
    role="img"
    aria-label="${label}"
  >
    ${paths}
  </svg>`
}

/** «۸۸ روز بی‌قطعی، ۲ روز با قطعی». */
export function daysText(view: Speaks, days: readonly DayReading[]): string {
  const t = messages.in(view.lang)
  const words = { up: t.daysUp, down: t.daysDown, planned: t.daysPlanned, unknown: t.daysUnknown }
  const told = (['up', 'down', 'planned', 'unknown'] as const).flatMap((state) => {
    const count = days.filter((day) => day.state === state).length
    return count === 0 ? [] : [words[state](countText(view, count))]
  })
  return told.join(view.lang === 'fa' ? '، ' : ', ')
}

/** What the forms of the bars mean. */
export function dayKey(view: Speaks): Html {
  const t = messages.in(view.lang)
  const words = { up: t.keyUp, down: t.keyDown, planned: t.keyPlanned, unknown: t.keyUnknown }
  return html`<p class="day-key">
    <span>${t.key}:</span>
    ${(['up', 'down', 'planned', 'unknown'] as const).map(
      (state) =>
        html`<span>
          <svg class="day-bars" viewBox="0 0 3 24" width="6" height="24" aria-hidden="true">
            <path class="day-${state}" ${attrs({ d: forms[state](0) })} />
          </svg>
          ${words[state]}
        </span>`
    )}
  </p>`
}
