import { z } from 'zod'
import { type Context, NotFoundError, withScope } from '../../platform/index.ts'
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
import { addressTyped, channelsOf, waitingFor } from '../codes/routes.ts'
import { codePage } from '../codes/view.ts'
import { findLink } from '../devices/link-store.ts'
import { readForm, setSessionCookie } from '../routes/cookies.ts'
import { browserOf, problemsAt } from '../routes/enter.ts'
import { messages } from './messages.ts'
import { recoverByContact } from './recover-account.ts'
import { stopRecovery, stopRecoveryByLink } from './stop-recovery.ts'
import { recoveryPage, recoveryStepPage, stopPage } from './view.ts'
import { sessionOf } from '../session-of.ts'

const text = z.string().catch('')
const tokenForm = /^[A-Za-z0-9_-]{43}$/

/** Coming back into an account whose way in is lost or frozen, and stopping somebody who tries. */
export function recoveryRoutes(app: Server, context: Context): void {
  const channels = channelsOf(context)
  page(app, { method: 'get', path: '/sign-in/recovery' }, ({ view }) =>
    recoveryPage(view, { channels })
  )
  page(app, { method: 'post', path: '/sign-in/recovery' }, async (it): Promise<PageAnswer> => {
    const { address: typed } = readForm(it.request, z.object({ address: text }))
    try {
      const asked = { ...addressTyped(typed), purpose: 'recovery', person: null } as const
      const cookie = await askCode(context, { ...asked, lang: it.lang, from: it.request.ip })
      setCodeCookie(it.reply, cookie)
      return redirect(it, '/sign-in/recovery/entry')
    } catch (error) {
      return recoveryPage(it.view, { channels, typed, ...problemsAt(it, '/address', error) })
    }
  })
  page(app, { method: 'get', path: '/sign-in/recovery/entry' }, async (it) =>
    codePage(it.view, { ...entryForm(it), sentTo: await waitingFor(context, it) })
  )
  page(app, { method: 'post', path: '/sign-in/recovery/entry' }, (it) => answer(context, it))
  stopRoutes(app, context)
}

function entryForm({ lang }: Page) {
  const title = messages.in(lang).entryTitle
  return { title, action: '/sign-in/recovery/entry', back: '/sign-in/recovery', next: '/account' }
}

async function answer(context: Context, it: Page): Promise<PageAnswer> {
  const { code } = readForm(it.request, z.object({ code: text }))
  const cookie = codeCookie(it.request)
  let proven
  try {
    proven = await proveCode(context, { code, cookie, purpose: 'recovery' })
  } catch (error) {
    const { problems } = problemsAt(it, '/code', error)
    return codePage(it.view, { ...entryForm(it), sentTo: await waitingFor(context, it), problems })
  }
  clearCodeCookie(it.reply)
  const step = await recoverByContact(context, proven, browserOf(it))
  if (step.kind !== 'done') return recoveryStepPage(it.view, step)
  setSessionCookie(it.reply, step.token)
  return redirect(it, '/account', { kind: 'success', text: messages.in(it.lang).done })
}

function stopRoutes(app: Server, context: Context): void {
  const params = z.object({ token: z.string().regex(tokenForm).catch('') })
  page(app, { method: 'post', path: '/account/recovery/stop' }, async (it) => {
    await stopRecovery(context, sessionOf(it.request).person.id)
    const { stopped } = messages.in(it.lang)
    return redirect(it, '/account', { kind: 'success', text: stopped })
  })
  page(app, { method: 'get', path: '/sign-in/recovery/stop/:token' }, async (it) => {
    it.request.isPersonal = true
    const { token } = params.parse(it.request.params)
    const asked = { token, purpose: 'stop-recovery' } as const
    const link = await withScope('system', () => findLink(context.db, asked, context.clock.now()))
    return stopPage(it.view, link === null ? null : `/sign-in/recovery/stop/${token}`)
  })
  page(app, { method: 'post', path: '/sign-in/recovery/stop/:token' }, async (it) => {
    const { token } = params.parse(it.request.params)
    if (token === '') throw new NotFoundError()
    await stopRecoveryByLink(context, token)
    const { stopped } = messages.in(it.lang)
    return redirect(it, '/sign-in', { kind: 'success', text: stopped })
  })
}
