import { formatCount } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type NavItem,
  type View,
  alert,
  button,
  formHref,
  html,
  layout,
  link,
  pageHead,
  section,
  table
} from '../../../platform/html/index.ts'
import { type AuthorityStatus, type Board, type ComponentStatus, countStates } from '../board.ts'
import { messages } from '../messages.ts'
import type { Watching } from '../watching-store.ts'
import {
  componentPath,
  countText,
  dayBars,
  dayKey,
  monthPath,
  percentLink,
  shareText,
  stateMark,
  timeText
} from './marks.ts'
import { historyTable, namesOf, openOutageCard, plannedCard } from './outage-parts.ts'

/** Which authority a page is about, and what stands above everything else. */
export interface StatusPageOptions {
  /** Only this authority; all where absent. */
  readonly authority?: string
  /** A sentence above the page: that it is a copy. */
  readonly above?: Html
}

const historyRows = { one: 50, all: 10 }

/** The status of all authorities, or of one: now, what is open, what is planned, what was. */
export function statusPage(view: View, board: Board, options: StatusPageOptions = {}): Html {
  const t = messages.in(view.lang)
  const shown = board.authorities.filter(
    ({ authority }) => options.authority === undefined || authority.id === options.authority
  )
  const only = options.authority === undefined ? undefined : shown[0]
  const title = only === undefined ? t.title : `${t.title}: ${only.authority.shortTitle[view.lang]}`
  return layout(view, {
    title,
    width: 'wide',
    description: t.lead,
    head: feedLinks(),
    ...(only !== undefined && { breadcrumbs: trail(view, only) }),
    body: html`<div class="grid gap-6 pt-6">
      ${options.above}
      ${pageHead({
        title,
        lead: t.lead,
        actions: button(view, { href: '/report', text: t.report, size: 'small' })
      })}
      ${overall(
        view,
        shown.flatMap(({ components }) => components),
        board.at
      )}
      ${shown.map((status) => authorityPart(view, status, only !== undefined))}
      <p class="muted text-sm">${t.unknownMeans}</p>
      ${dataLinks(view, only)}
    </div>`
  })
}

function trail(view: View, { authority }: AuthorityStatus): NavItem[] {
  return [
    { href: '/status', text: messages.in(view.lang).title },
    { href: `/status/${authority.id}`, text: authority.shortTitle[view.lang] }
  ]
}

/** One sentence on everything: never that all is well while something is not known. */
function overall(view: View, components: readonly ComponentStatus[], at: Temporal.Instant): Html {
  const t = messages.in(view.lang)
  const asOf = t.asOf(timeText(view, at))
  if (components.length === 0)
    return alert(view, { kind: 'info', title: t.nothingWatched, still: true, body: asOf })
  const counts = countStates(components)
  const say = (count: number, text: (n: string) => string) =>
    count === 0 ? [] : [text(countText(view, count))]
  const faults = [
    ...say(counts.down, t.someDown),
    ...say(counts.degraded, t.someDegraded),
    ...say(counts.planned, t.somePlanned),
    ...say(counts.unknown, t.someUnknown)
  ]
  const kind =
    counts.down > 0
      ? 'error'
      : counts.degraded > 0
        ? 'warning'
        : faults.length > 0
          ? 'info'
          : 'success'
  const title = faults.length === 0 ? t.allUp : faults.join(view.lang === 'fa' ? '؛ ' : '; ')
  const upCount = t.upCount(countText(view, counts.up), countText(view, components.length))
  return alert(view, {
    kind,
    title,
    still: true,
    body: html`${faults.length > 0 && html`${upCount} · `}${asOf}`
  })
}

