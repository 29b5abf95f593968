import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  code,
  formatNumber,
  html,
  layout,
  link,
  pageHead,
  section,
  table
} from '../../../platform/html/index.ts'
import type { KeptHead } from '../head-store.ts'
import { messages } from '../messages.ts'

/** What the directory is, how it stands, and how anybody checks it. */
export function directoryPage(view: View, heads: readonly KeptHead[]): Html {
  const t = messages.in(view.lang)
  return layout(view, {
    title: t.title,
    description: t.lead,
    body: html`<div class="grid gap-8">
      ${pageHead({ title: t.title, lead: t.lead })}
      ${section({ title: t.rulesTitle, body: ruleList(view) })}
      ${section({ title: t.heads, lead: t.headsLead, body: headTable(view, heads) })}
      ${section({ title: t.checkTitle, body: html`<p>${t.checkBody}</p>` })}
      ${section({ title: t.limitsTitle, body: html`<p>${t.limits}</p>` })}
    </div>`
  })
}

function ruleList(view: View): Html {
  const t = messages.in(view.lang)
  const rules = [t.ruleUnsigned, t.ruleUnlogged, t.ruleChanged]
  return html`<ul class="list-disc ps-5">
    ${rules.map((rule) => html`<li>${rule}</li>`)}
  </ul>`
}

function headTable(view: View, heads: readonly KeptHead[]): Html {
  const t = messages.in(view.lang)
  const number = (of: number) => formatNumber(view.lang, of)
  return table(view, {
    caption: t.heads,
    captionHidden: true,
    dense: true,
    rows: heads,
    empty: t.noHeads,
    columns: [
      { key: 'number', title: t.number, cell: (head) => number(head.number) },
      {
        key: 'time',
        title: t.madeAt,
        cell: (head) => formatJalaliDateTime(head.madeAt, view.lang)
      },
      { key: 'entries', title: t.entries, cell: (head) => number(head.entries) },
      { key: 'labels', title: t.labels, cell: (head) => number(head.labels) },
      { key: 'root', title: t.root, cell: (head) => code(`${head.root.slice(0, 16)}…`) },
      {
        key: 'entry',
        title: t.entry,
        cell: (head) => link(view, { href: `/log/facts/${head.fact}`, text: t.inLog })
      }
    ]
  })
}
