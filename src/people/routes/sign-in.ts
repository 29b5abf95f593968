import { z } from 'zod'
import { type Context, NotFoundError } from '../../platform/index.ts'
import { type Server, page, redirect } from '../../platform/http/index.ts'
import { listAuthorities } from '../authority-store.ts'
import { demonstrationPeople } from '../demonstration.ts'
import { messages } from '../messages.ts'
import { nextPath } from '../next-path.ts'
import { offerSignIn } from '../offer-sign-in.ts'
import { signInByPasskey } from '../sign-in-by-passkey.ts'
import { signOut } from '../sign-out.ts'
import { startSession } from '../start-session.ts'
import { signInPage } from '../views/sign-in.ts'
import { beginCeremony, clearSessionCookie, endCeremony, readForm } from './cookies.ts'
import { browserOf, enter } from './enter.ts'

const ceremoniesPerMinuteMax = 60
const text = z.string().catch('')

/** The ways in and the way out. */
export function signInRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/sign-in' }, async ({ view, request }) => {
    const { next } = z.object({ next: text }).parse(request.query)
    return signInPage(view, {
      next: nextPath(next),
      ways: {
        code: context.config.mail !== null || context.config.sms !== null,
        oidc: context.config.oidc !== null
      },
      account: request.session?.person.name[view.lang] ?? null,
      people: context.config.demo ? await demonstrationPeople() : null,
      authorities: context.config.demo ? await listAuthorities(context.db) : []
    })
  })
  passkeyRoutes(app, context)
  if (context.config.demo) demonstrationRoute(app, context)
  page(app, { method: 'post', path: '/sign-out' }, async (it) => {
    if (it.request.session !== null) await signOut(context, it.request.session)
    clearSessionCookie(it.reply)
    // What was typed and not saved yet is kept in the tab; who comes next at this machine must not see it.
    void it.reply.header('clear-site-data', '"cache", "storage"')
    return redirect(it, '/', { kind: 'success', text: messages.in(it.lang).signedOut })
  })
}

function passkeyRoutes(app: Server, context: Context): void {
  app.route({
    method: 'POST',
    url: '/sign-in/passkey/options',
    schema: { hide: true },
    config: { rateLimit: { max: ceremoniesPerMinuteMax, timeWindow: 60_000 } },
    preHandler: (request, reply, done) => {
      app.csrfProtection(request, reply, done)
    },
    handler: async (_request, reply) => {
      void reply.header('cache-control', 'no-store')
      return offerSignIn(context, beginCeremony(reply))
    }
  })
  const form = z.object({ answer: text, next: text })
  page(app, { method: 'post', path: '/sign-in/passkey' }, async (it) => {
    const { answer, next } = readForm(it.request, form)
    const browser = endCeremony(it.request, it.reply)
    const token = await signInByPasskey(context, { answer, browser, ...browserOf(it) })
    return enter(it, token, next)
  })
}

function demonstrationRoute(app: Server, context: Context): void {
  const form = z.object({ person: text, next: text })
  page(app, { method: 'post', path: '/sign-in/demonstration' }, async (it) => {
    const { person, next } = readForm(it.request, form)
    const found = (await demonstrationPeople()).find(
      (one) => one.key === person && one.kind === 'person'
    )
    if (found === undefined) throw new NotFoundError()
    const entry = { person: found.id, begunBy: 'demonstration', ...browserOf(it) } as const
    return enter(it, await startSession(context, entry), next)
  })
}
