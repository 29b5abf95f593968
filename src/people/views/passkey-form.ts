import {
  type Content,
  type Html,
  type View,
  attrs,
  button,
  csrfField,
  formHref,
  hidden,
  html
} from '../../platform/html/index.ts'
import { messages } from '../messages.ts'

/** A form that first asks the device for a passkey. Without script its button is off and says why. */
export function passkeyForm(
  view: View,
  options: {
    readonly ceremony: 'sign-in' | 'registration'
    readonly action: string
    readonly submit: string
    readonly body?: Content
  }
): Html {
  const t = messages.in(view.lang)
  const form = attrs({
    action: formHref(view, options.action),
    'data-passkey': options.ceremony,
    'data-options': `${options.action}/options`
  })
  const says = attrs({
    'data-unsupported': t.needsPasskeys,
    'data-cancelled': t.ceremonyCancelled,
    'data-known': t.ceremonyKnown,
    'data-failed': t.ceremonyFailed
  })
  return html`<form class="form" method="post" ${form}>
    ${csrfField(view)}${hidden('answer', '')}${options.body}
    <p class="field-problem" role="status" data-passkey-says ${says}></p>
    <noscript><p>${t.needsScript}</p></noscript>
    ${button(view, { kind: 'primary', icon: 'lock', text: options.submit, disabled: true })}
  </form>`
}
