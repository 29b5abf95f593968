import { formatDigits, formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { Authority } from '../../people/index.ts'
import {
  type Html,
  type View,
  button,
  field,
  form,
  html,
  layout,
  link,
  pageHead,
  section,
  table
} from '../../platform/html/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import type { NoticeDraft } from '../draft-store.ts'
import { messages } from '../messages.ts'
import { deskMessages } from '../messages-desk.ts'
import { type Notice, noticePath } from '../notice.ts'
import { one } from '../notice-form.ts'
import { seenTag } from './notice-page.ts'
import { kindTag } from './words.ts'

/** What writers of notices see first. */
export interface DeskNotices {
  readonly authorities: readonly Authority[]
  readonly drafts: readonly NoticeDraft[]
  readonly published: readonly Notice[]
  readonly page: number
  readonly pages: number
  /** Names of writers, by id. */
  readonly names: ReadonlyMap<string, { readonly name: Bilingual }>
}

/** The drafts and the published notices of the authorities that somebody writes for. */
export function deskListPage(view: View, desk: DeskNotices): Html {
  const t = deskMessages.in(view.lang)
  return layout(view, {
    title: t.title,
    width: 'dense',
    robots: 'noindex',
    breadcrumbs: [
      { href: '/desk', text: t.desk },
      { href: '/desk/notices', text: t.title }
    ],
    islands: ['platform/table-keys'],
    body: html`
      ${pageHead({ title: t.title, lead: t.lead })} ${startForm(view, desk)}
      ${section({ title: t.drafts, id: 'drafts', body: draftsTable(view, desk) })}
      ${section({ title: t.published, id: 'published', body: publishedTable(view, desk) })}
    `
  })
}

function startForm(view: View, { authorities }: DeskNotices): Html {
  const t = deskMessages.in(view.lang)
  const [only, ...others] = authorities
  return form(view, {
    action: '/desk/notices',
    body:
      others.length === 0
        ? html`<input type="hidden" name="authority" value="${only?.id}" />`
        : field(view, {
            type: 'choice',
            name: 'authority',
            label: t.authority,
            value: only?.id,
            choices: authorities.map(({ id, shortTitle }) => ({
              value: id,
              text: shortTitle[view.lang]
            }))
          }),
    submit: { text: t.newNotice, icon: 'plus' }
  })
}

function draftsTable(view: View, desk: DeskNotices): Html {
  const t = deskMessages.in(view.lang)
  const { lang } = view
  return table<NoticeDraft>(view, {
    caption: t.drafts,
    captionHidden: true,
    dense: true,
    rows: desk.drafts,
    empty: t.noDrafts,
    rowHref: ({ id }) => `/desk/notices/${id}`,
    columns: [
      {
        key: 'title',
        title: t.notice,
        rowHead: true,
        cell: ({ id, typed, baseVersion }) => {
          const text = one(typed, `title.${lang}`) || one(typed, 'title.fa') || t.untitled
          return html`${link(view, { href: `/desk/notices/${id}`, text })}
          ${baseVersion !== null && html`<small>${t.corrects(formatDigits(baseVersion, lang))}</small>`}`
        }
      },
      { key: 'authority', title: t.authority, cell: (row) => authorityName(view, desk, row) },
      {
        key: 'saved',
        title: t.savedAt,
        cell: ({ savedAt }) => formatJalaliDateTime(savedAt, lang)
      },
      {
        key: 'by',
        title: t.savedBy,
        cell: ({ savedBy }) => desk.names.get(savedBy)?.name[lang] ?? savedBy
      }
    ]
  })
}

function authorityName(
  { lang }: View,
  { authorities }: DeskNotices,
  { authority }: { readonly authority: string }
): string {
  return authorities.find(({ id }) => id === authority)?.shortTitle[lang] ?? authority
}

function publishedTable(view: View, desk: DeskNotices): Html {
  const t = deskMessages.in(view.lang)
  const { lang } = view
  return table<Notice>(view, {
    caption: t.published,
    captionHidden: true,
    dense: true,
    rows: desk.published,
    empty: t.nonePublished,
    rowHref: ({ id }) => `/desk/notices/${id}`,
    ...(desk.pages > 1
      ? {
          pages: {
            page: desk.page,
            pages: desk.pages,
            href: (n: number) => `/desk/notices?page=${String(n)}#published`
          }
        }
      : {}),
    columns: [
      {
        key: 'title',
        title: t.notice,
        rowHead: true,
        cell: ({ id, title }) => link(view, { href: noticePath(id), text: title[lang] })
      },
      { key: 'kind', title: messages.in(lang).kind, cell: ({ kind }) => kindTag(view, kind) },
      { key: 'authority', title: t.authority, cell: (row) => authorityName(view, desk, row) },
      {
        key: 'at',
        title: messages.in(lang).publishedAt,
        cell: ({ publishedAt }) => formatJalaliDateTime(publishedAt, lang)
      },
      {
        key: 'version',
        title: messages.in(lang).version,
        numeric: true,
        cell: ({ version }) => formatDigits(version, lang)
      },
      { key: 'state', title: t.state, cell: (notice) => seenTag(view, notice) },
      {
        key: 'correct',
        title: t.correct,
        titleHidden: true,
        cell: ({ id }) =>
          button(view, { href: `/desk/notices/${id}`, text: t.correct, size: 'small' })
      }
    ]
  })
}
