import { formatJalaliDate } from '../../kernel/persian/index.ts'
import { type Html, type View, html, postButton, table, tag } from '../../platform/html/index.ts'
import type { Authority } from '../authority.ts'
import { roleNames } from '../messages.ts'
import { messages } from './messages.ts'
import { type StaffGrant, type StaffHolding, isEarlier } from './staff.ts'

/** Who has which role at an authority, with a button that takes it back. */
export function grantTable(
  view: View,
  { authority, grants }: { readonly authority: Authority; readonly grants: readonly StaffGrant[] }
): Html {
  const t = messages.in(view.lang)
  return table<StaffGrant>(view, {
    caption: t.roles,
    captionHidden: true,
    rows: grants,
    empty: t.noRoles,
    columns: [
      { key: 'person', title: t.person, cell: ({ name }) => name[view.lang] },
      { key: 'role', title: t.role, cell: (grant) => roleCell(view, authority, grant) },
      { key: 'unit', title: t.unit, cell: ({ unit }) => unitName(view, authority, unit) },
      {
        key: 'since',
        title: t.since,
        cell: ({ from }) => formatJalaliDate(from, view.lang, authority.timeZone)
      },
      {
        key: 'until',
        title: t.until,
        cell: ({ until }) =>
          until === null
            ? t.noEnd
            : formatJalaliDate(until.subtract({ seconds: 1 }), view.lang, authority.timeZone)
      },
      {
        key: 'actions',
        title: t.actions,
        titleHidden: true,
        cell: ({ id }) =>
          postButton(view, {
            action: `/desk/people/roles/${id}/revocation`,
            text: t.takeBack,
            size: 'small',
            fields: { authority: authority.id }
          })
      }
    ]
  })
}

function roleCell(view: View, authority: Authority, { role, post }: StaffGrant): Html {
  const title = authority.posts.find(({ id }) => id === post)?.title[view.lang]
  return html`${roleNames[role][view.lang]}
  ${title !== undefined && html`<small class="block">${title}</small>`}`
}

function unitName(view: View, authority: Authority, unit: string | null): string {
  if (unit === null) return messages.in(view.lang).allUnits
  return authority.units.find(({ id }) => id === unit)?.title[view.lang] ?? unit
}

interface PostRow {
  readonly title: string
  readonly holding: StaffHolding | null
}

/** Every post with who holds it now, will hold it, or held it. */
export function holdingTable(
  view: View,
  given: { readonly authority: Authority; readonly holdings: readonly StaffHolding[] }
): Html {
  const t = messages.in(view.lang)
  const { authority, holdings } = given
  const today = view.now.toZonedDateTimeISO(authority.timeZone).toPlainDate()
  const day = (date: Temporal.PlainDate) => formatJalaliDate(date, view.lang)
  return table<PostRow>(view, {
    caption: t.posts,
    captionHidden: true,
    rows: rowsOf(view, authority, holdings),
    columns: [
      { key: 'post', title: t.post, cell: ({ title }) => title },
      { key: 'holder', title: t.holder, cell: ({ holding }) => holderCell(view, holding) },
      { key: 'from', title: t.from, cell: ({ holding }) => holding && day(holding.from) },
      {
        key: 'to',
        title: t.to,
        cell: ({ holding }) => holding && (holding.to === null ? t.noEnd : day(holding.to))
      },
      {
        key: 'actions',
        title: t.actions,
        titleHidden: true,
        cell: ({ holding }) =>
          holding !== null &&
          holding.to === null &&
          postButton(view, {
            action: `/desk/people/posts/${holding.id}/end`,
            text: isEarlier(today, holding.from) ? t.callOff : t.endPost,
            size: 'small',
            fields: { authority: authority.id }
          })
      }
    ]
  })
}

function rowsOf(view: View, authority: Authority, holdings: readonly StaffHolding[]): PostRow[] {
  return authority.posts.flatMap(({ id, title }): PostRow[] => {
    const own = holdings.filter(
      ({ post, from, to }) => post === id && (to === null || !isEarlier(to, from))
    )
    const name = title[view.lang]
    if (own.length === 0) return [{ title: name, holding: null }]
    return own.map((holding) => ({ title: name, holding }))
  })
}

function holderCell(view: View, holding: StaffHolding | null): Html | string {
  const t = messages.in(view.lang)
  if (holding === null) return t.nobody
  return html`${holding.name[view.lang]} ${holding.standsIn && tag({ text: t.standsIn })}`
}
