import {
  type Html,
  type View,
  actions,
  alert,
  button,
  hidden,
  html,
  layout,
  pageHead,
  postButton
} from '../../platform/html/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import { addressText } from '../codes/view.ts'
import { type Contact, addressKey } from '../contact/contact.ts'
import { againMessages } from '../messages-again.ts'
import { passkeyForm } from './passkey-form.ts'

/** By which ways a person can prove again who they are. */
export interface AgainPage {
  readonly name: Bilingual
  readonly next: string
  readonly byPasskey: boolean
  readonly byNational: boolean
  /** Where a code can go; none where there is a stronger way. */
  readonly contacts: readonly Contact[]
  readonly byDemonstration: boolean
}

/** The page of the step-up. */
export function againPage(view: View, page: AgainPage): Html {
  const t = againMessages.in(view.lang)
  const { next } = page
  const ways = [
    page.byPasskey &&
      passkeyForm(view, {
        ceremony: 'sign-in',
        action: '/sign-in/again/passkey',
        submit: t.byPasskey,
        body: hidden('next', next)
      }),
    page.byNational &&
      actions(
        button(view, {
          text: t.byNational,
          href: `/sign-in/again/national?next=${encodeURIComponent(next)}`
        })
      ),
    page.contacts.length > 0 && codeWays(view, page),
    page.byDemonstration &&
      actions(
        postButton(view, {
          action: '/sign-in/again/demonstration',
          text: t.byDemonstration,
          kind: 'primary',
          fields: { next }
        })
      )
  ].filter((way) => way !== false)
  const body = html`${pageHead({ title: t.title, lead: t.lead(page.name[view.lang]) })}
  ${ways.length === 0 ? alert(view, { kind: 'info', body: t.noWay, still: true }) : ways}`
  return layout(view, { title: t.title, body, islands: ['people/passkey'], robots: 'noindex' })
}

function codeWays(view: View, { contacts, next }: AgainPage): Html {
  const t = againMessages.in(view.lang)
  const buttons = contacts.map((contact) =>
    postButton(view, {
      action: '/sign-in/again/code',
      text: t.byCode(addressText(view, contact)),
      fields: { contact: addressKey(contact), next }
    })
  )
  return html`<p>${t.codeLead}</p>
    ${actions(...buttons)}`
}
