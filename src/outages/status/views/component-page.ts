import {
  type Html,
  type State,
  type View,
  formHref,
  html,
  layout,
  link,
  pageHead,
  section,
  stat,
  stats,
  strip,
  table
} from '../../../platform/html/index.ts'
import { formatJalaliDate, formatJalaliMonth } from '../../../kernel/persian/index.ts'
import {
  type Burn,
  type DayReading,
  type MonthReading,
  instantOf
} from '../../../kernel/status/index.ts'
import type { AvailabilityTarget } from '../availability-target.ts'
import type { AuthorityStatus, ComponentStatus } from '../board.ts'
import { componentMessages } from '../messages-component.ts'
import { messages } from '../messages.ts'
import type { ComponentMonths } from '../read-component.ts'
import {
  componentPath,
  countText,
  dayBars,
  dayKey,
  daysText,
  lengthText,
  monthPath,
  percentLink,
  percentText,
  shareText,
  stateMark,
  timeText
} from './marks.ts'
import { historyTable, namesOf, openOutageCard, plannedCard } from './outage-parts.ts'
import { watchingText } from './status-page.ts'

/** What the page of a component is made of. */
export interface ComponentPageOptions {
  readonly status: AuthorityStatus
  readonly row: ComponentStatus
  readonly year: ComponentMonths
}

/** One component: now, its budget, twelve months, ninety days, its outages. */
export function componentPage(view: View, options: ComponentPageOptions): Html {
  const t = messages.in(view.lang)
  const { status, row, year } = options
  const { authority } = status
  const title = row.title[view.lang]
  const own = {
    ...status,
    outages: status.outages.filter((each) => each.component === row.component.id)
  }
  const names = namesOf(status)
  const planned = status.planned.filter(({ components }) => components.includes(row.component.id))
  return layout(view, {
    title: `${t.title}: ${title}`,
    width: 'wide',
    breadcrumbs: [
      { href: '/status', text: t.title },
      { href: `/status/${authority.id}`, text: authority.shortTitle[view.lang] },
      { href: componentPath(row.component), text: title }
    ],
    body: html`<div class="grid gap-6 pt-6">
      ${pageHead({
        title,
        above: authority.title[view.lang],
        badge: stateMark(view, row.state),
        lead: watchingText(view, status.watching)
      })}
      ${row.outage !== null && openOutageCard(view, row.outage, status)}
      ${planned.map((each) => plannedCard(view, each, names))} ${monthFigures(view, row)}
      ${burnPart(view, row)} ${daysPart(view, row)} ${monthsPart(view, year)}
      ${section({ title: t.history, id: 'history', body: historyTable(view, own, 100) })}
      ${linksPart(view, row)}
    </div>`
  })
}

function monthFigures(view: View, { month, component, target }: ComponentStatus): Html | false {
  if (month === null) return false
  const t = messages.in(view.lang)
  const href = monthPath(component, month.month.key)
  return stats([
    stat(view, { label: t.contractTitle, value: percentText(view, month.contract), href }),
    stat(view, { label: t.realRunning, value: percentText(view, month.real), href }),
    ...(target === null
      ? []
      : [
          stat(view, {
            label: t.target,
            value: percentText(view, target),
            href: `/agreements/${target.agreement}/${target.version.split('@')[1] ?? ''}/clauses/${target.clauses[0] ?? ''}`,
            note: targetNote(view, target)
          })
        ])
  ])
}

function targetNote(view: View, { proposal, draft, version }: AvailabilityTarget): string {
  const t = messages.in(view.lang)
  if (proposal) return t.proposal
  return draft ? t.targetDraft(version) : t.targetFrom(version)
}

function burnPart(view: View, { burn }: ComponentStatus): Html | false {
  if (burn === null) return false
  const t = componentMessages.in(view.lang)
  const used = burn.usedShare ?? (burn.isGone ? 1 : 0)
  return section({
    title: t.burnTitle,
    id: 'budget',
    body: html`<progress
        class="progress"
        max="100"
        value="${String(Math.min(Math.ceil(used * 100), 100))}"
        aria-label="${t.burnTitle}"
      ></progress>
      <ul class="mt-2">
        ${burnLines(view, burn).map((line) => html`<li>${line}</li>`)}
      </ul>`
  })
}

function burnLines(view: View, burn: Burn): string[] {
  const t = componentMessages.in(view.lang)
  const lines = [t.burnUsed(shareText(view, burn.usedShare), lengthText(view, burn.budgetSeconds))]
  if (burn.budgetSeconds === 0) return [burn.isGone ? t.noToleranceGone : t.noTolerance]
  if (burn.isGone) return [...lines, t.burnGone]
  if (burn.rate === null || burn.rate === 0) return lines
  lines.push(t.burnRate(countText(view, Math.round(burn.rate * 10) / 10)))
  lines.push(burn.goneAt === null ? t.burnLasts : t.burnGoneAt(timeText(view, burn.goneAt)))
  return lines
}

