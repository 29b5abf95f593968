import { z } from 'zod'
import { type Context, NotFoundError } from '../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import { askCode } from '../codes/ask-code.ts'
import { clearCodeCookie, codeCookie, setCodeCookie } from '../codes/code-cookie.ts'
import { proveCode } from '../codes/prove-code.ts'
import { channelsOf, waitingFor } from '../codes/routes.ts'
import { codePage } from '../codes/view.ts'
import { addressKey } from '../contact/contact.ts'
import { contactsOf } from '../contact/contact-store.ts'
import { demonstrationPeople } from '../demonstration.ts'
import { nextPath } from '../next-path.ts'
import { offerProof } from '../offer-sign-in.ts'
import { isLinked } from '../oidc/identity-store.ts'
import { passkeysOf } from '../passkey-store.ts'
import { type ProofAgain, proveAgain } from '../prove-again.ts'
import type { Session } from '../session.ts'
import { checkPasskey } from '../sign-in-by-passkey.ts'
import { hasStrongWay } from '../strong-way.ts'
import { againMessages } from '../messages-again.ts'
import { type AgainPage, againPage } from '../views/again.ts'
import { beginCeremony, endCeremony, readForm, setSessionCookie } from './cookies.ts'
import { problemsAt } from './enter.ts'
import { sessionOf } from '../session-of.ts'

const text = z.string().catch('')
const withNext = z.object({ next: text })
const ceremoniesPerMinuteMax = 60

/** Proving again who one is, by the strongest way that one has (step-up). */
export function againRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/sign-in/again' }, async (it) => {
    const { next } = withNext.parse(it.request.query)
    const session = sessionOf(it.request)
    return againPage(it.view, await waysOf(context, session, nextPath(next)))
  })
  passkeyRoutes(app, context)
  codeRoutes(app, context)
  if (context.config.demo) demonstrationRoute(app, context)
}

async function waysOf(context: Context, session: Session, next: string): Promise<AgainPage> {
  const person = session.person.id
  const [passkeys, linked, contacts] = await Promise.all([
    passkeysOf(context.db, person),
    isLinked(context.db, person),
    contactsOf(context.db, person)
  ])
  const channels = channelsOf(context)
  const isStrong = passkeys.length > 0 || linked
  return {
    name: session.person.name,
    next,
    byPasskey: passkeys.length > 0,
    byNational: linked && context.config.oidc !== null,
    // A code is weaker than a passkey: where there is one, it must not stand in for it.
    contacts: isStrong
      ? []
      : contacts.filter(({ channel }) => (channel === 'sms' ? channels.sms : channels.mail)),
    byDemonstration: context.config.demo && session.begunBy === 'demonstration'
  }
}

async function prove(context: Context, it: Page, proof: ProofAgain & { next: string }) {
  const session = sessionOf(it.request)
  setSessionCookie(it.reply, await proveAgain(context, session, proof))
  const { proven } = againMessages.in(it.lang)
  return redirect(it, nextPath(proof.next), { kind: 'success', text: proven })
}

function passkeyRoutes(app: Server, context: Context): void {
  app.route({
    method: 'POST',
    url: '/sign-in/again/passkey/options',
    schema: { hide: true },
    config: { rateLimit: { max: ceremoniesPerMinuteMax, timeWindow: 60_000 } },
    preHandler: (request, reply, done) => {
      app.csrfProtection(request, reply, done)
    },
    handler: async (request, reply) => {
      const person = sessionOf(request).person.id
      return offerProof(context, { person, browser: beginCeremony(reply) })
    }
  })
  const form = z.object({ answer: text, next: text })
  page(app, { method: 'post', path: '/sign-in/again/passkey' }, async (it) => {
    const { answer, next } = readForm(it.request, form)
    const browser = endCeremony(it.request, it.reply)
    const person = sessionOf(it.request).person.id
    const passkey = await checkPasskey(context, { answer, browser }, { purpose: 'again', person })
    const carriesRoles = passkey.addedBy !== 'code'
    return prove(context, it, { by: 'passkey', carriesRoles, next })
  })
}

function entryForm(next: string) {
  return {
    action: '/sign-in/again/code/entry',
    back: `/sign-in/again?next=${encodeURIComponent(nextPath(next))}`,
    next: nextPath(next)
  }
}

function codeRoutes(app: Server, context: Context): void {
  page(app, { method: 'post', path: '/sign-in/again/code' }, async (it) => {
    const { contact: key, next } = readForm(it.request, z.object({ contact: text, next: text }))
    const { person } = sessionOf(it.request)
    const contacts = await contactsOf(context.db, person.id)
    const contact = contacts.find((each) => addressKey(each) === key)
    if (contact === undefined || (await hasStrongWay(context.db, person.id)))
      throw new NotFoundError()
    const { channel, address } = contact
    const asked = { channel, address, purpose: 'again', person: person.id, lang: it.lang } as const
    setCodeCookie(it.reply, await askCode(context, { ...asked, from: it.request.ip }))
    return redirect(it, `/sign-in/again/code/entry?next=${encodeURIComponent(nextPath(next))}`)
  })
  page(app, { method: 'get', path: '/sign-in/again/code/entry' }, async (it) => {
    const { next } = withNext.parse(it.request.query)
    sessionOf(it.request)
    return codePage(it.view, { ...entryForm(next), sentTo: await waitingFor(context, it) })
  })
  page(
    app,
    { method: 'post', path: '/sign-in/again/code/entry' },
    async (it): Promise<PageAnswer> => {
      const { code, next } = readForm(it.request, z.object({ code: text, next: text }))
      const person = sessionOf(it.request).person.id
      try {
        const cookie = codeCookie(it.request)
        const proven = await proveCode(context, { code, cookie, purpose: 'again' })
        if (proven.person !== person || (await hasStrongWay(context.db, person)))
          throw new NotFoundError()
      } catch (error) {
        const { problems } = problemsAt(it, '/code', error)
        const sentTo = await waitingFor(context, it)
        return codePage(it.view, { ...entryForm(next), sentTo, problems })
      }
      clearCodeCookie(it.reply)
      return prove(context, it, { by: 'code', carriesRoles: false, next })
    }
  )
}

/** In a demonstration a click is a proof, there as here. */
function demonstrationRoute(app: Server, context: Context): void {
  page(app, { method: 'post', path: '/sign-in/again/demonstration' }, async (it) => {
    const { next } = readForm(it.request, withNext)
    const { person, begunBy } = sessionOf(it.request)
    const invented = await demonstrationPeople()
    if (begunBy !== 'demonstration' || invented.every(({ id }) => id !== person.id))
      throw new NotFoundError()
    return prove(context, it, { by: 'demonstration', carriesRoles: true, next })
  })
}
