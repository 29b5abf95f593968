import { formatJalaliDate, formatJalaliDateTime } from '../../kernel/persian/index.ts'
import {
  type Column,
  type Html,
  type View,
  actions,
  alert,
  button,
  code,
  csrfField,
  field,
  form,
  formHref,
  html,
  keyValues,
  layout,
  pageHead,
  postButton,
  section,
  table,
  tag
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { Authority } from '../authority.ts'
import type { Delegation, FrozenSide } from './delegation.ts'
import { messages } from './messages.ts'
import { actWord, kindWord } from './messages-words.ts'
import type { Offer } from './offer.ts'
import type { Delegates, Grantor, NamedDelegation, NamedOffer } from './read-delegates.ts'
import type { NamedService } from './service-names.ts'

/** What names the scopes of delegations. */
export interface Names {
  readonly authorities: readonly Authority[]
  readonly services: readonly NamedService[]
}

/** The page of delegations: whom one acts for, what was offered, who acts for oneself. */
export function delegatesPage(
  view: View,
  page: Delegates & { names: Names; problems?: readonly FieldProblem[] }
): Html {
  const t = messages.in(view.lang)
  const { held, offered, grantors, names, problems } = page
  const give = button(view, { text: t.give, href: '/account/delegates/new', kind: 'primary' })
  const standing = held.filter((each) => each.inForce || each.suspended)
  const stands = [...held, ...grantors.flatMap(({ given }) => given)].some((each) => each.suspended)
  const body = html`${pageHead({ title: t.title, lead: t.lead, actions: give })}
  ${stands && alert(view, { kind: 'warning', still: true, title: t.suspendedTitle, body: t.suspendedHelp })}
  ${offered.length > 0 && section({ title: t.offered, body: offered.map((each) => offerBox(view, each, names)) })}
  ${section({ title: t.iActFor, body: html`${heldTable(view, standing, names)}${codeForm(view, problems)}` })}
  ${grantors.map((grantor, index) => givenSection(view, { grantor, isSelf: index === 0, names }))}`
  return layout(view, { title: t.title, body, robots: 'noindex' })
}

/** What a delegation is, in lines. */
export function termsOf(view: View, terms: Terms, names: Names) {
  const t = messages.in(view.lang)
  return [
    { key: t.kind, value: kindWord(terms.kind, view.lang) },
    { key: t.acts, value: actsText(view, terms) },
    { key: t.scope, value: scopeText(view, terms, names) },
    { key: t.until, value: endText(view, terms) }
  ]
}

/** An offer as its delegate sees it before they answer. */
export function offerPage(
  view: View,
  { offer, typed, names }: { offer: NamedOffer; typed: string; names: Names }
): Html {
  const t = messages.in(view.lang)
  const body = html`${pageHead({ title: t.offerTitle, lead: t.offerLead })}
  ${keyValues([{ key: t.person, value: offer.grantorName[view.lang] }, ...termsOf(view, offer, names)])}
  ${actions(
    postButton(view, {
      action: '/account/delegates/acceptance',
      text: t.accept,
      kind: 'primary',
      fields: { code: typed }
    }),
    button(view, { text: t.back, href: '/account/delegates', kind: 'quiet' })
  )}`
  return layout(view, { title: t.offerTitle, body, robots: 'noindex' })
}

function offerBox(view: View, offer: NamedOffer, names: Names): Html {
  const t = messages.in(view.lang)
  const fields = { offer: offer.id }
  return html`${keyValues([
    { key: t.person, value: offer.grantorName[view.lang] },
    ...termsOf(view, offer, names)
  ])}
  ${actions(
    postButton(view, {
      action: '/account/delegates/acceptance',
      text: t.accept,
      kind: 'primary',
      fields
    }),
    postButton(view, { action: '/account/delegates/refusal', text: t.decline, fields })
  )}`
}

function codeForm(view: View, problems: readonly FieldProblem[] | undefined): Html {
  const t = messages.in(view.lang)
  return html`<h3>${t.haveCode}</h3>
    ${form(view, {
      action: '/account/delegates/code',
      problems,
      body: field(view, {
        type: 'text',
        name: 'code',
        label: t.code,
        help: t.codeHelp,
        problems,
        lengthMax: 40,
        width: 'medium',
        autocomplete: 'off',
        attributes: { dir: 'ltr' }
      }),
      submit: { text: t.look, kind: 'secondary' }
    })}`
}

function heldTable(view: View, rows: readonly NamedDelegation[], names: Names): Html {
  const t = messages.in(view.lang)
  if (rows.length === 0) return html`<p class="muted">${t.nobody}</p>`
  return table(view, {
    caption: t.iActFor,
    captionHidden: true,
    rows,
    columns: [
      { key: 'person', title: t.person, cell: (row) => row.grantorName[view.lang] },
      ...termColumns(view, names),
      { key: 'state', title: t.state, cell: (row) => stateTag(view, row) },
      {
        key: 'actions',
        title: t.actions,
        titleHidden: true,
        cell: (row) =>
          html`${resumeButton(view, row, { side: 'delegate', name: row.grantorName[view.lang] })}
          ${endButton(view, row, { text: t.layDown, label: t.layDownOf(row.grantorName[view.lang]) })}`
      }
    ]
  })
}

type Terms = Pick<Delegation, 'kind' | 'acts' | 'scope' | 'until'>

function termColumns(view: View, names: Names): Column<Terms>[] {
  const t = messages.in(view.lang)
  return [
    { key: 'kind', title: t.kind, cell: (row) => kindWord(row.kind, view.lang) },
    { key: 'acts', title: t.acts, cell: (row) => actsText(view, row) },
    { key: 'scope', title: t.scope, cell: (row) => scopeText(view, row, names) },
    { key: 'until', title: t.until, cell: (row) => endText(view, row) }
  ]
}

function givenSection(
  view: View,
  { grantor, isSelf, names }: { grantor: Grantor; isSelf: boolean; names: Names }
): Html {
  const t = messages.in(view.lang)
  const title = isSelf ? t.own : `${t.actFor} ${grantor.person.name[view.lang]}`
  const given = table<NamedDelegation>(view, {
    caption: title,
    captionHidden: true,
    rows: grantor.given,
    columns: [
      { key: 'delegate', title: t.delegate, cell: (row) => row.delegateName[view.lang] },
      ...termColumns(view, names),
      { key: 'state', title: t.state, cell: (row) => stateTag(view, row) },
      {
        key: 'actions',
        title: t.actions,
        titleHidden: true,
        cell: (row) =>
          (row.inForce || row.suspended) &&
          html`${isSelf && resumeButton(view, row, { side: 'grantor', name: row.delegateName[view.lang] })}
          ${endButton(view, row, { text: t.revoke, label: t.revokeOf(row.delegateName[view.lang]) })}`
      }
    ]
  })
  return section({
    title,
    body: html`${grantor.given.length > 0 ? given : html`<p class="muted">${t.none}</p>`}
    ${grantor.offers.length > 0 && offersTable(view, grantor.offers, names)}`
  })
}

function stateTag(view: View, { inForce, suspended }: NamedDelegation): Html {
  const t = messages.in(view.lang)
  if (suspended) return tag({ text: t.suspended, tone: 'risk' })
  return tag({ text: inForce ? t.inForce : t.ended, tone: inForce ? 'kept' : 'quiet' })
}

/** For the person whose account was frozen; the other side waits for them. */
function resumeButton(
  view: View,
  row: NamedDelegation,
  { side, name }: { readonly side: FrozenSide; readonly name: string }
): Html | false {
  if (row.frozenSides?.includes(side) !== true) return false
  const t = messages.in(view.lang)
  const texts = { text: t.resume, label: t.resumeOf(name) }
  return endButton(view, row, { ...texts, action: '/account/delegates/resumption' })
}

function offersTable(view: View, rows: readonly Offer[], names: Names): Html {
  const t = messages.in(view.lang)
  return html`<h3>${t.waiting}</h3>
    <p class="muted">${t.waitingHelp}</p>
    ${table<Offer>(view, {
      caption: t.waiting,
      captionHidden: true,
      rows,
      columns: [
        { key: 'by', title: t.by, cell: (row) => (row.byCode ? t.byCode : t.byIdentifier) },
        ...termColumns(view, names),
        {
          key: 'open',
          title: t.openUntil,
          cell: (row) => formatJalaliDateTime(row.expiresAt, view.lang)
        },
        {
          key: 'actions',
          title: t.actions,
          titleHidden: true,
          cell: (row) =>
            postButton(view, {
              action: '/account/delegates/taking-back',
              text: t.takeBack,
              size: 'small',
              fields: { offer: row.id, grantor: row.grantor }
            })
        }
      ]
    })}`
}

function endButton(
  view: View,
  row: Delegation,
  {
    text,
    label,
    action = '/account/delegates/ending'
  }: { text: string; label: string; action?: string }
): Html {
  return html`<form method="post" action="${formHref(view, action)}" class="inline-form">
    ${csrfField(view)}
    <input type="hidden" name="delegation" value="${row.id}" />
    <input type="hidden" name="grantor" value="${row.grantor}" />
    ${button(view, { text, size: 'small', attributes: { 'aria-label': label } })}
  </form>`
}

/** The code of an offer, this once. */
export function madePage(
  view: View,
  made: { readonly code: string; readonly expiresAt: Temporal.Instant }
): Html {
  const t = messages.in(view.lang)
  const body = html`${pageHead({ title: t.codeMade, lead: t.codeOnce })}
  ${keyValues([
    { key: t.code, value: html`<strong>${code(made.code)}</strong>` },
    { key: t.codeUntil, value: formatJalaliDateTime(made.expiresAt, view.lang) }
  ])}
  ${actions(button(view, { text: t.back, href: '/account/delegates', kind: 'primary' }))}`
  return layout(view, { title: t.codeMade, body, robots: 'noindex' })
}

function actsText(view: View, { acts }: Pick<Delegation, 'acts'>): string {
  return acts.map((act) => actWord(act, view.lang)).join(view.lang === 'fa' ? '، ' : ', ')
}

function scopeText(view: View, { scope }: Pick<Delegation, 'scope'>, names: Names): string {
  const t = messages.in(view.lang)
  if ('all' in scope) return t.scopeAll
  if ('authority' in scope) {
    const found = names.authorities.find(({ id }) => id === scope.authority)
    return t.scopeAuthority(found?.shortTitle[view.lang] ?? scope.authority)
  }
  const titleOf = (service: string) =>
    names.services.find((each) => each.code === service)?.title[view.lang] ?? service
  return scope.services.map(titleOf).join(view.lang === 'fa' ? '، ' : ', ')
}

/** The last day, which the first instant without it follows. */
function endText(view: View, { until }: Pick<Delegation, 'until'>): string {
  if (until === null) return messages.in(view.lang).noEnd
  return formatJalaliDate(until.subtract({ seconds: 1 }), view.lang)
}
