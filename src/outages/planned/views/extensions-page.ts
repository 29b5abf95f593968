import { formatNumber } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  badge,
  field,
  form,
  html,
  layout,
  link,
  pageHead,
  postButton,
  section,
  table
} from '../../../platform/html/index.ts'
import type { Bilingual, FieldProblem } from '../../../platform/index.ts'
import type { DeadlineExtension } from '../extension.ts'
import { deskTexts } from '../messages-pages.ts'
import { spanText } from './planned-parts.ts'

/** A proposal as the list shows it. */
export interface ShownExtension extends DeadlineExtension {
  readonly title: Bilingual
  readonly proposer: Bilingual
  readonly mayApprove: boolean
  readonly mayDecline: boolean
  readonly isOwn: boolean
}

/** An outage for which an extension can be proposed. */
export interface ExtendableOutage {
  readonly id: string
  readonly title: Bilingual
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** Proposals to extend deadlines, and the form of a new one. */
export interface ExtensionsPage {
  readonly extensions: readonly ShownExtension[]
  /** `null` for whoever may not propose. */
  readonly outages: readonly ExtendableOutage[] | null
  readonly typed: { readonly outage: string | undefined; readonly reason: string | undefined }
  readonly problems: readonly FieldProblem[]
}

/** Deadlines that outages made impossible: what was proposed, by whom, and what a second person said. */
export function extensionsPage(view: View, options: ExtensionsPage): Html {
  const t = deskTexts.in(view.lang)
  return layout(view, {
    title: t.extensions,
    robots: 'noindex',
    hasProblems: options.problems.length > 0,
    breadcrumbs: [
      { href: '/desk/planned', text: t.title },
      { href: '/desk/planned/extensions', text: t.extensions }
    ],
    body: html`${pageHead({ title: t.extensions, lead: t.extensionsLead })}
    ${extensionTable(view, options.extensions)}
    ${options.outages !== null && proposal(view, options, options.outages)}`
  })
}

function extensionTable(view: View, extensions: readonly ShownExtension[]): Html {
  const t = deskTexts.in(view.lang)
  return table<ShownExtension>(view, {
    caption: t.extensions,
    captionHidden: true,
    rows: extensions,
    empty: t.extensionsNone,
    columns: [
      {
        key: 'outage',
        title: t.outage,
        cell: (row) =>
          html`${link(view, { href: `/desk/outages/${row.outage}`, text: row.title[view.lang] })}
            <br /><small>${spanText(view, row)}</small>`
      },
      {
        key: 'reason',
        title: t.reason,
        cell: (row) => html`${row.reason}<br /><small>${row.proposer[view.lang]}</small>`
      },
      {
        key: 'cases',
        title: t.casesTitle,
        numeric: true,
        cell: ({ cases }) => formatNumber(cases ?? 0, view.lang)
      },
      { key: 'state', title: t.state, cell: (row) => stateOf(view, row) },
      { key: 'decide', title: t.approve, titleHidden: true, cell: (row) => buttons(view, row) }
    ]
  })
}

function stateOf(view: View, { approved }: ShownExtension): Html {
  const t = deskTexts.in(view.lang)
  if (approved === null) return badge(view, 'at-risk', t.waits)
  return approved ? badge(view, 'granted', t.granted) : badge(view, 'refused', t.declined)
}

function buttons(view: View, { id, mayApprove, mayDecline, isOwn }: ShownExtension): Html {
  const t = deskTexts.in(view.lang)
  const action = `/desk/planned/extensions/${id}/decision`
  const decline = isOwn ? t.takeBack : t.decline
  return html`${mayApprove && postButton(view, { action, text: t.approve, fields: { approved: 'yes' } })}
  ${mayDecline && postButton(view, { action, text: decline, fields: { approved: 'no' } })}`
}

function proposal(
  view: View,
  { typed, problems }: ExtensionsPage,
  outages: readonly ExtendableOutage[]
): Html {
  const t = deskTexts.in(view.lang)
  if (outages.length === 0) {
    return section({ title: t.propose, body: html`<p class="muted">${t.outageNone}</p>` })
  }
  return section({
    title: t.propose,
    body: form(view, {
      action: '/desk/planned/extensions',
      problems,
      body: html`${field(view, {
        type: 'choice',
        name: 'outage',
        label: t.outage,
        choices: outages.map(({ id, title, from, to }) => ({
          value: id,
          text: title[view.lang],
          help: spanText(view, { from, to })
        })),
        value: typed.outage,
        problems
      })}
      ${field(view, {
        type: 'paragraph',
        name: 'reason',
        label: t.reason,
        help: t.reasonHelp,
        value: typed.reason,
        problems
      })}`,
      submit: { text: t.propose }
    })
  })
}
