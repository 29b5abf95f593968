import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { Authority } from '../../people/index.ts'
import {
  type Html,
  type View,
  actions,
  button,
  card,
  cards,
  emptyState,
  formHref,
  html,
  join,
  layout,
  link,
  pageHead,
  pagination
} from '../../platform/html/index.ts'
import { kindMessages, messages } from '../messages.ts'
import { type Notice, noticeKinds, noticePath } from '../notice.ts'
import type { NoticeFilter } from '../notice-store.ts'
import { feedFormats, feedLinks } from './feed-links.ts'
import { seenTag } from './notice-page.ts'
import { selectBox } from './select-box.ts'
import { type ServiceNames, kindTag, serviceLinks } from './words.ts'

/** A page of the list, and what it was narrowed to. */
export interface ShownNotices {
  readonly notices: readonly Notice[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly filter: NoticeFilter
  /** The query of the filter, with its question mark; empty where nothing was asked. */
  readonly query: string
  readonly pageHref: (page: number) => string
  readonly authorities: readonly Authority[]
  readonly services: ServiceNames
}

/** All notices, newest first, with the ways to narrow and to follow them. */
export function noticeListPage(view: View, shown: ShownNotices): Html {
  const t = messages.in(view.lang)
  return layout(view, {
    title: t.title,
    description: t.lead,
    head: feedLinks(view, shown.query),
    breadcrumbs: [
      { href: '/', text: t.home },
      { href: '/notices', text: t.title }
    ],
    body: html`
      ${pageHead({
        title: t.title,
        lead: t.lead,
        actions: button(view, { href: '/notices/subscribe', text: t.subscribe, icon: 'letter' })
      })}
      ${filterForm(view, shown)} ${shown.notices.length === 0 ? none(view) : list(view, shown)}
      <p class="mt-6">
        ${t.feedsLead}
        ${join(
          feedFormats.map(({ ending, name }) =>
            link(view, { href: `/notices.${ending}${shown.query}`, text: name })
          ),
          ' · '
        )}
      </p>
    `
  })
}

function filterForm(view: View, { filter, authorities, services }: ShownNotices): Html {
  const t = messages.in(view.lang)
  const { lang } = view
  const kinds = noticeKinds.map((kind) => [kind, kindMessages.in(lang)[kind]] as const)
  const bodies = authorities.map(({ id, shortTitle }) => [id, shortTitle[lang]] as const)
  const offered = Array.from(services.values())
    .filter(({ authority }) => filter.authority === undefined || authority === filter.authority)
    .map(({ code, title }) => [code, title[lang]] as const)
  return html`<form method="get" action="${formHref(view, '/notices')}" class="my-4">
    <div class="flex flex-wrap items-end gap-3">
      ${selectBox({ name: 'kind', label: t.kind, value: filter.kind, entries: [['', t.anyKind], ...kinds] })}
      ${selectBox({
        name: 'authority',
        label: t.authority,
        value: filter.authority,
        entries: [['', t.anyAuthority], ...bodies]
      })}
      ${selectBox({
        name: 'service',
        label: t.service,
        value: filter.service,
        entries: [['', t.anyService], ...offered]
      })}
      <div class="field">${button(view, { text: t.filter })}</div>
    </div>
  </form>`
}

function none(view: View): Html {
  const t = messages.in(view.lang)
  return emptyState({
    title: t.none,
    body: t.noneHelp,
    icon: 'info',
    actions: actions(button(view, { href: '/notices', text: t.showAll }))
  })
}

function list(view: View, shown: ShownNotices): Html {
  return html`${cards(shown.notices.map((notice) => noticeCard(view, notice, shown)))}
  ${shown.pages > 1 && pagination(view, { page: shown.page, pages: shown.pages, total: shown.total, href: shown.pageHref })}`
}

function noticeCard(view: View, notice: Notice, { authorities, services }: ShownNotices): Html {
  const { lang } = view
  const authority = authorities.find(({ id }) => id === notice.authority)
  return card(view, {
    title: notice.title[lang],
    href: noticePath(notice.id),
    level: 2,
    body: html`<p class="flex flex-wrap items-center gap-2">
        ${kindTag(view, notice.kind)}${seenTag(view, notice)}
      </p>
      <p>
        ${authority?.shortTitle[lang] ?? notice.authority} · ${serviceLinks(view, notice, services)}
      </p>`,
    footer: html`<time datetime="${notice.publishedAt.toString()}"
      >${formatJalaliDateTime(notice.publishedAt, lang)}</time
    >`
  })
}
