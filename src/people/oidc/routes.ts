import { z } from 'zod'
import { type Context, inTransaction } from '../../platform/index.ts'
import {
  type FastifyReply,
  type Page,
  type Server,
  cookieAttributes,
  cookieName,
  page
} from '../../platform/http/index.ts'
import { formHref } from '../../platform/html/index.ts'
import { demandFreshProof } from '../fresh-proof.ts'
import { nextPath } from '../next-path.ts'
import { proveAgain } from '../prove-again.ts'
import { setSessionCookie } from '../routes/cookies.ts'
import { browserOf } from '../routes/enter.ts'
import { type Session, newSecret } from '../session.ts'
import { startSession } from '../start-session.ts'
import { linkToPerson, personOfProof } from './attach-person.ts'
import { beginLogin, loginSeconds } from './begin-login.ts'
import { type ProvenPerson, finishLogin } from './finish-login.ts'
import { type OidcLink, linkOfIdentity } from './identity-store.ts'
import { type OidcLogin, type OidcPurpose } from './login-store.ts'
import { OidcRefusedError, OtherPersonError } from './refusals.ts'
import { sessionOf } from '../session-of.ts'

const text = z.string().catch('')
const query = z.object({ next: text })

/** The national sign-on: going there, and what came back; nothing where there is none. */
export function oidcRoutes(app: Server, context: Context): void {
  if (context.config.oidc === null) return
  go(app, context, { path: '/sign-in/national', purpose: 'sign-in' })
  go(app, context, { path: '/sign-in/again/national', purpose: 'again' })
  go(app, context, { path: '/account/national', purpose: 'link' })
  page(app, { method: 'get', path: '/sign-in/national/callback' }, async (it) => {
    it.request.isPersonal = true
    const name = cookieName(app.edge, 'oidc')
    const browser = it.request.cookies[name] ?? ''
    void it.reply.clearCookie(name, cookieAttributes(app.edge))
    const mark = it.request.url.indexOf('?')
    const answer = { query: mark < 0 ? '' : it.request.url.slice(mark), browser }
    const { login, proven } = await finishLogin(context, answer)
    setSessionCookie(it.reply, await enterBy(context, it, { login, proven }))
    void it.reply.redirect(login.next, 303)
    return undefined
  })
}

/** A link that leads to the national sign-on: a form could not, `form-action` keeps forms at home. */
function go(app: Server, context: Context, to: { path: string; purpose: OidcPurpose }): void {
  page(app, { method: 'get', path: to.path }, async (it) => {
    it.request.isPersonal = true
    const { next } = query.parse(it.request.query)
    const session = to.purpose === 'sign-in' ? null : sessionOf(it.request)
    if (to.purpose === 'link' && session !== null) demandFreshProof(session, context.clock.now())
    const browser = bindBrowser(it.reply)
    const href = await beginLogin(context, {
      purpose: to.purpose,
      person: session?.person.id ?? null,
      browser,
      next: formHref(it.view, to.purpose === 'link' ? '/account' : nextPath(next))
    })
    void it.reply.header('cache-control', 'no-store').redirect(href, 303)
    return undefined
  })
}

function bindBrowser(reply: FastifyReply): string {
  const { edge } = reply.server
  const browser = newSecret()
  void reply.setCookie(cookieName(edge, 'oidc'), browser, {
    ...cookieAttributes(edge),
    maxAge: loginSeconds
  })
  return browser
}

interface Came {
  readonly login: OidcLogin
  readonly proven: ProvenPerson
}

/** Gives whoever came back what they went for. @returns The text of their session cookie. */
async function enterBy(context: Context, it: Page, { login, proven }: Came): Promise<string> {
  if (login.purpose === 'sign-in') {
    return inTransaction(context.db, async (tx) => {
      const link = await personOfProof(tx, proven, context.clock.now())
      const entry = { ...link, begunBy: 'oidc', ...browserOf(it) } as const
      return startSession({ ...context, db: tx }, entry)
    })
  }
  // Whoever went there is whoever is signed in here, still.
  const session = sessionOf(it.request)
  if (session.person.id !== login.person) throw new OidcRefusedError()
  const link =
    login.purpose === 'link'
      ? await linkHere(context, session, proven)
      : await linkOfIdentity(context.db, proven.identity)
  if (link?.person !== session.person.id) throw new OtherPersonError()
  return proveAgain(context, session, { by: 'oidc', carriesRoles: link.carriesRoles })
}

function linkHere(context: Context, session: Session, proven: ProvenPerson): Promise<OidcLink> {
  const { person, carriesRoles } = session
  return inTransaction(context.db, (tx) =>
    linkToPerson(tx, { person: person.id, carriesRoles, proven }, context.clock.now())
  )
}
