import { type Html, type View, formatNumber, html, link } from '../../platform/html/index.ts'
import { messages as lookTexts } from '../access/messages.ts'
import { messages as delegationTexts } from '../delegation/messages.ts'
import { messages } from '../messages.ts'
import { pageMessages } from '../personal-data/messages-pages.ts'
import { messages as sharingTexts } from '../sharing/messages.ts'
import type { Session } from '../session.ts'

/** What the links depend on. */
interface LinkedAccount {
  readonly unread: number
  readonly isLinked: boolean | null
  readonly session: Pick<Session, 'hasBothHats' | 'actor'>
}

/** The other pages of a person's own account. */
export function accountLinks(view: View, page: LinkedAccount): Html {
  const t = messages.in(view.lang)
  const unread = page.unread === 0 ? '' : formatNumber(view.lang, page.unread)
  const atCounter = page.session.actor.grants.some(
    ({ role }) => role === 'clerk' || role === 'authority-admin'
  )
  const entries = [
    { href: '/account/messages', text: t.news(unread) },
    { href: '/account/contacts', text: t.contacts },
    { href: '/account/looks', text: lookTexts.in(view.lang).title },
    { href: '/account/documents', text: lookTexts.in(view.lang).documents },
    { href: '/account/my-data', text: pageMessages.in(view.lang).title },
    { href: '/account/delegates', text: delegationTexts.in(view.lang).title },
    { href: '/account/keys', text: t.keyDirectory },
    { href: '/account/history', text: sharingTexts.in(view.lang).title },
    ...(atCounter
      ? [{ href: '/desk/counter-devices', text: sharingTexts.in(view.lang).counterTitle }]
      : []),
    ...(page.isLinked === false ? [{ href: '/account/national', text: t.linkNational }] : []),
    ...(page.session.hasBothHats ? [{ href: '/account/role', text: t.chooseRole }] : [])
  ]
  return html`<nav class="flex flex-wrap gap-x-6 gap-y-2" aria-label="${t.account}">
    ${entries.map((entry) => link(view, entry))}
  </nav>`
}
