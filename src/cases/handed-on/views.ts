import type { Authority } from '../../people/index.ts'
import {
  type Content,
  type Html,
  type View,
  attrs,
  button,
  csrfField,
  errorSummary,
  field,
  formHref,
  html,
  pageHead,
  section,
  table
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import type { CaseView } from '../view-case.ts'
import { documentHref } from '../views/case-documents.ts'
import { noteText } from '../views/case-returns.ts'
import { frame } from '../views/frame.ts'
import { moment, size } from '../views/words.ts'
import type { HandedOnDocument } from './list-handed-on.ts'
import { handOnMessages } from './messages.ts'

/** The form by which a document is handed on, with what was typed and refused. */
export function handOnPage(
  view: View,
  options: {
    readonly shown: CaseView
    readonly authority: Authority
    readonly typed: Readonly<Record<string, string | undefined>>
    readonly problems: readonly FieldProblem[]
  }
): Html {
  const t = handOnMessages.in(view.lang)
  const { shown, authority, typed, problems } = options
  const action = formHref(view, `/desk/cases/${shown.id}/handing-on`)
  const titleOf = (type: string) =>
    shown.card.documents.find(({ code }) => code === type)?.title[view.lang] ?? type
  const others = authority.units.filter(({ id }) => id !== shown.unit)
  return frame(view, {
    title: t.title,
    problems,
    body: html`${pageHead({ title: t.title, lead: t.lead })} ${errorSummary(view, problems)}
      <form class="form" ${attrs({ method: 'post', action, novalidate: true })}>
        ${csrfField(view)}
        ${field(view, {
          type: 'choice',
          name: 'document',
          label: t.document,
          value: typed['document'] ?? shown.documents[0]?.id,
          choices: shown.documents.map(({ id, type, name }) => ({
            value: id,
            text: `${titleOf(type)} (${name})`
          })),
          problems
        })}
        ${field(view, {
          type: 'choice',
          name: 'unit',
          label: t.unit,
          value: typed['unit'],
          choices: others.map(({ id, title }) => ({ value: id, text: title[view.lang] })),
          problems
        })}
        ${field(view, {
          type: 'paragraph',
          name: 'reason',
          label: t.reason,
          help: t.reasonHelp,
          value: typed['reason'],
          rows: 3,
          problems
        })}
        <div class="actions">
          ${button(view, { text: t.send, kind: 'primary' })}
          ${button(view, { text: t.back, href: `/desk/cases/${shown.id}`, kind: 'quiet' })}
        </div>
      </form>`
  })
}

/** What was handed on to the units of the reader. */
export function handedOnPage(view: View, items: readonly HandedOnDocument[]): Html {
  const t = handOnMessages.in(view.lang)
  return frame(view, {
    title: t.listTitle,
    body: html`${pageHead({ title: t.listTitle, lead: t.lead })}
    ${table(view, {
      caption: t.listTitle,
      captionHidden: true,
      rows: items,
      empty: t.listEmpty,
      columns: [
        { key: 'document', title: t.document, cell: (row) => fileOf(view, row) },
        {
          key: 'service',
          title: t.service,
          cell: (row) =>
            html`${row.service[view.lang]}<br /><span class="muted"
                ><bdi dir="ltr">${formatTrackingCode(row.code)}</bdi></span
              >`
        },
        {
          key: 'reason',
          title: t.reason,
          cell: (row) => html`<bdi class="whitespace-pre-line">${row.reason ?? ''}</bdi>`
        },
        { key: 'by', title: t.by, cell: (row) => row.sharedByName?.[view.lang] ?? '' },
        { key: 'at', title: t.at, cell: (row) => moment(view, row.sharedAt) }
      ]
    })}`
  })
}

function fileOf(view: View, row: HandedOnDocument): Content {
  return html`${row.title[view.lang]}<br />
    <a class="link" href="${documentHref(row.case, row.document)}"><bdi>${row.name}</bdi></a>
    <span class="muted">(${size(view, row.sizeBytes)})</span>`
}

/** To whom documents of a case were handed on, and why: for its applicant and for the desk. */
export function handedOnSection(
  view: View,
  shown: CaseView,
  authority: Pick<Authority, 'units'>
): Html | false {
  const t = handOnMessages.in(view.lang)
  if (shown.handedOn.length === 0) return false
  const documentOf = (id: string) => shown.documents.find((each) => each.id === id)?.name ?? id
  return section({
    title: t.sectionTitle,
    body: table(view, {
      caption: t.sectionTitle,
      captionHidden: true,
      rows: shown.handedOn,
      columns: [
        { key: 'document', title: t.document, cell: (row) => documentOf(row.document) },
        {
          key: 'unit',
          title: t.unit,
          cell: (row) =>
            authority.units.find(({ id }) => id === row.unit)?.title[view.lang] ?? row.unit
        },
        { key: 'reason', title: t.reason, cell: (row) => noteText(view, shown, row.reason) },
        { key: 'at', title: t.at, cell: (row) => moment(view, row.at) }
      ]
    })
  })
}
