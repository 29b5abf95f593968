import { formatJalaliDate, formatRial } from '../../kernel/persian/index.ts'
import type { Authority } from '../../people/index.ts'
import {
  type Html,
  type View,
  button,
  field,
  form,
  html,
  layout,
  pageHead,
  section,
  table
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { messages } from './messages.ts'
import { type UnitCost, costedThings } from './unit-cost.ts'

/** What the page of unit costs shows. */
export interface UnitCostPage {
  readonly costs: readonly UnitCost[]
  /** Every body, for its name. */
  readonly authorities: readonly Authority[]
  /** Those that the reader administers: without one there is no form. */
  readonly own: readonly Authority[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

/** Declared costs for everybody; for an administrator, the way to declare one. */
export function unitCostPage(view: View, page: UnitCostPage): Html {
  const t = messages.in(view.lang)
  return layout(view, {
    title: t.title,
    hasProblems: page.problems.length > 0,
    breadcrumbs: [{ href: '/promises/unit-costs', text: t.title }],
    body: html`${pageHead({ title: t.title, lead: t.lead })}${costTable(view, page)}
    ${page.own.length > 0 && section({ title: t.declare, body: costForm(view, page) })}`
  })
}

function costTable(view: View, { costs, authorities }: UnitCostPage): Html {
  const t = messages.in(view.lang)
  const names = new Map(authorities.map(({ id, title }) => [id, title[view.lang]]))
  return table<UnitCost>(view, {
    caption: t.declared,
    rows: costs,
    empty: t.none,
    columns: [
      {
        key: 'authority',
        title: t.authority,
        cell: ({ authority }) => names.get(authority) ?? authority
      },
      { key: 'what', title: t.what, cell: ({ what }) => t[what] },
      {
        key: 'amount',
        title: t.amount,
        cell: ({ amountRial }) => formatRial(amountRial, view.lang)
      },
      { key: 'source', title: t.source, cell: ({ source }) => source[view.lang] },
      {
        key: 'since',
        title: t.since,
        cell: ({ setAt }) => formatJalaliDate(setAt, view.lang, 'Asia/Tehran')
      }
    ]
  })
}

function costForm(view: View, { own, typed, problems }: UnitCostPage): Html {
  const t = messages.in(view.lang)
  const source = (name: 'source.fa' | 'source.en', label: string) =>
    field(view, {
      type: 'text',
      name,
      label,
      help: t.sourceHelp,
      value: typed[name],
      lengthMax: 500,
      problems
    })
  return form(view, {
    action: '/promises/unit-costs',
    problems,
    body: html`${field(view, {
      type: 'choice',
      name: 'authority',
      label: t.authority,
      choices: own.map(({ id, title }) => ({ value: id, text: title[view.lang] })),
      value: typed['authority'] ?? own[0]?.id
    })}
    ${field(view, {
      type: 'choice',
      name: 'what',
      label: t.what,
      choices: costedThings.map((value) => ({ value, text: t[value] })),
      value: typed['what'] ?? costedThings[0],
      problems
    })}
    ${field(view, { type: 'money', name: 'amountRial', label: t.amountLabel, value: typed['amountRial'], problems })}
    ${source('source.fa', t.sourceFa)}${source('source.en', t.sourceEn)}`,
    more: button(view, { text: t.save, kind: 'primary' })
  })
}
