import { formatNumber } from '../../kernel/persian/index.ts'
import { expiryState } from '../../kernel/terms/index.ts'
import {
  type Content,
  type Html,
  type View,
  alert,
  button,
  formHref,
  html,
  layout,
  pageHead,
  section,
  stat,
  stats,
  table,
  tag
} from '../../platform/html/index.ts'
import { scoreboardMessages } from '../messages-scoreboard.ts'
import { messages } from '../messages.ts'
import type { Desk, DeskService } from '../read-desk.ts'
import { gapNow, lastDay } from './agreement-head.ts'
import { computedNote } from './agreement-page.ts'
import { clauseHref } from './beside-clause.ts'
import { percentText } from './detail-lines.ts'
import { measureTitle, standingMark } from './marks.ts'
import { newestNumber } from './promises-page.ts'

/** What the staff of an authority should look at today. */
export function deskPage(view: View, desks: readonly Desk[], hasQueue: boolean): Html {
  const t = scoreboardMessages.in(view.lang)
  return layout(view, {
    title: t.deskTitle,
    width: 'dense',
    robots: 'noindex',
    body: html`${pageHead({
      title: t.deskTitle,
      lead: t.deskLead,
      actions: hasQueue && button(view, { href: '/desk/queue', text: t.openQueue, kind: 'primary' })
    })}
    ${desks.map((desk) => deskOf(view, desk, hasQueue))}`
  })
}

function deskOf(view: View, desk: Desk, hasQueue: boolean): Html {
  const t = scoreboardMessages.in(view.lang)
  return section({
    title: desk.authority.title[view.lang],
    id: desk.authority.id,
    body: html`<div class="grid gap-5">
      ${expiryNotice(view, desk)}${totals(view, desk)}
      <div class="grid items-start gap-5 xl:grid-cols-2">
        ${serviceTable(view, desk, hasQueue)}${troubles(view, desk)}
      </div>
      ${computedNote(view, desk.living)}
    </div>`,
    actions: button(view, {
      href: `/agreements/${desk.living.version.agreement}`,
      text: t.livingAgreement,
      size: 'small'
    })
  })
}

function expiryNotice(view: View, { living }: Desk): Html | false {
  const t = scoreboardMessages.in(view.lang)
  const { lang } = view
  const days = gapNow(living, view.now)
  const drafts = living.versions.filter(({ state }) => state === 'draft').map(({ ref }) => ref)
  const waiting =
    drafts.length > 0 && html`<p>${t.draftWaits(drafts.join(lang === 'fa' ? '، ' : ', '))}</p>`
  if (days > 0) {
    const body = html`<p>${t.noneInForce(formatNumber(days, lang))}</p>
      ${waiting}`
    return alert(view, { kind: 'warning', still: true, body })
  }
  const { version } = living
  const draft = version.state === 'draft'
  const standing = expiryState({ validity: version.validity, draft }, view.now)
  if (standing.state !== 'in-force' || standing.warning === null) return false
  const body = html`<p>
      ${t.daysLeft(formatNumber(standing.daysLeft, lang))} (${lastDay(view, version)})
    </p>
    ${waiting}`
  return alert(view, { kind: 'warning', still: true, title: t.warnEnds, body })
}

function totals(view: View, { services }: Desk): Html {
  const t = scoreboardMessages.in(view.lang)
  const sum = (read: (service: DeskService) => number) =>
    services.reduce((all, service) => all + read(service), 0)
  const lateOpen = sum(({ lateOpen: own }) => own)
  const missed = sum(({ missed: own }) => own)
  const atRisk = sum(({ atRisk: own }) => own)
  const without = services.filter(({ floor }) => floor === null || floor.proposal).length
  const number = (n: number) => formatNumber(n, view.lang)
  return stats([
    stat(view, {
      label: t.lateOpen,
      value: number(lateOpen),
      ...(lateOpen > 0 && { state: 'overdue' as const })
    }),
    stat(view, {
      label: t.atRisk,
      value: number(atRisk),
      ...(atRisk > 0 && { state: 'at-risk' as const })
    }),
    stat(view, { label: t.late, value: number(missed) }),
    stat(view, { label: t.running, value: number(sum(({ running }) => running)) }),
    stat(view, { label: t.withoutLevel, value: number(without) })
  ])
}

/** A service leads to its queue; for whoever may not work there, to its public card. */
function serviceTable(view: View, { services }: Desk, hasQueue: boolean): Html {
  const t = scoreboardMessages.in(view.lang)
  const number = (n: number) => formatNumber(n, view.lang)
  return table(view, {
    caption: t.serviceTable,
    dense: true,
    rows: services,
    columns: [
      {
        key: 'service',
        title: messages.in(view.lang).service,
        cell: ({ code, title }) =>
          html`<a
            class="link"
            href="${formHref(view, hasQueue ? `/desk/queue?service=${code}` : `/services/${code}`)}"
            >${title[view.lang]}</a
          >`
      },
      {
        key: 'late-open',
        title: t.lateOpen,
        numeric: true,
        cell: ({ lateOpen }) => number(lateOpen)
      },
      { key: 'missed', title: t.late, numeric: true, cell: ({ missed }) => number(missed) },
      { key: 'at-risk', title: t.atRisk, numeric: true, cell: ({ atRisk }) => number(atRisk) },
      { key: 'running', title: t.running, numeric: true, cell: ({ running }) => number(running) },
      { key: 'level', title: t.level, cell: ({ floor }) => levelText(view, floor) }
    ]
  })
}

function levelText(view: View, floor: DeskService['floor']): Content {
  const t = scoreboardMessages.in(view.lang)
  if (floor === null) return tag({ text: t.noLevel, tone: 'quiet', icon: 'minus' })
  const text = t.levelOf(percentText(view, floor.minimumPercent))
  return floor.proposal ? html`${text} <span class="muted">(${t.proposed})</span>` : text
}

function troubles(view: View, { troubled, living }: Desk): Html {
  const t = scoreboardMessages.in(view.lang)
  return table(view, {
    caption: t.brokenPromises,
    dense: true,
    empty: t.allKept,
    rows: troubled,
    columns: [
      {
        key: 'promise',
        title: t.promise,
        cell: ({ clause }) =>
          html`<a class="link" href="${formHref(view, clauseHref(living.version.ref, clause.id))}"
            >${measureTitle(view, clause)}</a
          >`
      },
      {
        key: 'state',
        title: messages.in(view.lang).state,
        cell: (standing) => standingMark(view, standing)
      },
      {
        key: 'value',
        title: messages.in(view.lang).value,
        cell: (standing) => newestNumber(view, standing)
      }
    ]
  })
}
