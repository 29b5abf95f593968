import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import { type UseReason, reasonTexts } from '../../../kernel/policy/index.ts'
import {
  type Content,
  type Html,
  type View,
  badge,
  html,
  inDigits,
  layout,
  link,
  pageHead,
  table
} from '../../../platform/html/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import { cursorText, looksHref } from '../look-filters.ts'
import { actionNames, messages, objectNames, roleName } from '../messages.ts'
import type { Look } from '../read-looks.ts'
import { filterForm } from './looks-filter.ts'
import type { LooksPageOptions } from './looks-page-options.ts'

const zone = 'Asia/Tehran'

/** Who used, or tried to use, what is somebody's; the newest first. */
export function looksPage(view: View, options: LooksPageOptions): Html {
  const t = messages.in(view.lang)
  const { looks, filters } = options
  const { cursor: _, ...kept } = filters
  const next =
    looks.next && looksHref('/account/looks', { ...kept, cursor: cursorText(looks.next) })
  const first = filters.cursor !== undefined && looksHref('/account/looks', kept)
  const body = html`${pageHead({
    title: t.title,
    lead: t.lead,
    actions: html`${link(view, { href: '/account/documents', text: t.documents })}
    ${link(view, { href: '/data-policy', text: t.policy })}`
  })}
  ${filterForm(view, options)}
  ${table(view, {
    caption: t.title,
    captionHidden: true,
    rows: looks.items,
    empty: t.none,
    exports: [
      { href: looksHref('/account/looks.csv', kept), text: 'CSV' },
      { href: looksHref('/account/looks.json', kept), text: 'JSON' }
    ],
    pages: { ...(next && { next }), ...(first && { previous: first }) },
    columns: [
      { key: 'at', title: t.when, cell: ({ at }) => formatJalaliDateTime(at, view.lang, zone) },
      { key: 'by', title: t.by, cell: (look) => looker(view, options, look) },
      { key: 'what', title: t.what, cell: (look) => whatOf(view, options, look) },
      { key: 'act', title: t.act, cell: (look) => actOf(view, options, look) },
      { key: 'result', title: t.result, cell: (look) => resultOf(view, look) }
    ]
  })}`
  return layout(view, { title: t.title, body, robots: 'noindex' })
}

function looker(view: View, { filters }: LooksPageOptions, look: Look): Content {
  const t = messages.in(view.lang)
  const name = look.by.name?.[view.lang] ?? t.unknown
  const { cursor: _, ...kept } = filters
  const href = looksHref('/account/looks', { ...kept, by: look.by.id })
  return html`${link(view, { href, text: name })}
    <span class="muted">(${roleName(look.role, view.lang)})</span>`
}

function whatOf(view: View, { cases }: LooksPageOptions, look: Look): Content {
  const object = objectNames[look.object.kind][view.lang]
  const known = cases.find(({ id }) => id === look.case)
  if (known === undefined) return object
  const code = html`<bdi dir="ltr">${inDigits('en', known.code)}</bdi>`
  return html`${object}: ${link(view, { href: `/cases/${known.id}`, text: known.title[view.lang] })}
    <span class="muted">${code}</span>`
}

function actOf(view: View, options: LooksPageOptions, look: Look): Content {
  const t = messages.in(view.lang)
  const names: Readonly<Record<string, Bilingual>> = actionNames
  const act = names[look.action]?.[view.lang] ?? look.action
  if (look.to === null) return act
  return `${act} ${t.handedTo(options.receiverName(look.authority, look.to)[view.lang])}`
}

function resultOf(view: View, look: Look): Content {
  const t = messages.in(view.lang)
  const reason = look.because === null ? undefined : reasonTexts[look.because as UseReason]
  return html`${look.allowed ? t.allowed : badge(view, 'broken', t.refused)}
  ${reason && html`<br /><span class="muted">${reason[view.lang]}</span>`}`
}
