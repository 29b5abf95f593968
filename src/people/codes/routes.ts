import { z } from 'zod'
import { canSend } from '../../channels/index.ts'
import { type Context, InvalidInputError } from '../../platform/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../platform/http/index.ts'
import { type ContactAddress, readAddress } from '../contact/contact.ts'
import { nextPath } from '../next-path.ts'
import { browserOf, enter, problemsAt } from '../routes/enter.ts'
import { readForm } from '../routes/cookies.ts'
import { askCode } from './ask-code.ts'
import { provenChallenge, waitingChannel } from './challenge-store.ts'
import { AccountFrozenError } from '../recovery/freeze.ts'
import { clearCodeCookie, codeCookie, setCodeCookie } from './code-cookie.ts'
import { CodeRefusedError, readCodeToken } from './code.ts'
import { messages } from './messages.ts'
import { signInByCode } from './sign-in-by-code.ts'
import { signUp } from './sign-up.ts'
import { type Channels, addressPage, codePage, signUpPage } from './view.ts'

const text = z.string().catch('')
const asked = z.object({ address: text, next: text })

/** Which channels this installation has. */
export function channelsOf({ config }: Context): Channels {
  return { mail: canSend(config, 'e-mail'), sms: canSend(config, 'sms') }
}

/**
 * What was typed as an address.
 * @throws {InvalidInputError}
 */
export function addressTyped(typed: string): ContactAddress {
  const address = readAddress(typed)
  if (address !== null) return address
  throw new InvalidInputError([
    {
      pointer: '/address',
      code: 'contact/form',
      text: {
        fa: 'این نه نشانی رایانامه است و نه شماره تلفن همراه؛ مانند name@example.ir یا ۰۹۱۲۳۴۵۶۷۸۹ بنویسید.',
        en: 'This is neither an e-mail address nor a mobile number; write it like name@example.ir or 09123456789.'
      }
    }
  ])
}

/** What this browser waits for: where the code went, as it said itself. */
export async function waitingFor(context: Context, it: Page): Promise<ContactAddress | null> {
  // What one browser waits for must not be kept for the next one, not even that it waits for nothing.
  it.request.isPersonal = true
  const browser = readCodeToken(codeCookie(it.request))
  return browser === null ? null : waitingChannel(context.db, browser, context.clock.now())
}

/** Signing in with a one-time code, and making an account with a proven address. */
export function codeRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/sign-in/code' }, (it) => {
    const { next } = z.object({ next: text }).parse(it.request.query)
    return askedPage(context, it, { address: '', next })
  })
  page(app, { method: 'post', path: '/sign-in/code' }, (it) => ask(context, it))
  page(app, { method: 'get', path: '/sign-in/code/entry' }, async (it) => {
    const { next } = z.object({ next: text }).parse(it.request.query)
    return codePage(it.view, { ...entryForm(next), sentTo: await waitingFor(context, it) })
  })
  page(app, { method: 'post', path: '/sign-in/code/entry' }, (it) => answer(context, it))
  signUpRoutes(app, context)
}

function entryForm(next: string) {
  const back = `/sign-in/code?next=${encodeURIComponent(nextPath(next))}`
  return { action: '/sign-in/code/entry', back, next: nextPath(next) }
}

function askedPage(
  context: Context,
  { view }: Page,
  form: z.infer<typeof asked> & Pick<Parameters<typeof addressPage>[1], 'problems'>
) {
  const t = messages.in(view.lang)
  return addressPage(view, {
    title: t.title,
    lead: t.lead,
    action: '/sign-in/code',
    channels: channelsOf(context),
    next: nextPath(form.next),
    typed: form.address,
    ...(form.problems === undefined ? {} : { problems: form.problems })
  })
}

async function ask(context: Context, it: Page): Promise<PageAnswer> {
  const form = readForm(it.request, asked)
  try {
    const cookie = await askCode(context, {
      ...addressTyped(form.address),
      purpose: 'sign-in',
      person: null,
      lang: it.lang,
      from: it.request.ip
    })
    setCodeCookie(it.reply, cookie)
    return redirect(it, `/sign-in/code/entry?next=${encodeURIComponent(nextPath(form.next))}`)
  } catch (error) {
    return askedPage(context, it, { ...form, ...problemsAt(it, '/address', error) })
  }
}

async function answer(context: Context, it: Page): Promise<PageAnswer> {
  const { code, next } = readForm(it.request, z.object({ code: text, next: text }))
  try {
    const cookie = codeCookie(it.request)
    const token = await signInByCode(context, { ...browserOf(it), code, cookie })
    if (token === null) return redirect(it, `/sign-up?next=${encodeURIComponent(nextPath(next))}`)
    clearCodeCookie(it.reply)
    return enter(it, token, next)
  } catch (error) {
    if (error instanceof AccountFrozenError) throw error
    const { problems } = problemsAt(it, '/code', error)
    const sentTo = await waitingFor(context, it)
    return codePage(it.view, { ...entryForm(next), sentTo, problems })
  }
}

function signUpRoutes(app: Server, context: Context): void {
  const form = z.object({ name: text, nationalId: text, foreignerCode: text, next: text })
  const provenHere = async (it: Page) => {
    const browser = readCodeToken(codeCookie(it.request))
    if (browser === null) return null
    const now = context.clock.now()
    return provenChallenge(context.db, { ...browser, purpose: 'sign-in' }, now)
  }
  page(app, { method: 'get', path: '/sign-up' }, async (it) => {
    const { next } = z.object({ next: text }).parse(it.request.query)
    const address = await provenHere(it)
    if (address === null) return redirect(it, '/sign-in/code')
    const typed = { name: '', nationalId: '', foreignerCode: '' }
    return signUpPage(it.view, { address, next: nextPath(next), typed })
  })
  page(app, { method: 'post', path: '/sign-up' }, async (it) => {
    const { next, ...typed } = readForm(it.request, form)
    try {
      const cookie = codeCookie(it.request)
      const token = await signUp(context, { ...browserOf(it), ...typed, cookie })
      clearCodeCookie(it.reply)
      enter(it, token, next)
      const location = next === '' || next === '/' ? '/account' : nextPath(next)
      return redirect(it, location, { kind: 'success', text: messages.in(it.lang).made })
    } catch (error) {
      const address = await provenHere(it)
      if (address === null || error instanceof CodeRefusedError)
        return redirect(it, '/sign-in/code')
      return signUpPage(it.view, {
        address,
        next: nextPath(next),
        typed,
        ...problemsAt(it, '/name', error)
      })
    }
  })
}
