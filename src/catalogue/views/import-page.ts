import { formatDigits } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  alert,
  code,
  disclosure,
  field,
  form,
  html,
  layout,
  link,
  pageHead,
  table
} from '../../platform/html/index.ts'
import { cardFields } from '../card-fields.ts'
import { tableColumns } from '../card-table.ts'
import { deskMessages } from '../messages-desk.ts'
import type { ImportRefusedError, TableProblem } from '../import-refusals.ts'
import { inputsOf } from '../read-card-texts.ts'

/** The page that takes a table of cards, and says what is wrong with one that was refused. */
export function importPage(view: View, refusal: ImportRefusedError | null): Html {
  const t = deskMessages.in(view.lang)
  return layout(view, {
    title: t.importTitle,
    robots: 'noindex',
    hasProblems: refusal !== null,
    breadcrumbs: [
      { href: '/desk', text: t.desk },
      { href: '/desk/catalogue', text: t.title },
      { href: '/desk/catalogue/import', text: t.importTitle }
    ],
    body: html`
      ${pageHead({ title: t.importTitle, lead: t.importLead })} ${refusal && refused(view, refusal)}
      <p>
        ${t.importTemplate}
        ${link(view, { href: '/desk/catalogue/export.csv', text: t.exportCards, icon: 'download' })}
      </p>
      ${form(view, {
        action: '/desk/catalogue/import',
        files: true,
        body: field(view, {
          type: 'file',
          name: 'file',
          label: t.file,
          help: t.fileHelp,
          accept: '.csv,.xlsx'
        }),
        submit: { text: t.send, icon: 'upload' }
      })}
      ${columnsHelp(view)}
    `
  })
}

function refused(view: View, refusal: ImportRefusedError): Html {
  const t = deskMessages.in(view.lang)
  return html`${alert(view, { kind: 'error', body: refusal.text[view.lang] })}
  ${table<TableProblem>(view, {
    caption: t.problems,
    dense: true,
    rows: refusal.problems,
    columns: [
      { key: 'place', title: t.place, cell: (problem) => placeOf(view, problem) },
      { key: 'text', title: t.wrong, cell: ({ text }) => text[view.lang] }
    ]
  })}`
}

function placeOf(view: View, { row, column }: TableProblem): Html | string {
  const t = deskMessages.in(view.lang)
  if (row === null) return '—'
  return html`${t.row(formatDigits(row, view.lang))} ${column !== null && code(column)}`
}

/** The parts of one line of a list's cell, in their order; blank for a cell that is no list. */
function lineParts(name: string): string {
  const list = cardFields.find((one) => one.kind === 'rows' && one.path === name)
  return (list?.columns ?? [])
    .flatMap(inputsOf)
    .map((input) => input.name)
    .join(' | ')
}

function columnsHelp(view: View): Html {
  const t = deskMessages.in(view.lang)
  return disclosure({
    summary: t.importColumns,
    body: html`<ul class="list-disc ps-5">
      ${tableColumns.map((name) => {
        const parts = lineParts(name)
        return html`<li>${code(name)} ${parts !== '' && html`<small>${code(parts)}</small>`}</li>`
      })}
    </ul>`
  })
}
