import { formatDuration } from '../../../kernel/persian/index.ts'
import type { Authority } from '../../../people/index.ts'
import {
  type Html,
  type View,
  alert,
  button,
  html,
  layout,
  link,
  pageHead,
  postButton,
  section,
  stat,
  stats,
  table
} from '../../../platform/html/index.ts'
import { emergencyReasons } from '../messages-notice.ts'
import { deskTexts, plannedWords } from '../messages-pages.ts'
import { type Named, titleOf, whatOf } from '../notice-text.ts'
import type { Earliest } from '../plan-limits.ts'
import type { Planned } from '../planned.ts'
import { upToMinute } from '../refusals.ts'
import type { EmergencySuspension } from '../suspension.ts'
import { moment, spanText, stateBadge, verdictBadge } from './planned-parts.ts'

/** The desk of one authority. */
export interface PlannerDesk {
  readonly authority: Authority
  readonly named: Named
  readonly earliest: Earliest
  /** A vantage point has reported within the hour. */
  readonly isWatched: boolean
  readonly planned: readonly Planned[]
  readonly emergencies: readonly EmergencySuspension[]
}

/** Planned outages and suspensions of the authorities that a reader answers for. */
export function plannerPage(view: View, desks: readonly PlannerDesk[]): Html {
  const t = deskTexts.in(view.lang)
  return layout(view, {
    title: t.title,
    robots: 'noindex',
    breadcrumbs: [{ href: '/desk/planned', text: t.title }],
    body: html`${pageHead({
      title: t.title,
      lead: t.lead,
      actions: html`${button(view, { href: '/desk/planned/new', text: t.plan, kind: 'primary' })}
      ${button(view, { href: '/desk/planned/emergency', text: t.emergency })}
      ${button(view, { href: '/desk/planned/extensions', text: t.extensions, kind: 'quiet' })}`
    })}
    ${desks.map((desk) => deskSection(view, desk, desks.length > 1))}`
  })
}

function deskSection(view: View, desk: PlannerDesk, isOneOfMany: boolean): Html {
  const t = deskTexts.in(view.lang)
  const { authority, earliest, isWatched, emergencies } = desk
  return html`${isOneOfMany && html`<h2>${authority.title[view.lang]}</h2>`}
  ${earliestCard(view, earliest)}
  ${!isWatched && alert(view, { kind: 'warning', still: true, body: t.noProbe })}
  ${emergencies.length > 0 && section({ title: t.emergencies, body: emergencyTable(view, desk) })}
  ${section({ title: t.list, body: plannedTable(view, desk) })}`
}

/** The earliest lawful start, and how it comes about. */
export function earliestCard(view: View, { at, sightSeconds, seenBy }: Earliest): Html {
  const t = deskTexts.in(view.lang)
  return stats([
    stat(view, {
      label: t.earliest,
      value: moment(view, upToMinute(at)),
      note: t.earliestHow(formatDuration(sightSeconds, view.lang), moment(view, seenBy))
    })
  ])
}

function plannedTable(view: View, { planned, named }: PlannerDesk): Html {
  const t = deskTexts.in(view.lang)
  return table<Planned>(view, {
    caption: t.list,
    captionHidden: true,
    rows: planned,
    empty: t.none,
    columns: [
      {
        key: 'what',
        title: t.what,
        cell: (row) =>
          link(view, {
            href: `/desk/planned/${row.id}`,
            text: titleOf(row.kind, row.components, named)[view.lang]
          })
      },
      { key: 'when', title: t.when, cell: (row) => spanText(view, row) },
      { key: 'state', title: t.state, cell: (row) => stateBadge(view, row, view.now) },
      { key: 'verdict', title: t.verdict, cell: (row) => verdictBadge(view, row) }
    ]
  })
}

function emergencyTable(view: View, { emergencies, named }: PlannerDesk): Html {
  const t = deskTexts.in(view.lang)
  return table<EmergencySuspension>(view, {
    caption: t.emergencies,
    captionHidden: true,
    rows: emergencies,
    columns: [
      {
        key: 'what',
        title: t.what,
        cell: ({ kind, services }) =>
          html`${plannedWords.in(view.lang)[kind]}:
          ${
            whatOf(
              kind,
              services.map((code) => `service:${code}`),
              named
            )[view.lang]
          }`
      },
      {
        key: 'when',
        title: t.when,
        cell: ({ begunAt, expectedEndAt }) =>
          expectedEndAt === null
            ? `${t.since(moment(view, begunAt))} (${t.open})`
            : spanText(view, { from: begunAt, to: expectedEndAt })
      },
      {
        key: 'reason',
        title: t.reason,
        cell: ({ reason }) => emergencyReasons.in(view.lang)[reason]
      },
      {
        key: 'end',
        title: t.end,
        titleHidden: true,
        cell: ({ id }) =>
          postButton(view, { action: `/desk/planned/suspensions/${id}/end`, text: t.end })
      }
    ]
  })
}
