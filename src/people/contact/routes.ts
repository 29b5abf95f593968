import { z } from 'zod'
import type { Context, FieldProblem } from '../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import { askCode } from '../codes/ask-code.ts'
import { clearCodeCookie, codeCookie, setCodeCookie } from '../codes/code-cookie.ts'
import { CodeRefusedError } from '../codes/code.ts'
import { proveCode } from '../codes/prove-code.ts'
import { addressTyped, channelsOf, waitingFor } from '../codes/routes.ts'
import { codePage } from '../codes/view.ts'
import { demandFreshProof } from '../fresh-proof.ts'
import { readForm } from '../routes/cookies.ts'
import { problemsAt } from '../routes/enter.ts'
import { addContact, removeContact } from './change-contacts.ts'
import { contactsOf } from './contact-store.ts'
import { markMessagesRead, messagesOf } from './message-store.ts'
import { messages } from './messages.ts'
import { contactsPage, messagesPage } from './view.ts'
import { sessionOf } from '../session-of.ts'

const text = z.string().catch('')
const messagesShown = 100
const entry = { action: '/account/contacts/entry', back: '/account/contacts', next: '/account' }

/** A person's own contacts, and what they were told by them. */
export function contactRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/account/contacts' }, (it) => listed(context, it))
  page(app, { method: 'post', path: '/account/contacts' }, (it) => ask(context, it))
  page(app, { method: 'get', path: '/account/contacts/entry' }, async (it) => {
    sessionOf(it.request)
    return codePage(it.view, { ...entry, sentTo: await waitingFor(context, it) })
  })
  page(app, { method: 'post', path: '/account/contacts/entry' }, (it) => answer(context, it))
  page(app, { method: 'post', path: '/account/contacts/removal' }, async (it) => {
    const session = sessionOf(it.request)
    demandFreshProof(session, context.clock.now())
    const { contact: key } = readForm(it.request, z.object({ contact: text }))
    await removeContact(context, { person: session.person.id, session: session.id, key })
    const { removed } = messages.in(it.lang)
    return redirect(it, '/account/contacts', { kind: 'success', text: removed })
  })
  page(app, { method: 'get', path: '/account/messages' }, async (it) => {
    const person = sessionOf(it.request).person.id
    const all = await messagesOf(context.db, person, messagesShown)
    if (all.some(({ readAt }) => readAt === null))
      await markMessagesRead(context.db, person, context.clock.now())
    return messagesPage(it.view, { all, origin: context.config.origin })
  })
}

async function listed(
  context: Context,
  it: Page,
  form: { typed?: string; problems?: readonly FieldProblem[] } = {}
) {
  const contacts = await contactsOf(context.db, sessionOf(it.request).person.id)
  return contactsPage(it.view, { contacts, channels: channelsOf(context), ...form })
}

async function ask(context: Context, it: Page): Promise<PageAnswer> {
  const session = sessionOf(it.request)
  demandFreshProof(session, context.clock.now())
  const { address } = readForm(it.request, z.object({ address: text }))
  try {
    const cookie = await askCode(context, {
      ...addressTyped(address),
      purpose: 'contact',
      person: session.person.id,
      lang: it.lang,
      from: it.request.ip
    })
    setCodeCookie(it.reply, cookie)
    return redirect(it, '/account/contacts/entry')
  } catch (error) {
    return listed(context, it, { typed: address, ...problemsAt(it, '/address', error) })
  }
}

async function answer(context: Context, it: Page): Promise<PageAnswer> {
  const { id: session, person: own } = sessionOf(it.request)
  const person = own.id
  const { code } = readForm(it.request, z.object({ code: text }))
  try {
    const cookie = codeCookie(it.request)
    const proven = await proveCode(context, { code, cookie, purpose: 'contact' })
    if (proven.person !== person) throw new CodeRefusedError()
    await addContact(context, { person, session }, proven)
  } catch (error) {
    const { problems } = problemsAt(it, '/code', error)
    return codePage(it.view, { ...entry, sentTo: await waitingFor(context, it), problems })
  }
  clearCodeCookie(it.reply)
  const { added } = messages.in(it.lang)
  return redirect(it, '/account/contacts', { kind: 'success', text: added })
}
