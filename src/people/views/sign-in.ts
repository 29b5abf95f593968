import {
  type Html,
  type View,
  alert,
  card,
  cards,
  hidden,
  html,
  layout,
  link,
  pageHead,
  postButton,
  section,
  tag
} from '../../platform/html/index.ts'
import type { Authority } from '../authority.ts'
import type { DemonstrationPerson } from '../demonstration.ts'
import { messages } from '../messages.ts'
import { passkeyForm } from './passkey-form.ts'
import { grantWords } from './grant-words.ts'

/** What the sign-in page shows. */
export interface SignInPage {
  /** Where to go afterwards; a path of this site. */
  readonly next: string
  readonly account: string | null
  /** Which ways this installation has beside passkeys. */
  readonly ways: { readonly code: boolean; readonly oidc: boolean }
  /** `null` where this is no demonstration. */
  readonly people: readonly DemonstrationPerson[] | null
  readonly authorities: readonly Authority[]
}

/** The sign-in page: a passkey; in a demonstration also a person to press on. */
export function signInPage(view: View, page: SignInPage): Html {
  const t = messages.in(view.lang)
  const body = html`${pageHead({ title: t.signIn, lead: t.signInLead })}
  ${
    page.account !== null &&
    alert(view, { kind: 'info', body: t.signedInAs(page.account), still: true })
  }
  ${passkeyForm(view, {
    ceremony: 'sign-in',
    action: '/sign-in/passkey',
    submit: t.signInByPasskey,
    body: hidden('next', page.next)
  })}
  ${section({ title: t.otherWays, level: 2, body: otherWays(view, page) })}
  ${page.people !== null && demonstration(view, page, page.people)}`
  return layout(view, { title: t.signIn, body, islands: ['people/passkey'], robots: 'noindex' })
}

function otherWays(view: View, { ways, next }: SignInPage): Html {
  const t = messages.in(view.lang)
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`
  const entries = [
    ...(ways.oidc ? [{ href: `/sign-in/national${query}`, text: t.byNational }] : []),
    ...(ways.code ? [{ href: `/sign-in/code${query}`, text: t.byCodeOrNew }] : []),
    { href: '/sign-in/enrol', text: t.byEnrolmentCode },
    { href: '/sign-in/recovery', text: t.cannotSignIn }
  ]
  return html`<ul class="list-disc ps-6">
    ${entries.map((entry) => html`<li>${link(view, entry)}</li>`)}
  </ul>`
}

function demonstration(view: View, page: SignInPage, people: readonly DemonstrationPerson[]): Html {
  const t = messages.in(view.lang)
  const natural = people.filter((one) => one.kind === 'person')
  const groups = [
    { title: t.applicants, of: natural.filter((one) => one.grants.length === 0) },
    ...page.authorities.map((authority) => ({
      title: authority.title[view.lang],
      of: natural.filter((one) => one.grants[0]?.authority === authority.id)
    })),
    { title: t.platform, of: natural.filter((one) => one.grants[0]?.authority === '*') }
  ]
  const lists = groups
    .filter((group) => group.of.length > 0)
    .map((group) =>
      section({
        title: group.title,
        level: 3,
        body: cards(group.of.map((one) => personCard(view, page, one)))
      })
    )
  return section({ title: t.demonstration, lead: t.demonstrationLead, body: html`${lists}` })
}

function personCard(view: View, page: SignInPage, one: DemonstrationPerson): Html {
  const t = messages.in(view.lang)
  const name = one.name[view.lang]
  const words = one.grants.map((grant) => grantWords(view, grant, page.authorities))
  const roles = new Set(words.map((grant) => grant.role))
  const about = one.about?.[view.lang]
  const lines = about === undefined ? new Set(words.map((grant) => grant.post)) : [about]
  return card(view, {
    title: name,
    level: 4,
    icon: 'user',
    body: html`${[...lines].map((line) => html`<p>${line}</p>`)}
      <p>${[...roles].map((role) => html`${tag({ text: role })} `)}</p>`,
    footer: postButton(view, {
      action: '/sign-in/demonstration',
      text: t.enterAs(name),
      size: 'small',
      fields: { person: one.key, next: page.next }
    })
  })
}
