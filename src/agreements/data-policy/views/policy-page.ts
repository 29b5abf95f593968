import {
  type PolicyAttribute,
  attributeNames,
  dataTypeNames,
  policyAttributes,
  policyWords
} from '../../../kernel/policy/index.ts'
import {
  type Content,
  type Html,
  type View,
  html,
  layout,
  link,
  pageHead,
  section,
  table
} from '../../../platform/html/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import { messages } from '../messages.ts'
import type { StandingRow } from '../policy-table.ts'

/** The policy of each body. */
export interface PolicyPageOptions {
  readonly bodies: readonly {
    readonly id: string
    readonly title: Bilingual
    readonly rows: readonly StandingRow[]
  }[]
}

/** The table of the data policy, of every body, for everybody. */
export function policyPage(view: View, { bodies }: PolicyPageOptions): Html {
  const t = messages.in(view.lang)
  const body = html`${pageHead({
    title: t.title,
    lead: t.lead,
    actions: link(view, { href: '/account/looks', text: t.looks })
  })}
  ${bodies.map(({ id, title, rows }) =>
    section({ id, title: title[view.lang], body: rowsTable(view, title, rows) })
  )}
  ${section({ title: t.gapTitle, body: html`<p>${t.gap}</p>` })}`
  return layout(view, { title: t.title, body })
}

function rowsTable(view: View, title: Bilingual, rows: readonly StandingRow[]): Html {
  const t = messages.in(view.lang)
  return table(view, {
    caption: title[view.lang],
    captionHidden: true,
    rows,
    dense: true,
    columns: [
      { key: 'type', title: t.dataType, cell: (row) => dataTypeNames[row.dataType][view.lang] },
      ...policyAttributes.map((attribute) => ({
        key: attribute,
        title: attributeNames[attribute][view.lang],
        cell: (row: StandingRow) => cellOf(view, row, attribute)
      })),
      { key: 'source', title: t.source, cell: (row) => sourceOf(view, row) }
    ]
  })
}

/** A value in words; in an agreement's row it leads to the clause that says so. */
function cellOf(view: View, { row, source }: StandingRow, attribute: PolicyAttribute): Content {
  const words: Readonly<Record<string, readonly Bilingual[]>> = policyWords[attribute]
  const text = words[row[attribute]]?.[0]?.[view.lang] ?? row[attribute]
  const cell = source?.table.cells.find((each) => each.attribute === attribute)
  if (source === null || cell === undefined) return text
  return link(view, { href: `/agreements/${source.agreement}#${cell.clause.id}`, text })
}

function sourceOf(view: View, { source }: StandingRow): Content {
  const t = messages.in(view.lang)
  if (source === null) return html`<span class="muted">${t.own}</span>`
  const isPartly = source.decided.length < policyAttributes.length
  return html`${t.ofAgreement(source.ref)}
  ${!source.inForce && html`<br /><span class="muted">${t.ended}</span>`}
  ${isPartly && html`<br /><span class="muted">${t.partly}</span>`}`
}
