import {
  button,
  csrfField,
  hidden,
  html,
  type Html,
  link,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { refusedMessages } from '../messages.ts'
import { frame } from './frame.ts'
import type { KeptText } from './kept-texts.ts'
import { keptList } from './refused-notice.ts'

/** A form whose page cannot be shown to whoever sent it: somebody else signed in, or its right was lost. */
export interface LostForm {
  readonly problems: readonly FieldProblem[]
  readonly kept: readonly KeptText[]
  /** Address of the form, and what it sent, to be sent again by the right person. */
  readonly action: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** Keeps what was typed where neither the form nor what it was about can be shown. */
export function lostFormPage(view: View, { problems, kept, action, fields }: LostForm): Html {
  const t = refusedMessages.in(view.lang)
  const signIn = {
    href: '/sign-in',
    text: t.signInTab,
    attributes: { target: '_blank', rel: 'noopener' }
  }
  return frame(view, {
    title: t.notOfAccount,
    problems,
    body: html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
        <h1 class="text-2xl font-bold">${t.notOfAccount}</h1>
        ${problems.map(({ text }) => html`<p class="mt-2">${text[view.lang]}</p>`)}
        <p class="mt-2">
          ${view.account === null ? '' : t.signedInAs(view.account.name)} ${t.otherAccount}
        </p>
        <p class="mt-2">${link(view, signIn)}</p>
      </div>
      ${kept.length > 0 && html`<h2 class="mt-6">${t.kept}</h2>`} ${keptList(view, kept)}
      ${
        fields.length > 0 &&
        html`<form class="mt-6" method="post" action="${action}">
          ${csrfField(view)} ${fields.map(([name, value]) => hidden(name, value))}
          ${button(view, { text: t.sendAgain })}
        </form>`
      }`
  })
}
