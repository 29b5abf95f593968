import { formatNumber } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  badge,
  code,
  html,
  section,
  table
} from '../../../platform/html/index.ts'
import { deskTexts } from '../messages-pages.ts'
import type { DeskOutage, ShownLook } from './desk-outage.ts'
import { toTheSecond } from './outage-words.ts'

/** What each vantage point saw around an outage: the evidence that it was read from. */
export function looksSection(view: View, { looks, shown }: DeskOutage): Html | false {
  const t = deskTexts.in(view.lang)
  const { zone } = shown.course
  if (looks.length === 0) return false
  return section({
    title: t.looks,
    lead: t.looksLead,
    body: table<ShownLook>(view, {
      caption: t.looks,
      captionHidden: true,
      dense: true,
      rows: looks,
      columns: [
        {
          key: 'when',
          title: t.when,
          cell: ({ from, to }) => t.span(toTheSecond(view, from, zone), toTheSecond(view, to, zone))
        },
        { key: 'place', title: t.place, cell: ({ label }) => label },
        { key: 'target', title: t.target, cell: ({ what }) => code(what) },
        { key: 'result', title: t.result, cell: (look) => resultOf(view, look) }
      ]
    })
  })
}

function resultOf(view: View, { up, count, reason, detail }: ShownLook): Html {
  const t = deskTexts.in(view.lang)
  const times = t.times(formatNumber(count, view.lang))
  if (up) return html`${badge(view, 'up', t.good)} <small>${times}</small>`
  return html`${badge(view, 'down', t.failed)} <small>${times}</small>
    <small class="block">${code(reason ?? '')} <bdi dir="ltr">${detail}</bdi></small>`
}
