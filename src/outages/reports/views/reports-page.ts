import {
  type Html,
  type View,
  badge,
  formHref,
  html,
  layout,
  pageHead,
  pagination,
  section,
  table,
  tabs
} from '../../../platform/html/index.ts'
import { formatNumber } from '../../../kernel/persian/index.ts'
import type { ListedReport } from '../list-store.ts'
import { closedReasonMessages, reportDeskMessages } from '../messages-desk.ts'
import type { Choice } from '../report.ts'
import { aboutName, channelName, kindName, moment } from './words.ts'

/** The list of reports. */
export interface ReportsPageOptions {
  readonly shown: string
  readonly reports: readonly ListedReport[]
  readonly hasMore: boolean
  readonly choices: readonly Choice[]
  readonly blind: readonly {
    readonly authority: string
    readonly component: string | null
    readonly reports: number
  }[]
}

/** Reports as officers see them: what, when, where it stands, and whether probes saw it. */
export function reportsPage(view: View, options: ReportsPageOptions): Html {
  const t = reportDeskMessages.in(view.lang)
  const { shown } = options
  const isBlind = shown === 'blind'
  return layout(view, {
    title: t.title,
    width: 'dense',
    robots: 'noindex',
    body: html`${pageHead({ title: t.title, lead: isBlind ? t.blindLead : t.lead })}
    ${tabs(view, {
      label: t.title,
      items: (['open', 'closed', 'all', 'blind'] as const).map((name) => ({
        href: `/desk/reports?show=${name}`,
        text: t[name],
        current: name === shown
      }))
    })}
    ${isBlind && section({ title: t.blind, body: blindTable(view, options) })}
    ${reportTable(view, options)}`
  })
}

function blindTable(view: View, { blind, choices }: ReportsPageOptions): Html {
  const t = reportDeskMessages.in(view.lang)
  return table(view, {
    caption: t.blind,
    captionHidden: true,
    columns: [
      { key: 'about', title: t.component, cell: (row) => aboutName(view, row, choices) },
      {
        key: 'reports',
        title: t.blindCount,
        numeric: true,
        cell: (row) => formatNumber(row.reports, view.lang)
      }
    ],
    rows: blind,
    empty: t.noBlind
  })
}

function reportTable(view: View, { reports, choices, shown, hasMore }: ReportsPageOptions): Html {
  const t = reportDeskMessages.in(view.lang)
  const last = reports.at(-1)
  const next = new URLSearchParams({ show: shown })
  if (last !== undefined) next.set('cursor', `${last.filedAt.toString()}_${last.id}`)
  return html`${table(view, {
    caption: t.reports,
    captionHidden: true,
    columns: [
      {
        key: 'filed',
        title: t.filed,
        rowHead: true,
        cell: (row) =>
          html`<a class="link" href="${formHref(view, `/desk/reports/${row.id}`)}"
            >${moment(view, row.filedAt)}</a
          >`
      },
      { key: 'about', title: t.component, cell: (row) => aboutName(view, row, choices) },
      { key: 'kind', title: t.kind, cell: (row) => kindName(view, row.kind) },
      { key: 'channel', title: t.channel, cell: (row) => channelName(view, row.channel) },
      { key: 'state', title: t.state, cell: (row) => stateOf(view, row) },
      { key: 'outage', title: t.outage, cell: (row) => outageLink(view, row) }
    ],
    rows: reports,
    empty: t.empty
  })}
  ${hasMore && pagination(view, { next: `/desk/reports?${next.toString()}` })}`
}

function stateOf(view: View, { state, closedReason }: ListedReport): Html {
  const t = reportDeskMessages.in(view.lang)
  const reason = closedReason === null ? '' : closedReasonMessages.in(view.lang)[closedReason]
  return html`${badge(view, state === 'open' ? 'running' : 'complete', t[state])} ${reason}`
}

function outageLink(view: View, { outage }: ListedReport): Html | string {
  const t = reportDeskMessages.in(view.lang)
  if (outage === null) return t.none
  return html`<a class="link" href="${formHref(view, `/desk/outages/${outage}`)}">${t.outage}</a>`
}
