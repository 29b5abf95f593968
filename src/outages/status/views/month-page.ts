import {
  type Column,
  type Html,
  type View,
  formHref,
  html,
  layout,
  link,
  pageHead,
  section,
  table
} from '../../../platform/html/index.ts'
import type { Availability, PlannedVerdict } from '../../../kernel/worktime/index.ts'
import { factWord } from '../../../kernel/verdict/index.ts'
import { publicLog } from '../../../ledger/index.ts'
import type { Outage } from '../../outages/outage.ts'
import { componentMessages } from '../messages-component.ts'
import { messages } from '../messages.ts'
import type { OutageFact } from '../outage-leaves.ts'
import { type PlannedInterruption } from '../planned-source.ts'
import type { readComponentMonth } from '../read-component.ts'
import { monthTitle } from './component-page.ts'
import { segmentTable } from './segment-table.ts'
import { componentPath, countText, monthPath, percentText, shareText, timeText } from './marks.ts'
import { causeText, knownText } from './outage-parts.ts'

type Month = Awaited<ReturnType<typeof readComponentMonth>>
type Facts = ReadonlyMap<string, readonly OutageFact[]>

/** A component's month: both figures, what they are made of, and every second of it. */
export function monthPage(view: View, month: Month, facts: Facts): Html {
  const t = messages.in(view.lang)
  const c = componentMessages.in(view.lang)
  const { authority, component, reading } = month
  const name = month.title[view.lang]
  const title = `${name}: ${monthTitle(view, reading)}`
  return layout(view, {
    title,
    width: 'wide',
    breadcrumbs: [
      { href: '/status', text: t.title },
      { href: `/status/${authority.id}`, text: authority.shortTitle[view.lang] },
      { href: componentPath(component), text: name },
      { href: monthPath(component, reading.month.key), text: monthTitle(view, reading) }
    ],
    body: html`<div class="grid gap-6 pt-6">
      ${pageHead({ title, above: authority.title[view.lang] })}
      ${section({
        title: c.figures,
        id: 'figures',
        body: html`${figures(view, month)}
          <p class="muted mt-3">${c.formula}</p>
          <p>${explainLink(view, month)}</p>`
      })}
      ${section({ title: c.monthOutages, id: 'outages', body: outageTable(view, month, facts) })}
      ${month.history.planned.length > 0 && plannedPart(view, month, facts)}
      ${section({
        title: c.accounting,
        id: 'seconds',
        lead: c.accountingLead,
        body: segmentTable(view, month.reading, month.record)
      })}
    </div>`
  })
}

function explainLink(view: View, { component, reading }: Month): Html {
  const query = `component=${encodeURIComponent(component.id)}&month=${reading.month.key}`
  return link(view, {
    href: `/status/explain.json?authority=${component.authority}&${query}`,
    text: componentMessages.in(view.lang).explain
  })
}

interface FigureLine {
  readonly name: string
  readonly contract: string
  readonly real: string
}

function figures(view: View, { reading, target }: Month): Html {
  const t = messages.in(view.lang)
  const c = componentMessages.in(view.lang)
  const both = (name: string, of: (read: Availability) => string): FigureLine => ({
    name,
    contract: of(reading.contract),
    real: of(reading.real)
  })
  const seconds = (name: string, of: (read: Availability) => number) =>
    both(name, (read) => countText(view, of(read)))
  const rows: FigureLine[] = [
    both(c.percent, (read) => percentText(view, read)),
    seconds(
      c.windowSeconds,
      (read) => read.denominatorSeconds + read.plannedSeconds + read.unknownSeconds
    ),
    seconds(c.down, (read) => read.downSeconds),
    seconds(c.planned, (read) => read.plannedSeconds),
    seconds(c.unknown, (read) => read.unknownSeconds),
    seconds(c.denominator, (read) => read.denominatorSeconds),
    ...(target === null
      ? []
      : [
          seconds(t.budget, (read) => read.budgetSeconds),
          both(t.budgetUsed, (read) => shareText(view, read.budgetUsed))
        ])
  ]
  return table(view, {
    caption: `${c.figures} (${c.seconds})`,
    captionHidden: true,
    dense: true,
    rows,
    columns: [
      { key: 'name', title: '', titleHidden: true, cell: ({ name }) => name },
      { key: 'contract', title: t.contractTitle, numeric: true, cell: (row) => row.contract },
      {
        key: 'real',
        title: reading.isRunning ? t.realRunning : t.realTitle,
        numeric: true,
        cell: (row) => row.real
      }
    ]
  })
}