function authorityPart(view: View, status: AuthorityStatus, isOnly: boolean): Html {
  const t = messages.in(view.lang)
  const { authority, components, outages, planned, watching } = status
  const names = namesOf(status)
  const open = outages.filter(({ to }) => to === null)
  const body = html`<div class="grid gap-5">
    ${
      open.length > 0 &&
      html`<h3 class="font-bold">${t.openOutages}</h3>
        ${open.map((outage) => openOutageCard(view, outage, status))}`
    }
    ${
      planned.length > 0 &&
      html`<h3 class="font-bold">${t.plannedTitle}</h3>
        ${planned.map((each) => plannedCard(view, each, names))}`
    }
    ${componentTable(view, components)}${dayKey(view)}
    <p class="muted">${watchingText(view, watching)}</p>
    <h3 class="font-bold">${t.history}</h3>
    ${historyTable(view, status, isOnly ? historyRows.one : historyRows.all)}
  </div>`
  if (isOnly) return section({ title: t.components, id: authority.id, body })
  return section({
    title: authority.title[view.lang],
    id: authority.id,
    body,
    actions: link(view, {
      href: `/status/${authority.id}`,
      text: authority.shortTitle[view.lang]
    })
  })
}

function componentTable(view: View, components: readonly ComponentStatus[]): Html {
  const t = messages.in(view.lang)
  return table(view, {
    caption: t.components,
    captionHidden: true,
    rows: components,
    columns: [
      { key: 'component', title: t.component, cell: (row) => nameCell(view, row) },
      { key: 'state', title: t.state, cell: (row) => stateCell(view, row) },
      {
        key: 'days',
        title: t.lastDays,
        cell: ({ days, title }) => dayBars(view, days, title[view.lang])
      },
      {
        key: 'contract',
        title: t.contractMonth,
        numeric: true,
        cell: (row) => figure(view, row, 'contract')
      },
      { key: 'real', title: t.realMonth, numeric: true, cell: (row) => figure(view, row, 'real') },
      {
        key: 'budget',
        title: t.budgetUsed,
        numeric: true,
        cell: ({ target, burn }) =>
          target === null
            ? html`<span class="muted">${t.noTarget}</span>`
            : shareText(view, burn?.usedShare ?? null)
      }
    ]
  })
}

function nameCell(view: View, { component, title }: ComponentStatus): Html {
  const href = formHref(view, componentPath(component))
  return html`<a class="link" href="${href}">${title[view.lang]}</a>`
}

/** The state, and since when nobody knows it where nobody does. */
export function stateCell(view: View, row: ComponentStatus): Html {
  const t = messages.in(view.lang)
  if (row.state !== 'unknown') return stateMark(view, row.state)
  const since = row.unknownSince
  return html`${stateMark(view, row.state)}<br /><small class="muted"
      >${since === null ? t.neverWatched : t.unknownSince(timeText(view, since))}</small
    >`
}

function figure(view: View, { month, component }: ComponentStatus, which: 'contract' | 'real') {
  if (month === null) return '—'
  return percentLink(view, month[which], monthPath(component, month.month.key))
}

/** From where is watched: whoever watches only from inside says so. */
export function watchingText(view: View, { outside, own, lastReportAt }: Watching): string {
  const t = messages.in(view.lang)
  if (outside + own === 0) return t.watchedNot
  const places = formatCount(outside, { fa: 'نقطه', en: 'place' }, view.lang)
  const where = outside > 0 ? t.watchedOutside(places) : t.watchedOwn
  return lastReportAt === null ? where : `${where} ${t.lastReport(timeText(view, lastReportAt))}`
}

function feedLinks(): Html {
  return html`<link
    rel="alternate"
    type="application/atom+xml"
    href="/status/history.atom"
    title="Atom"
  />`
}

function dataLinks(view: View, only: AuthorityStatus | undefined): Html {
  const t = messages.in(view.lang)
  const query = only === undefined ? '' : `?authority=${only.authority.id}`
  const files = [
    [`/status/availability.csv${query}`, 'CSV'],
    [`/status/availability.json${query}`, 'JSON'],
    ['/status/api/v2/summary.json', 'Statuspage v2'],
    ['/status/history.atom', 'Atom'],
    ['/outages.ics', 'iCalendar'],
    ['/api/v1/availability', 'API']
  ] as const
  return html`<p class="flex flex-wrap gap-x-4 gap-y-1">
    <strong>${t.exports}:</strong>
    ${files.map(([href, text]) => html`<a class="link" href="${href}">${text}</a>`)}
  </p>`
}