function daysPart(view: View, { days, title }: ComponentStatus): Html {
  const t = messages.in(view.lang)
  const c = componentMessages.in(view.lang)
  const bad = days.filter(({ state }) => state !== 'up').toReversed()
  return section({
    title: t.lastDays,
    id: 'days',
    lead: daysText(view, days),
    body: html`<div class="day-bars-wide">${dayBars(view, days, title[view.lang])}</div>
      ${dayKey(view)}
      ${
        bad.length > 0 &&
        html`<details class="data-table">
          <summary>${c.badDays} (${countText(view, bad.length)})</summary>
          ${dayTable(view, bad)}
        </details>`
      }`
  })
}

function dayTable(view: View, days: readonly DayReading[]): Html {
  const t = messages.in(view.lang)
  const c = componentMessages.in(view.lang)
  const seconds = (of: (day: DayReading) => number) => (day: DayReading) => countText(view, of(day))
  return table(view, {
    caption: `${c.badDays} (${c.seconds})`,
    dense: true,
    rows: days,
    columns: [
      { key: 'day', title: c.day, cell: ({ day }) => formatJalaliDate(day.date, view.lang) },
      { key: 'state', title: t.state, cell: ({ state }) => stateMark(view, state) },
      { key: 'up', title: c.up, numeric: true, cell: seconds((day) => day.upSeconds) },
      { key: 'down', title: c.down, numeric: true, cell: seconds((day) => day.downSeconds) },
      {
        key: 'planned',
        title: c.planned,
        numeric: true,
        cell: seconds((day) => day.plannedSeconds)
      },
      {
        key: 'unknown',
        title: c.unknown,
        numeric: true,
        cell: seconds((day) => day.unknownSeconds)
      }
    ]
  })
}

function monthsPart(view: View, { component, readings, target, title }: ComponentMonths): Html {
  const t = messages.in(view.lang)
  const c = componentMessages.in(view.lang)
  const read = readings.flatMap((reading) => reading ?? [])
  const query = `authority=${component.authority}&component=${encodeURIComponent(component.id)}`
  const body = html`${strip(view, {
    label: `${c.twelveMonths}: ${title[view.lang]}`,
    compact: true,
    periods: read.map((reading) => ({
      title: monthTitle(view, reading),
      state: monthState(reading, target === null ? null : target.percent),
      value: percentText(view, reading.contract)
    }))
  })}
  ${table(view, {
    caption: `${c.twelveMonths} (${c.seconds})`,
    dense: true,
    rows: read.toReversed(),
    exports: [
      { href: `/status/availability.csv?${query}`, text: 'CSV' },
      { href: `/status/availability.json?${query}`, text: 'JSON' }
    ],
    columns: [
      {
        key: 'month',
        title: c.month,
        cell: (reading) =>
          html`<a class="link" href="${formHref(view, monthPath(component, reading.month.key))}"
            >${monthTitle(view, reading)}</a
          >`
      },
      ...(['contract', 'real'] as const).map((which) => ({
        key: which,
        title: which === 'contract' ? t.contractTitle : t.realTitle,
        numeric: true,
        cell: (reading: MonthReading) =>
          percentLink(view, reading[which], monthPath(component, reading.month.key))
      })),
      ...(['downSeconds', 'plannedSeconds', 'unknownSeconds'] as const).map((which) => ({
        key: which,
        title: { downSeconds: c.down, plannedSeconds: c.planned, unknownSeconds: c.unknown }[which],
        numeric: true,
        cell: (reading: MonthReading) => countText(view, reading.real[which])
      })),
      {
        key: 'budget',
        title: t.budgetUsed,
        numeric: true,
        cell: (reading) =>
          target === null || reading.contract.percent === null
            ? '—'
            : shareText(view, reading.contract.budgetUsed)
      }
    ]
  })}`
  return section({ title: c.twelveMonths, id: 'months', body })
}

/** «آذر ۱۴۰۵»: the Persian month alone in both languages. */
export function monthTitle(view: View, { month }: Pick<MonthReading, 'month'>): string {
  return formatJalaliMonth(instantOf(month.from), view.lang).replace(/ \(.*$/, '')
}

/** Kept and broken only against a target; without one only whether anything is known. */
function monthState({ contract }: MonthReading, percent: number | null): State {
  if (contract.percent === null) return 'no-data'
  if (percent === null) return contract.downSeconds > 0 ? 'down' : 'up'
  if (contract.percent < percent) return 'broken'
  return (contract.budgetUsed ?? 0) > 0.8 ? 'at-risk' : 'kept'
}

function linksPart(view: View, { component }: ComponentStatus): Html | false {
  if (component.service === null) return false
  const text = componentMessages.in(view.lang).serviceCard
  return html`<p>${link(view, { href: `/services/${component.service}`, text })}</p>`
}