function outageTable(view: View, month: Month, facts: Facts): Html {
  const t = messages.in(view.lang)
  const c = componentMessages.in(view.lang)
  return table(view, {
    caption: c.monthOutages,
    captionHidden: true,
    dense: true,
    rows: outagesOf(month),
    empty: c.noOutages,
    columns: [
      {
        key: 'from',
        title: t.from,
        cell: ({ id, from }) => html`<span id="${id}">${timeText(view, from)}</span>`
      },
      { key: 'to', title: t.to, cell: ({ to }) => (to === null ? t.lasts : timeText(view, to)) },
      {
        key: 'seconds',
        title: c.inOutage,
        numeric: true,
        cell: (outage) => countText(view, secondsIn(month, outage))
      },
      { key: 'cause', title: t.cause, cell: (outage) => causeText(view, outage) },
      { key: 'known', title: t.known, cell: (outage) => knownText(view, outage) },
      { key: 'note', title: t.notice, cell: (outage) => noticeCell(view, outage) },
      { key: 'leaves', title: c.leaves, cell: ({ id }) => leavesCell(view, facts.get(id)) }
    ]
  })
}

/** Those that touch the month until now: the history is read up to its end. */
function outagesOf({ history, reading, record }: Month): Outage[] {
  const end = Math.min(reading.month.to, record.now)
  return history.outages.filter(({ from }) => from.epochMilliseconds / 1000 < end)
}

function noticeCell(view: View, { notice, note }: Outage): Html {
  const t = messages.in(view.lang)
  return html`${
    notice === null
      ? '—'
      : html`<a class="link" href="${formHref(view, `/notices/${notice}`)}">${t.notice}</a>`
  }${note !== null && html`<br /><small class="muted">${note[view.lang]}</small>`}`
}

function leavesCell(view: View, facts: readonly OutageFact[] = []): Html {
  return html`${facts.map(
    ({ kind, at, leaf, text }) =>
      html`<span class="block"
        >${timeText(view, at)} · ${factWord(kind, view.lang) ?? kind}:
        ${publicLog.leafLink(view, leaf)}
        ${text !== null && html`<br /><small class="muted">${text[view.lang]}</small>`}</span
      >`
  )}`
}

function second(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000)
}

/** Whole seconds of an outage within the month, planned ones included. */
function secondsIn({ reading, record }: Month, outage: Outage): number {
  const from = Math.max(second(outage.from), reading.month.from)
  const end = outage.to === null ? record.now : second(outage.to)
  return Math.max(Math.min(end, reading.month.to, record.now) - from, 0)
}

function plannedPart(view: View, month: Month, facts: Facts): Html {
  const c = componentMessages.in(view.lang)
  const t = messages.in(view.lang)
  const { planned } = month.history
  const columns: Column<PlannedInterruption>[] = [
    {
      key: 'from',
      title: t.from,
      cell: (each) => html`<span id="${each.id}">${timeText(view, each.window.from)}</span>`
    },
    { key: 'to', title: t.to, cell: (each) => timeText(view, each.window.to) },
    {
      key: 'verdict',
      title: t.state,
      cell: (each) => verdictText(view, verdictOf(month, each))
    },
    { key: 'leaves', title: c.leaves, cell: ({ id }) => leavesCell(view, facts.get(id)) }
  ]
  return section({
    title: c.monthPlanned,
    id: 'planned',
    body: table(view, {
      caption: c.monthPlanned,
      captionHidden: true,
      rows: planned,
      columns,
      dense: true
    })
  })
}

/** The arithmetic judges the plans that it was given, in their order. */
function verdictOf({ record, reading }: Month, { id }: PlannedInterruption): PlannedVerdict | null {
  const end = Math.min(reading.month.to, record.now)
  const judged = record.planned.filter(({ from, to }) => from < end && to > reading.month.from)
  const place = judged.findIndex(({ value }) => value.id === id)
  return reading.real.planned[place] ?? null
}

function verdictText(view: View, verdict: PlannedVerdict | null): string {
  const c = componentMessages.in(view.lang)
  if (verdict === null) return '—'
  if (verdict.reason === null) return c.valid
  return {
    'notice-not-seen': c.notSeen,
    'notice-late': c.noticeLate,
    'moved-late': c.movedLate
  }[verdict.reason]
}
