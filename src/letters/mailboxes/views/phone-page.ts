import {
  type Html,
  type View,
  actions,
  alert,
  attrs,
  button,
  html,
  layout,
  pageHead
} from '../../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { phoneMessages } from '../messages-phone.ts'
import type { Pairing } from '../pairing-store.ts'

/** What a telephone shows before it unlocks a computer; the island fills in the number. */
export function phonePage(view: View, { id, mailbox, recipient }: Pairing): Html {
  const t = phoneMessages.in(view.lang)
  const data = {
    'data-phone': id,
    'data-mailbox': mailbox,
    'data-recipient': recipient,
    'data-texts': JSON.stringify({ done: t.done, wrongKey: t.wrongKey }),
    hidden: true
  }
  const needsScript = messages.in(view.lang).needsScript
  const open = button(view, {
    text: t.same,
    kind: 'primary',
    size: 'large',
    type: 'button',
    attributes: { 'data-same': true }
  })
  const body = html`${pageHead({ title: t.title, lead: t.lead })}
    <noscript>${alert(view, { kind: 'warning', body: needsScript, still: true })}</noscript>
    <div ${attrs(data)}>
      <div data-ask>
        <p>${t.compare}</p>
        <p class="text-4xl font-bold"><bdi dir="ltr" data-number></bdi></p>
        ${alert(view, { kind: 'warning', body: t.warning, still: true })}
        ${actions(open, button(view, { text: t.other, href: '/mailbox', kind: 'quiet' }))}
      </div>
      <p role="status" data-says></p>
    </div>`
  return layout(view, { title: t.title, body, robots: 'noindex', islands: ['letters/phone'] })
}
