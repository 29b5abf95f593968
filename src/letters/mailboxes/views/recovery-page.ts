import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  alert,
  button,
  field,
  form,
  html,
  layout,
  pageHead,
  postButton
} from '../../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { lostMessages } from '../recovery/messages-lost.ts'
import { reopenedMessages } from '../recovery/messages-reopened.ts'
import { recoveryMessages } from '../recovery/messages.ts'
import type { ShownShare } from '../recovery/read-shares.ts'
import type { Recovery } from '../recovery/recovery-store.ts'

/** Asking for the desk's share, and waiting for it; without script too. */
export function recoveryPage(
  view: View,
  { contacts, recovery }: { contacts: readonly ShownShare[]; recovery: Recovery | null }
): Html {
  const t = recoveryMessages.in(view.lang)
  const body = html`${pageHead({ title: t.recoveryTitle, lead: t.recoveryLead })}
  ${recovery === null ? asking(view, contacts) : waiting(view, recovery)}`
  const trail = [{ href: '/mailbox', text: messages.in(view.lang).title }]
  return layout(view, { title: t.recoveryTitle, body, robots: 'noindex', breadcrumbs: trail })
}

function asking(view: View, named: readonly ShownShare[]): Html {
  const t = recoveryMessages.in(view.lang)
  const m = messages.in(view.lang)
  const contacts = named.filter(({ lostAt }) => lostAt === null)
  if (contacts.length === 0) {
    const lost = button(view, { text: m.lostAllButton, href: '/mailbox/lost', kind: 'quiet' })
    const body = named.length === 0 ? t.recoveryNobody : lostMessages.in(view.lang).contactsLost
    return alert(view, { kind: 'warning', body, still: true, actions: lost })
  }
  const choices = contacts.map(({ slot, name }) => ({ value: slot, text: name?.[view.lang] ?? '' }))
  return form(view, {
    action: '/mailbox/recovery',
    body: field(view, {
      ...{ type: 'choice', name: 'slot', label: t.whichContact, required: true, choices },
      value: choices[0]?.value
    }),
    submit: { text: t.ask },
    more: button(view, { text: m.keep, href: '/mailbox', kind: 'quiet' })
  })
}

function waiting(view: View, recovery: Recovery): Html {
  const t = recoveryMessages.in(view.lang)
  return alert(view, {
    ...{ kind: 'info', title: t.waits, still: true, actions: stopButton(view) },
    body: t.waitsText(formatJalaliDateTime(recovery.readyAt ?? recovery.askedAt, view.lang))
  })
}

/** On the page of the mailbox: somebody asks for the desk's share; one press stops it. */
export function askedNotice(view: View, asked: readonly Recovery[]): Html | null {
  const [first] = asked
  if (first === undefined) return null
  const t = recoveryMessages.in(view.lang)
  const body =
    first.readyAt === null
      ? t.pendingKin
      : t.waitsText(formatJalaliDateTime(first.readyAt, view.lang))
  return alert(view, {
    ...{ kind: 'warning', title: t.pendingTitle, still: true, actions: stopButton(view) },
    body
  })
}

/** On the page of the mailbox: a wrong record of a death opened it to an heir, and its key counts no more. */
export function givenBackNotice(view: View): Html {
  const t = reopenedMessages.in(view.lang)
  const make = button(view, { text: t.make, href: '/mailbox/lost', kind: 'primary' })
  return alert(view, { kind: 'warning', title: t.title, body: t.body, still: true, actions: make })
}

/** On the page of the mailbox: somebody who was named has another key, and nothing opens by their way. */
export function anewNotice(view: View): Html {
  const t = lostMessages.in(view.lang)
  const to = button(view, { text: recoveryMessages.in(view.lang).toTrust, href: '/mailbox/trust' })
  const said = { title: t.anewTitle, body: t.anewText, actions: to }
  return alert(view, { ...said, kind: 'warning', still: true })
}

function stopButton(view: View): Html {
  const { stop } = recoveryMessages.in(view.lang)
  return postButton(view, { action: '/mailbox/recovery/stop', text: stop, kind: 'danger' })
}
