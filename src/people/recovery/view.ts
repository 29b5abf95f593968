import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  actions,
  alert,
  button,
  emptyState,
  html,
  layout,
  link,
  pageHead,
  postButton,
  section
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { type Channels, addressPage } from '../codes/view.ts'
import { messages } from './messages.ts'
import type { RecoveryStep } from './recover-account.ts'

/** The page that begins and ends a recovery. */
export function recoveryPage(
  view: View,
  page: {
    readonly channels: Channels
    readonly typed?: string
    readonly problems?: readonly FieldProblem[]
  }
): Html {
  const t = messages.in(view.lang)
  const steps = [t.step1, t.step2, t.step3]
  const after = html`${section({
    title: t.how,
    body: html`<ol class="${view.lang === 'fa' ? 'list-[persian]' : 'list-decimal'} ps-6">
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>`
  })}
  ${section({
    title: t.counterTitle,
    body: html`<p>${t.counter}</p>
      <p>${link(view, { href: '/sign-in/enrol', text: t.haveCode })}</p>
      <p>${t.staff}</p>`
  })}
  ${alert(view, { kind: 'warning', title: t.lettersTitle, body: t.letters, still: true })}`
  return addressPage(view, {
    ...page,
    title: t.title,
    lead: t.lead,
    action: '/sign-in/recovery',
    next: '/account',
    after
  })
}

/** What became of it, where it did not let anybody in. */
export function recoveryStepPage(
  view: View,
  step: Exclude<RecoveryStep, { readonly kind: 'done' }>
): Html {
  const t = messages.in(view.lang)
  const words = {
    nobody: { title: t.nobodyTitle, text: t.nobody, href: '/sign-in/recovery', go: t.again },
    'not-needed': {
      title: t.notNeededTitle,
      text: t.notNeeded,
      href: '/sign-in/code',
      go: t.signInByCode
    },
    'too-new': { title: t.tooNewTitle, text: t.tooNew, href: '/sign-in/recovery', go: t.again },
    waiting: {
      title: t.waitingTitle,
      text: step.kind === 'waiting' ? t.waiting(formatJalaliDateTime(step.readyAt, view.lang)) : '',
      href: '/',
      go: null
    }
  }[step.kind]
  const body = html`${pageHead({ title: words.title, lead: words.text })}
  ${words.go !== null && actions(button(view, { text: words.go, href: words.href }))}`
  return layout(view, { title: words.title, body, robots: 'noindex' })
}

/** The page that stops a recovery; `action` is `null` where its link does not work any more. */
export function stopPage(view: View, action: string | null): Html {
  const t = messages.in(view.lang)
  const body =
    action === null
      ? html`${pageHead({ title: t.stopTitle })}${emptyState({ title: t.stopGone })}`
      : html`${pageHead({ title: t.stopTitle, lead: t.stopLead })}
        ${actions(postButton(view, { action, text: t.stop, kind: 'danger' }))}`
  return layout(view, { title: t.stopTitle, body, robots: 'noindex' })
}
