import {
  type Html,
  type View,
  alert,
  badge,
  code,
  disclosure,
  field,
  form,
  html,
  layout,
  pageHead,
  postButton,
  section,
  table
} from '../../platform/html/index.ts'
import type { probing } from '../../outages/index.ts'
import { messages as console_ } from '../messages.ts'
import { messages } from '../messages-authorities.ts'
import type { AuthoritySetUp } from '../read-authorities.ts'
import type { RefusedForm } from '../typed.ts'
import { stateBadge } from './authorities-page.ts'
import { brandingSection } from './branding-section.ts'

/** What an operator sets up for one authority. */
export function authorityPage(
  view: View,
  setUp: AuthoritySetUp,
  refused: RefusedForm | null
): Html {
  const t = messages.in(view.lang)
  const { console, authorities } = console_.in(view.lang)
  const { authority, state } = setUp
  const title = authority.title[view.lang]
  return layout(view, {
    title,
    width: 'wide',
    robots: 'noindex',
    hasProblems: refused !== null,
    breadcrumbs: [
      { href: '/operator', text: console },
      { href: '/operator/authorities', text: authorities },
      { href: `/operator/authorities/${authority.id}`, text: title }
    ],
    body: html`${pageHead({ title, lead: authority.portal })}
      <p>${code(authority.id)} ${stateBadge(view, state)}</p>
      ${
        state === 'no-admin' &&
        alert(view, { kind: 'info', still: true, body: t.firstAdmin(authority.id) })
      }
      ${hostSection(view, setUp, refused)} ${partSection(view, setUp, refused)}
      ${brandingSection(view, setUp, refused)}`
  })
}

function hostSection(view: View, setUp: AuthoritySetUp, refused: RefusedForm | null): Html {
  const t = messages.in(view.lang)
  const { authority, portalHosts } = setUp
  const own = refused?.form === 'host' ? refused : null
  return section({
    title: t.hosts,
    body: html`${table<probing.PortalHost>(view, {
      caption: t.hosts,
      captionHidden: true,
      rows: portalHosts,
      empty: t.none,
      columns: [
        { key: 'host', title: t.hosts, cell: ({ host }) => code(host) },
        {
          key: 'state',
          title: t.state,
          cell: ({ automatic, retiredAt }) =>
            retiredAt !== null
              ? badge(view, 'no-data', t.retired)
              : automatic
                ? badge(view, 'definition', t.ownHost)
                : badge(view, 'running', t.subPortal)
        },
        {
          key: 'retire',
          title: t.retire,
          titleHidden: true,
          cell: ({ host, automatic, retiredAt }) =>
            !automatic &&
            retiredAt === null &&
            postButton(view, {
              action: `/operator/authorities/${authority.id}/hosts/${host}/retirement`,
              text: t.retire,
              size: 'small'
            })
        }
      ]
    })}
    ${disclosure({
      summary: t.addHost,
      open: own !== null,
      body: form(view, {
        action: `/operator/authorities/${authority.id}/hosts`,
        problems: own?.problems ?? [],
        body: field(view, {
          type: 'text',
          name: 'host.address',
          label: t.hostAddress,
          value: own?.typed.address,
          required: true,
          problems: own?.problems ?? [],
          attributes: { dir: 'ltr' }
        }),
        submit: { text: t.addHost }
      })
    })}`
  })
}

function partSection(view: View, { authority }: AuthoritySetUp, refused: RefusedForm | null): Html {
  const t = messages.in(view.lang)
  const rows = [
    ...authority.units.map((unit) => ({ ...unit, unit: unit.id as string | null, kind: t.unit })),
    ...authority.posts.map((post) => ({ ...post, kind: t.post }))
  ]
  const unitName = (id: string | null) =>
    authority.units.find((unit) => unit.id === id)?.title[view.lang] ?? t.whole
  return section({
    title: t.units,
    body: html`${table(view, {
      caption: t.units,
      captionHidden: true,
      rows,
      empty: t.none,
      dense: true,
      columns: [
        { key: 'title', title: t.units, cell: ({ title }) => title[view.lang] },
        { key: 'kind', title: t.kind, cell: ({ kind }) => kind },
        { key: 'unit', title: t.unit, cell: ({ unit }) => unitName(unit) },
        { key: 'id', title: t.id, cell: ({ id }) => code(id) }
      ]
    })}
    ${partForm(view, { authority, kind: 'unit' }, refused)}
    ${partForm(view, { authority, kind: 'post' }, refused)}`
  })
}

function partForm(
  view: View,
  { authority, kind }: Pick<AuthoritySetUp, 'authority'> & { kind: 'unit' | 'post' },
  refused: RefusedForm | null
): Html {
  const t = messages.in(view.lang)
  const own = refused?.form === kind ? refused : null
  const problems = own?.problems ?? []
  const text = (name: string, label: string) =>
    field(view, {
      type: 'text',
      name: `${kind}.${name}`,
      label,
      value: own?.typed[name],
      required: true,
      problems,
      lengthMax: 120
    })
  const summary = kind === 'unit' ? t.addUnit : t.addPost
  return disclosure({
    summary,
    open: own !== null,
    body: form(view, {
      action: `/operator/authorities/${authority.id}/${kind}s`,
      problems,
      body: html`${text('id', t.id)} ${text('title.fa', t.titleFa)} ${text('title.en', t.titleEn)}
      ${
        kind === 'post' &&
        field(view, {
          type: 'choice',
          name: 'post.unit',
          label: t.unit,
          value: own?.typed.unit ?? '*',
          problems,
          choices: [
            { value: '*', text: t.whole },
            ...authority.units.map(({ id, title }) => ({ value: id, text: title[view.lang] }))
          ]
        })
      }`,
      submit: { text: summary }
    })
  })
}
