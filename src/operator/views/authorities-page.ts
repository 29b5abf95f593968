import { formatNumber } from '../../kernel/persian/index.ts'
import {
  type Html,
  type State,
  type View,
  badge,
  code,
  disclosure,
  field,
  form,
  html,
  layout,
  link,
  pageHead,
  section,
  table
} from '../../platform/html/index.ts'
import { messages as console_ } from '../messages.ts'
import { messages } from '../messages-authorities.ts'
import type { AuthorityRow, AuthorityState } from '../read-authorities.ts'
import type { RefusedForm } from '../typed.ts'

const looks: Readonly<Record<AuthorityState, State>> = {
  ready: 'kept',
  trial: 'definition',
  'no-admin': 'at-risk',
  'no-services': 'no-data'
}

/** The state of an authority, in words. */
export function stateBadge(view: View, state: AuthorityState): Html {
  const t = messages.in(view.lang)
  const words = {
    ready: t.ready,
    trial: t.trial,
    'no-admin': t.noAdmin,
    'no-services': t.noServices
  }
  return badge(view, looks[state], words[state])
}

/** All authorities, and the form that registers another. */
export function authoritiesPage(
  view: View,
  rows: readonly AuthorityRow[],
  refused: RefusedForm | null
): Html {
  const t = messages.in(view.lang)
  const { console, authorities } = console_.in(view.lang)
  const count = (n: number) => formatNumber(n, view.lang)
  return layout(view, {
    title: authorities,
    width: 'wide',
    robots: 'noindex',
    hasProblems: refused !== null,
    breadcrumbs: [
      { href: '/operator', text: console },
      { href: '/operator/authorities', text: authorities }
    ],
    body: html`${pageHead({ title: authorities, lead: t.lead })}
    ${table<AuthorityRow>(view, {
      caption: authorities,
      captionHidden: true,
      rows,
      columns: [
        {
          key: 'authority',
          title: t.authority,
          cell: ({ authority }) =>
            html`${link(view, {
                href: `/operator/authorities/${authority.id}`,
                text: authority.title[view.lang]
              })} <small class="block">${code(authority.id)}</small>`
        },
        { key: 'state', title: t.state, cell: ({ state }) => stateBadge(view, state) },
        { key: 'services', title: t.services, numeric: true, cell: (row) => count(row.services) },
        { key: 'hosts', title: t.hosts, numeric: true, cell: (row) => count(row.hosts) },
        { key: 'staff', title: t.staff, numeric: true, cell: (row) => count(row.administrators) }
      ]
    })}
    ${section({
      title: t.register,
      body: disclosure({
        summary: t.register,
        open: refused !== null,
        body: newForm(view, refused)
      })
    })}`
  })
}

function newForm(view: View, refused: RefusedForm | null): Html {
  const t = messages.in(view.lang)
  const typed = refused?.typed ?? {}
  const problems = refused?.problems ?? []
  const text = (name: string, label: string, more: { help?: string; usual?: string } = {}) =>
    field(view, {
      type: 'text',
      name: `new.${name}`,
      label,
      value: typed[name] ?? more.usual,
      required: name !== 'province',
      problems,
      lengthMax: 200,
      ...(more.help === undefined ? {} : { help: more.help }),
      ...(name.endsWith('.fa') ? {} : { attributes: { dir: 'ltr' } })
    })
  return form(view, {
    action: '/operator/authorities',
    problems,
    body: html`${text('id', t.id, { help: t.idHelp })} ${text('title.fa', t.titleFa)}
    ${text('title.en', t.titleEn)} ${text('shortTitle.fa', t.shortFa)}
    ${text('shortTitle.en', t.shortEn)} ${text('portal', t.portal)}
    ${text('province', t.province, { help: t.provinceHelp })}
    ${text('timeZone', t.timeZone, { usual: 'Asia/Tehran' })}`,
    submit: { text: t.register }
  })
}
