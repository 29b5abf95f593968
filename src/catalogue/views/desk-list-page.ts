import { formatDigits, formatJalaliDateTime } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  badge,
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
import type { Authority } from '../../people/index.ts'
import type { FieldProblem, Lang } from '../../platform/index.ts'
import type { CardVersion, SavedDraft } from '../card-store.ts'
import type { Announcement } from '../effect-store.ts'
import { messages } from '../messages.ts'
import { deskMessages } from '../messages-desk.ts'
import { missingFields } from '../missing-fields.ts'
import { announcedText } from './announced-note.ts'
import { codeText } from './words.ts'

/** One service of the list: its card in force, its draft, or both. */
export interface DeskRow {
  readonly code: string
  readonly authority: string
  readonly version: CardVersion | null
  readonly draft: SavedDraft | null
  /** Versions that were announced and are not in force yet. */
  readonly announced: readonly Announcement[]
}

/** What the list shows, and what was typed for a new card. */
export interface DeskList {
  readonly rows: readonly DeskRow[]
  readonly authorities: readonly Authority[]
  readonly typed?: { readonly code: string; readonly authority: string }
  readonly problems?: readonly FieldProblem[]
}

/** The cards of the authorities that an administrator keeps. */
export function deskListPage(view: View, list: DeskList): Html {
  const t = deskMessages.in(view.lang)
  return layout(view, {
    title: t.title,
    width: 'dense',
    robots: 'noindex',
    hasProblems: (list.problems?.length ?? 0) > 0,
    breadcrumbs: [
      { href: '/desk', text: t.desk },
      { href: '/desk/catalogue', text: t.title }
    ],
    islands: ['platform/table-keys'],
    body: html`
      ${pageHead({
        title: t.title,
        lead: t.lead,
        actions: button(view, {
          href: '/desk/catalogue/import',
          text: t.importTitle,
          icon: 'upload'
        })
      })}
      ${cardsTable(view, list)} ${newCardForm(view, list)}
    `
  })
}

function cardsTable(view: View, list: DeskList): Html {
  const t = deskMessages.in(view.lang)
  const { lang } = view
  const nameOf = (row: DeskRow): string =>
    (row.draft?.card.title ?? row.version?.card.title)?.[lang] ?? row.code
  return table<DeskRow>(view, {
    caption: t.title,
    captionHidden: true,
    dense: true,
    rows: list.rows,
    rowHref: ({ code }) => `/desk/catalogue/${code}`,
    exports: [{ href: '/desk/catalogue/export.csv', text: 'CSV' }],
    columns: [
      { key: 'code', title: t.code, cell: ({ code }) => codeText(code) },
      {
        key: 'title',
        title: t.service,
        rowHead: true,
        cell: (row) => link(view, { href: `/desk/catalogue/${row.code}`, text: nameOf(row) })
      },
      {
        key: 'authority',
        title: t.authority,
        cell: ({ authority }) =>
          list.authorities.find(({ id }) => id === authority)?.shortTitle[lang] ?? authority
      },
      {
        key: 'version',
        title: t.version,
        numeric: true,
        cell: ({ version }) =>
          version === null ? t.versionNone : formatDigits(version.version, lang)
      },
      {
        key: 'announced',
        title: t.announcedColumn,
        cell: ({ announced }) => {
          const last = announced.at(-1)
          return last === undefined ? t.announcedNone : shortText(last, lang)
        }
      },
      { key: 'completeness', title: t.completeness, cell: (row) => completeness(view, row) },
      {
        key: 'draft',
        title: t.draft,
        cell: ({ draft }) =>
          draft === null ? t.draftNone : t.draftSavedAt(formatJalaliDateTime(draft.savedAt, lang))
      }
    ]
  })
}

/** A list has no room for the whole of it. */
function shortText(one: Announcement, lang: Lang): string {
  const t = messages.in(lang)
  return one.effectiveAt === null
    ? `${t.version(formatDigits(one.version, lang))}: ${t.effectWaits}`
    : announcedText(one, lang)
}

function completeness(view: View, row: DeskRow): Html {
  const t = deskMessages.in(view.lang)
  const card = row.draft?.card ?? row.version?.card
  const missing = card === undefined ? 0 : missingFields(card).length
  return missing === 0
    ? badge(view, 'complete')
    : badge(view, 'missing', t.missingCount(formatDigits(missing, view.lang)))
}

function newCardForm(view: View, list: DeskList): Html {
  const t = deskMessages.in(view.lang)
  const { problems, typed } = list
  return section({
    title: t.newCard,
    id: 'new',
    body: form(view, {
      action: '/desk/catalogue',
      problems,
      body: html`${field(view, {
        type: 'choice',
        name: 'authority',
        label: t.authority,
        choices: list.authorities.map(({ id, shortTitle }) => ({
          value: id,
          text: shortTitle[view.lang]
        })),
        value: typed?.authority ?? list.authorities[0]?.id,
        problems
      })}
      ${field(view, {
        type: 'text',
        name: 'code',
        label: t.code,
        help: t.newCardHelp,
        value: typed?.code,
        width: 'medium',
        problems,
        attributes: { dir: 'ltr', inputmode: 'numeric' }
      })}`,
      submit: { text: t.create }
    })
  })
}
