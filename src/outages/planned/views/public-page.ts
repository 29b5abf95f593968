import {
  type Html,
  type View,
  alert,
  button,
  html,
  keyValues,
  layout,
  link,
  pageHead,
  section
} from '../../../platform/html/index.ts'
import { plannedWords, publicTexts } from '../messages-pages.ts'
import { type Named, titleOf, whatOf } from '../notice-text.ts'
import type { Planned } from '../planned.ts'
import { announcementTable, spanText, stateBadge, verdictText } from './planned-parts.ts'

/** A planned outage with the names of what it is about. */
export interface ShownPlanned {
  readonly planned: Planned
  readonly named: Named
  readonly joined: ShownPlanned | null
}

/** One planned outage, for everyone: when, what, and whether its notice was seen 72 hours before. */
export function plannedPage(view: View, shown: ShownPlanned): Html {
  const t = publicTexts.in(view.lang)
  const { planned, named } = shown
  const { kind, components } = planned
  const title = titleOf(kind, components, named)[view.lang]
  return layout(view, {
    title,
    breadcrumbs: [
      { href: '/status', text: t.status },
      { href: `/planned/${planned.id}`, text: title }
    ],
    body: html`${pageHead({
      title,
      above: named.authority.title[view.lang],
      badge: stateBadge(view, planned, view.now),
      lead: spanText(view, planned),
      actions: button(view, { href: '/outages.ics', text: t.calendar, icon: 'calendar' })
    })}
    ${planned.words !== null && html`<p>${planned.words[view.lang]}</p>`}
    ${kind === 'office-closure' && alert(view, { kind: 'info', still: true, body: t.officeNote })}
    ${keyValues(facts(view, shown))}
    ${section({ title: t.history, body: announcementTable(view, planned) })}`
  })
}

function facts(view: View, { planned, named, joined }: ShownPlanned) {
  const t = publicTexts.in(view.lang)
  const { kind, components, notice } = planned
  return [
    { key: t.kind, value: plannedWords.in(view.lang)[kind] },
    ...(kind === 'office-closure'
      ? []
      : [{ key: t.what, value: whatOf(kind, components, named)[view.lang] }]),
    { key: t.verdict, value: verdictText(view, planned) },
    { key: t.notice, value: link(view, { href: `/notices/${notice}`, text: t.notice }) },
    ...(joined === null
      ? []
      : [
          {
            key: t.joins,
            value: link(view, {
              href: `/planned/${joined.planned.id}`,
              text: titleOf(joined.planned.kind, joined.planned.components, joined.named)[view.lang]
            })
          }
        ])
  ]
}
