import type { Agreement, Clause } from '../../kernel/terms/index.ts'
import {
  type Content,
  type DocumentClause,
  type Html,
  type Speaks,
  html,
  table
} from '../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { clauseBlock } from './clause-block.ts'

type DataPolicy = NonNullable<Agreement['dataPolicy']>

/** The table of data as the document has it; each cell leads to its clause. */
export function dataTable(view: Speaks, policy: DataPolicy): Html {
  const { lang } = view
  const t = messages.in(lang)
  const columns = policy.columns.map((column, i) => ({
    key: column.attribute,
    title: column.title[lang],
    cell: (row: DataPolicy['rows'][number]) => {
      const cell = row.cells[i]
      return cell && html`<a href="#${cell.clause.id}">${cell.value[lang]}</a>`
    }
  }))
  const head = {
    key: 'row',
    title: t.dataType,
    cell: (row: DataPolicy['rows'][number]) =>
      html`<a href="#${row.clause.id}">${row.title[lang]}</a>`
  }
  return table(view, {
    caption: t.dataPolicy,
    columns: [head, ...columns],
    rows: policy.rows,
    dense: true
  })
}

/** The clauses of the table, one line each, in the order of its cells. */
export function tableRows(
  view: Speaks,
  agreement: Agreement,
  beside: (clause: Clause) => Content
): DocumentClause[] {
  return (agreement.dataPolicy?.rows ?? []).flatMap((row) =>
    [row.clause, ...row.cells.map((cell) => cell.clause)].map((clause) => {
      const number = clause.id.replace(/^[A-Z]+-[0-9]+\./, '')
      return {
        id: `s-${number}`,
        number,
        text: html`<p>${clause[view.lang]}</p>`,
        beside: clauseBlock(view, clause, { agreement, beside, text: false })
      }
    })
  )
}
