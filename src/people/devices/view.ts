import {
  type Html,
  type View,
  actions,
  alert,
  emptyState,
  html,
  layout,
  link,
  pageHead,
  postButton,
  section
} from '../../platform/html/index.ts'
import type { Hat } from '../session.ts'
import { messages } from './messages.ts'

/** The page that freezes an account; `action` is `null` where its link does not work any more. */
export function notMePage(
  view: View,
  page: { readonly action: string | null; readonly isSignedIn: boolean }
): Html {
  const t = messages.in(view.lang)
  if (page.action === null) {
    const recovery = link(view, { href: '/sign-in/recovery', text: t.followsBack })
    const body = html`${pageHead({ title: t.notMe })}
    ${emptyState({ title: t.linkGone, actions: recovery })}`
    return layout(view, { title: t.notMe, body, robots: 'noindex' })
  }
  const follows = [
    t.followsSessions,
    t.followsFrozen,
    t.followsBusiness,
    t.followsDelegations,
    t.followsStamp,
    t.followsCases,
    t.followsBack
  ]
  const body = html`${pageHead({ title: t.notMe, lead: t.notMeLead })}
  ${section({
    title: t.whatFollows,
    body: html`<ul class="list-disc ps-6">
      ${follows.map((line) => html`<li>${line}</li>`)}
    </ul>`
  })}
  ${page.isSignedIn && alert(view, { kind: 'info', body: t.onlyOthers, still: true })}
  ${actions(postButton(view, { action: page.action, text: t.freeze, kind: 'danger' }))}`
  return layout(view, { title: t.notMe, body, robots: 'noindex' })
}

/** The page on which somebody with both hats puts on the other one. */
export function rolePage(
  view: View,
  page: { readonly hat: Hat; readonly hasBothHats: boolean }
): Html {
  const t = messages.in(view.lang)
  const names = { staff: t.asStaff, operator: t.asOperator }
  const other: Hat = page.hat === 'staff' ? 'operator' : 'staff'
  const change = postButton(view, {
    action: '/account/role',
    text: t.change(names[other]),
    kind: 'primary',
    fields: { hat: other }
  })
  const body = html`${pageHead({ title: t.role, lead: t.roleLead })}
    <p>${t.now}: <strong>${names[page.hat]}</strong></p>
    ${page.hasBothHats ? actions(change) : alert(view, { kind: 'info', body: t.oneRole, still: true })}`
  return layout(view, { title: t.role, body, robots: 'noindex' })
}
