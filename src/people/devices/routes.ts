import { z } from 'zod'
import { type Context, NotFoundError, withScope } from '../../platform/index.ts'
import { type Server, page, redirect } from '../../platform/http/index.ts'
import { demandFreshProof } from '../fresh-proof.ts'
import { clearSessionCookie, readForm } from '../routes/cookies.ts'
import { changeHat } from '../session-store.ts'
import { findLink } from './link-store.ts'
import { messages } from './messages.ts'
import { reportTakeover, reportTakeoverByLink } from './report-takeover.ts'
import { notMePage, rolePage } from './view.ts'
import { sessionOf } from '../session-of.ts'

const tokenForm = /^[A-Za-z0-9_-]{43}$/
const session = z.object({ session: z.uuid().nullable().catch(null) })

/** "This was not me", by the account page and by the link of a message; and which hat is on. */
export function deviceRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/account/not-me' }, (it) => {
    sessionOf(it.request)
    return notMePage(it.view, { action: '/account/not-me', isSignedIn: true })
  })
  page(app, { method: 'post', path: '/account/not-me' }, async (it) => {
    const own = sessionOf(it.request)
    const meant = readForm(it.request, session).session
    await reportTakeover(context, { person: own.person.id, session: meant, from: 'account' })
    clearSessionCookie(it.reply)
    const { done } = messages.in(it.lang)
    return redirect(it, '/sign-in/recovery', { kind: 'success', text: done })
  })
  linkRoutes(app, context)
  roleRoutes(app, context)
}

function linkRoutes(app: Server, context: Context): void {
  const params = z.object({ token: z.string().regex(tokenForm).catch('') })
  page(app, { method: 'get', path: '/sign-in/not-me/:token' }, async (it) => {
    it.request.isPersonal = true
    const { token } = params.parse(it.request.params)
    const asked = { token, purpose: 'not-me' } as const
    const link = await withScope('system', () => findLink(context.db, asked, context.clock.now()))
    const action = link === null ? null : `/sign-in/not-me/${token}`
    return notMePage(it.view, { action, isSignedIn: false })
  })
  page(app, { method: 'post', path: '/sign-in/not-me/:token' }, async (it) => {
    const { token } = params.parse(it.request.params)
    if (token === '') throw new NotFoundError()
    await reportTakeoverByLink(context, token)
    const { done } = messages.in(it.lang)
    return redirect(it, '/sign-in/recovery', { kind: 'success', text: done })
  })
}

function roleRoutes(app: Server, context: Context): void {
  const form = z.object({ hat: z.enum(['staff', 'operator']).catch('staff') })
  page(app, { method: 'get', path: '/account/role' }, (it) => {
    const { hat, hasBothHats } = sessionOf(it.request)
    return rolePage(it.view, { hat, hasBothHats })
  })
  page(app, { method: 'post', path: '/account/role' }, async (it) => {
    const own = sessionOf(it.request)
    const { hat } = readForm(it.request, form)
    if (!own.hasBothHats) throw new NotFoundError()
    demandFreshProof(own, context.clock.now())
    await changeHat(context.db, { person: own.person.id, id: own.id }, hat)
    return redirect(it, '/', { kind: 'success', text: messages.in(it.lang).changed })
  })
}
