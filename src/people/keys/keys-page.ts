import { formatJalaliDate, formatJalaliDateTime, formatNumber } from '../../kernel/persian/index.ts'
import {
  type Html,
  type State,
  type View,
  alert,
  badge,
  button,
  code,
  field,
  form,
  hidden,
  html,
  layout,
  pageHead,
  postButton,
  section,
  table
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { type ListedApiKey, stateOfKey } from '../api-key.ts'
import type { Authority } from '../authority.ts'
import { roleNames } from '../messages.ts'
import { rolesOfKeys } from './manage-keys.ts'
import { messages, scopeNames } from './messages.ts'
import { scopes } from './scope.ts'

/** An authority with its keys. */
export interface KeyDesk {
  readonly authority: Authority
  readonly keys: readonly ListedApiKey[]
}

/** What was refused, and what was typed. */
export interface RefusedKey {
  readonly authority: string
  readonly typed: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly problems: readonly FieldProblem[]
}

/** What a key is made for, in days; the last is for ever. */
export const daysOfKeys = ['90', '30', '365', 'none'] as const

/** The page of the keys of an administrator's authorities. */
export function keysPage(view: View, desks: readonly KeyDesk[], refused: RefusedKey | null): Html {
  const t = messages.in(view.lang)
  return layout(view, {
    title: t.title,
    width: 'wide',
    robots: 'noindex',
    hasProblems: refused !== null,
    breadcrumbs: [{ href: '/desk/keys', text: t.title }],
    body: html`${pageHead({ title: t.title, lead: t.lead })}
    ${desks.map((desk) => {
      const own = refused?.authority === desk.authority.id ? refused : null
      return html`${desks.length > 1 && html`<h2>${desk.authority.title[view.lang]}</h2>`}
      ${listSection(view, desk)} ${makeSection(view, desk, own)}`
    })}`
  })
}

function listSection(view: View, { keys }: KeyDesk): Html {
  const t = messages.in(view.lang)
  return section({
    title: t.keys,
    lead: t.rotateHelp,
    body: table<ListedApiKey>(view, {
      caption: t.keys,
      captionHidden: true,
      rows: keys,
      empty: t.none,
      columns: [
        {
          key: 'program',
          title: t.program,
          cell: (key) =>
            html`<bdi>${key.label}</bdi>
              <small class="block"
                >${key.live ? t.liveShort : t.testShort} · ${code(key.id)}</small
              >`
        },
        { key: 'opens', title: t.scopes, cell: (key) => opens(view, key) },
        { key: 'state', title: t.state, cell: (key) => state(view, key) },
        {
          key: 'made',
          title: t.created,
          cell: (key) => formatJalaliDate(key.createdAt, view.lang)
        },
        {
          key: 'used',
          title: t.used,
          cell: ({ lastUsedOn }) =>
            lastUsedOn === null ? t.never : formatJalaliDate(lastUsedOn, view.lang)
        },
        { key: 'actions', title: t.actions, titleHidden: true, cell: (key) => acts(view, key) }
      ]
    })
  })
}

function opens(view: View, key: ListedApiKey): Html {
  const t = messages.in(view.lang)
  const names = key.scopes.map((scope) => scopeNames[scope][view.lang])
  const list = names.length === 0 ? t.allOfRole : names.join(view.lang === 'fa' ? '، ' : ', ')
  return html`${roleNames[key.role][view.lang]}<small class="block">${list}</small>`
}

const looks = { works: 'kept', replaced: 'at-risk', expired: 'no-data', revoked: 'broken' } as const

function state(view: View, key: ListedApiKey): Html {
  const t = messages.in(view.lang)
  const is = stateOfKey(key, view.now)
  const name = is === 'works' && key.replacedBy !== null ? 'replaced' : is
  const end = key.expiresAt !== null && is === 'works'
  return html`${badge(view, looks[name] satisfies State, t[name])}
  ${
    end &&
    html`<small class="block">${t.until(formatJalaliDateTime(key.expiresAt, view.lang))}</small>`
  }`
}

function acts(view: View, key: ListedApiKey): Html | false {
  const t = messages.in(view.lang)
  if (stateOfKey(key, view.now) !== 'works') return false
  const act = (what: 'rotation' | 'revocation', text: string) =>
    postButton(view, { action: `/desk/keys/${key.id}/${what}`, text, size: 'small' })
  return html`${key.replacedBy === null && act('rotation', t.rotate)} ${act('revocation', t.revoke)}`
}

function makeSection(view: View, { authority }: KeyDesk, refused: RefusedKey | null): Html {
  const t = messages.in(view.lang)
  const typed: RefusedKey['typed'] = refused?.typed ?? {}
  const problems = refused?.problems ?? []
  const name = (part: string) => `${authority.id}.${part}`
  const named = (part: string, label: string) => ({ name: name(part), label, problems })
  const isSandbox = authority.id === 'sandbox'
  return section({
    title: t.makeTitle,
    body: form(view, {
      action: '/desk/keys',
      problems,
      body: html`${hidden('authority', authority.id)}
      ${field(view, {
        ...named('label', t.label),
        type: 'text',
        value: typed.label,
        help: t.labelHelp,
        required: true,
        lengthMax: 80
      })}
      ${field(view, {
        ...named('role', t.role),
        type: 'choice',
        value: typed.role,
        required: true,
        choices: rolesOfKeys.map((role) => ({ value: role, text: roleNames[role][view.lang] }))
      })}
      ${field(view, {
        ...named('unit', t.unit),
        type: 'choice',
        value: typed.unit ?? '*',
        choices: [
          { value: '*', text: t.allUnits },
          ...authority.units.map(({ id, title }) => ({ value: id, text: title[view.lang] }))
        ]
      })}
      ${field(view, {
        ...named('scopes', t.scopes),
        type: 'choices',
        value: typed.scopes,
        help: t.scopesHelp,
        required: false,
        choices: scopes.map((scope) => ({ value: scope, text: scopeNames[scope][view.lang] }))
      })}
      ${field(view, {
        ...named('days', t.expires),
        type: 'choice',
        value: typed.days ?? daysOfKeys[0],
        choices: daysOfKeys.map((days) => ({
          value: days,
          text: days === 'none' ? t.noEnd : t.days(formatNumber(Number(days), view.lang))
        }))
      })}
      ${field(view, {
        ...named('live', t.kind),
        type: 'choice',
        value: typed.live ?? 'test',
        choices: [
          { value: 'test', text: t.test },
          ...(isSandbox ? [] : [{ value: 'live', text: t.live }])
        ]
      })}`,
      submit: { text: t.make }
    })
  })
}

/** The page that shows a key, this once. */
export function shownKeyPage(
  view: View,
  { text, label, oldEndsAt }: { text: string; label: string; oldEndsAt: Temporal.Instant | null }
): Html {
  const t = messages.in(view.lang)
  const until = oldEndsAt && t.oldGoesOn(formatJalaliDateTime(oldEndsAt, view.lang))
  return layout(view, {
    title: t.made,
    robots: 'noindex',
    breadcrumbs: [{ href: '/desk/keys', text: t.title }],
    body: html`${pageHead({ title: t.made, lead: label })}
      ${alert(view, { kind: 'warning', still: true, body: t.shownOnce })}
      <p><bdi dir="ltr" class="code code-long">${text}</bdi></p>
      ${until && html`<p>${until}</p>`}
      <div class="actions">${button(view, { text: t.back, href: '/desk/keys' })}</div>`
  })
}
