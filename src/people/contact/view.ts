import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  alert,
  card,
  emptyState,
  field,
  form,
  html,
  layout,
  pageHead,
  postButton,
  section,
  table,
  tag
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { messages as codeMessages } from '../codes/messages.ts'
import { type Channels, addressCode, addressText } from '../codes/view.ts'
import { type Contact, addressKey } from './contact.ts'
import type { PersonMessage } from './message-store.ts'
import { messages } from './messages.ts'

/** The contacts of a person and the form that adds one. */
export interface ContactsPage {
  readonly contacts: readonly Contact[]
  readonly channels: Channels
  readonly typed?: string
  readonly problems?: readonly FieldProblem[]
}

/** The page of a person's proven contacts. */
export function contactsPage(view: View, page: ContactsPage): Html {
  const t = messages.in(view.lang)
  const list = table(view, {
    caption: t.contacts,
    captionHidden: true,
    rows: page.contacts,
    columns: [
      { key: 'channel', title: t.channel, cell: (row) => t[row.channel] },
      { key: 'address', title: t.address, cell: (row) => addressCode(view, row) },
      {
        key: 'proven',
        title: t.proven,
        cell: (row) => formatJalaliDateTime(row.provenAt, view.lang)
      },
      {
        key: 'actions',
        title: t.actions,
        titleHidden: true,
        cell: (row) =>
          postButton(view, {
            action: '/account/contacts/removal',
            text: t.remove(addressText(view, row)),
            size: 'small',
            fields: { contact: addressKey(row) }
          })
      }
    ]
  })
  const body = html`${pageHead({ title: t.contacts, lead: t.contactsLead })}
  ${page.contacts.length === 0 ? html`<p>${t.none}</p>` : list}
  ${section({ title: t.add, lead: t.addLead, body: addForm(view, page) })}`
  return layout(view, { title: t.contacts, body, robots: 'noindex' })
}

function addForm(view: View, { channels, typed, problems }: ContactsPage): Html {
  const t = codeMessages.in(view.lang)
  if (!channels.mail && !channels.sms)
    return alert(view, { kind: 'info', body: t.noChannel, still: true })
  const both = channels.mail && channels.sms
  return form(view, {
    action: '/account/contacts',
    problems,
    body: field(view, {
      type: 'text',
      name: 'address',
      label: both ? t.address : channels.mail ? t.addressMailOnly : t.addressSmsOnly,
      help: both ? t.addressHelp : undefined,
      value: typed,
      required: true,
      lengthMax: 254,
      width: 'medium',
      problems,
      attributes: { dir: 'ltr', spellcheck: 'false' }
    }),
    submit: { text: t.send }
  })
}

/** The news that a person was told about their account, newest first. */
export function messagesPage(
  view: View,
  { all, origin }: { readonly all: readonly PersonMessage[]; readonly origin: string }
): Html {
  const t = messages.in(view.lang)
  const items = all.map((one) =>
    card(view, {
      title: one.subject[view.lang],
      level: 2,
      badge: one.readAt === null ? tag({ text: t.unread, tone: 'info' }) : undefined,
      body: html`<p class="whitespace-pre-line break-words">
          ${linked(one.text[view.lang], origin)}
        </p>
        <p class="text-sm opacity-70">${formatJalaliDateTime(one.toldAt, view.lang)}</p>`
    })
  )
  const body = html`${pageHead({ title: t.messages, lead: t.messagesLead })}
  ${items.length === 0 ? emptyState({ title: t.noMessages }) : html`<div class="grid gap-4">${items}</div>`}`
  return layout(view, { title: t.messages, body, robots: 'noindex' })
}

/** A text with its addresses of this desk as links; any other address stays text. */
function linked(text: string, origin: string): Html {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/)
  return html`${parts.map((part) => {
    const url = URL.parse(part)
    if (url?.origin !== origin) return part
    return html`<a class="link" href="${url.pathname}${url.search}" dir="ltr">${part}</a>`
  })}`
}
