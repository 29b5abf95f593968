import type { Authority } from '../../../people/index.ts'
import {
  type Html,
  type View,
  disclosure,
  field,
  form,
  hidden,
  html,
  layout,
  link,
  pageHead,
  pagination,
  section,
  table
} from '../../../platform/html/index.ts'
import type { Bilingual, FieldProblem } from '../../../platform/index.ts'
import { causeNames } from '../messages.ts'
import { deskTexts, publicTexts } from '../messages-pages.ts'
import type { Outage } from '../outage.ts'
import { type Typed, bothFields, causeField, momentFields } from './outage-fields.ts'
import { lengthText, outageBadge, toTheSecond } from './outage-words.ts'

/** An outage in a list. */
export interface OutageRow {
  readonly outage: Outage
  readonly title: Bilingual
  readonly correctionWaits: boolean
}

/** The outages of one authority, for its IT manager. */
export interface OutageDesk {
  readonly authority: Authority
  readonly open: readonly OutageRow[]
  readonly before: readonly OutageRow[]
  /** Address of the older ones; `null` where there are none. */
  readonly olderHref: string | null
  /** Components that an outage can be opened for. */
  readonly components: readonly { readonly id: string; readonly title: Bilingual }[]
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
}

/** Outages of the authorities that a reader answers for. */
export function deskOutagesPage(view: View, desks: readonly OutageDesk[]): Html {
  const t = deskTexts.in(view.lang)
  return layout(view, {
    title: t.title,
    width: 'wide',
    robots: 'noindex',
    hasProblems: desks.some(({ problems }) => problems.length > 0),
    breadcrumbs: [{ href: '/desk/outages', text: t.title }],
    body: html`${pageHead({ title: t.title, lead: t.lead })}
    ${desks.map((desk) => deskSection(view, desk, desks.length > 1))}`
  })
}

function deskSection(view: View, desk: OutageDesk, isOneOfMany: boolean): Html {
  const t = deskTexts.in(view.lang)
  return html`${isOneOfMany && html`<h2>${desk.authority.title[view.lang]}</h2>`}
  ${section({ title: t.open, body: outageTable(view, desk.open, { title: t.open, empty: t.none }) })}
  ${openForm(view, desk)}
  ${section({
    title: t.history,
    body: html`${outageTable(view, desk.before, { title: t.history, empty: t.noneEver })}
    ${desk.olderHref !== null && pagination(view, { next: desk.olderHref })}`
  })}`
}

function outageTable(
  view: View,
  rows: readonly OutageRow[],
  { title, empty }: { readonly title: string; readonly empty: string }
): Html {
  const t = deskTexts.in(view.lang)
  return table<OutageRow>(view, {
    caption: title,
    captionHidden: true,
    rows,
    empty,
    columns: [
      {
        key: 'component',
        title: t.component,
        cell: ({ outage, title: name }) =>
          link(view, { href: `/desk/outages/${outage.id}`, text: name[view.lang] })
      },
      {
        key: 'when',
        title: t.when,
        cell: ({ outage }) =>
          html`${toTheSecond(view, outage.from)}
            <small class="block"
              >${publicTexts.in(view.lang).length}: ${lengthText(view, outage, view.now)}</small
            >`
      },
      { key: 'cause', title: t.cause, cell: ({ outage }) => causeNames[outage.cause][view.lang] },
      {
        key: 'state',
        title: t.state,
        cell: ({ outage, correctionWaits }) =>
          html`${outageBadge(view, outage)}
          ${correctionWaits && html`<small class="block">${t.waits}</small>`}
          ${outage.to !== null && outage.note === null && !outage.void && html`<small class="block">${t.noteMissing}</small>`}`
      }
    ]
  })
}

function openForm(view: View, desk: OutageDesk): Html {
  const t = deskTexts.in(view.lang)
  const { typed, problems, authority } = desk
  const given = { typed, problems, prefix: `${authority.id}.` }
  return disclosure({
    summary: t.openForm,
    open: problems.length > 0,
    body: html`<p>${t.openLead}</p>
      ${form(view, {
        action: '/desk/outages',
        problems,
        body: html`${hidden('authority', authority.id)}
        ${field(view, {
          type: 'choice',
          name: `${given.prefix}component`,
          label: t.component,
          value: typed.component,
          required: true,
          choices: desk.components.map(({ id, title }) => ({ value: id, text: title[view.lang] })),
          problems
        })}
        ${momentFields(view, 'from', { ...given, date: t.fromDate, time: t.fromTime })}
        ${causeField(view, given)}
        ${bothFields(view, 'scope', { ...given, fa: t.scopeFa, en: t.scopeEn, help: t.scopeHelp, optional: true })}
        ${momentFields(view, 'expectedReturnAt', { ...given, date: t.expectedDate, time: t.expectedTime, optional: true })}`,
        submit: { text: t.openForm, kind: 'danger' }
      })}`
  })
}
