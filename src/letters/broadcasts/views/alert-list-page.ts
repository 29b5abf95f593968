import { infoFor } from '../../../kernel/alerts/index.ts'
import type { Authority } from '../../../people/index.ts'
import {
  type Html,
  type View,
  alert,
  html,
  layout,
  link,
  pageHead,
  table
} from '../../../platform/html/index.ts'
import { type Broadcast, alertOf } from '../broadcast.ts'
import { messages } from '../messages.ts'
import { instantText, stateTag } from './alert-parts.ts'

/** All alerts, the newest first, and the feed of them. */
export function alertListPage(view: View, { broadcasts, authorities }: ListedAlerts): Html {
  const t = messages.in(view.lang)
  const names = new Map(authorities.map(({ id, title }) => [id, title[view.lang]]))
  return layout(view, {
    title: t.title,
    breadcrumbs: [{ href: '/alerts', text: t.title }],
    head: html`<link rel="alternate" type="application/atom+xml" href="/alerts.atom" />`,
    body: html`${pageHead({ title: t.title, lead: t.lead })}
      ${table<Broadcast>(view, {
        caption: t.title,
        captionHidden: true,
        rows: broadcasts,
        empty: t.none,
        columns: [
          {
            key: 'headline',
            title: t.event,
            cell: (one) =>
              link(view, {
                href: `/alerts/${one.id}`,
                text: infoFor(alertOf(one), view.lang).headline
              })
          },
          { key: 'state', title: t.kind, cell: (one) => stateTag(view, one) },
          {
            key: 'sender',
            title: t.sender,
            cell: ({ authority }) => names.get(authority) ?? authority
          },
          {
            key: 'published',
            title: t.published,
            cell: ({ publishedAt }) => instantText(view, publishedAt)
          }
        ]
      })}
      <p>${link(view, { href: '/alerts.atom', text: t.feed })}</p>`
  })
}

/** What the list shows. */
export interface ListedAlerts {
  readonly broadcasts: readonly Broadcast[]
  readonly authorities: readonly Authority[]
}

/** What everybody has to know now, above every page; `null` where there is nothing. */
export function alertBanner(view: Pick<View, 'lang'>, current: readonly Broadcast[]): Html | null {
  if (current.length === 0) return null
  const t = messages.in(view.lang)
  return html`<section class="mb-4 grid gap-2" aria-label="${t.title}">
    ${current.slice(0, 3).map((one) =>
      alert(view, {
        kind: 'warning',
        title: infoFor(alertOf(one), view.lang).headline,
        body: link(view, { href: `/alerts/${one.id}`, text: t.more })
      })
    )}
  </section>`
}
