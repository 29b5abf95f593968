import type { Flash, View } from '../html/index.ts'
import {
  type EdgeOptions,
  type FastifyReply,
  type FastifyRequest,
  langOf,
  plainPath
} from './request.ts'

const flashKinds: readonly string[] = ['success', 'info', 'warning', 'error']

/** Cookies of the edge; the `__Host-` prefix needs https. */
export function cookieName(options: EdgeOptions, name: string): string {
  return options.context.config.origin.startsWith('https:') ? `__Host-${name}` : name
}

/** Attributes of every cookie that this program sets. */
export function cookieAttributes(options: EdgeOptions) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: options.context.config.origin.startsWith('https:')
  } as const
}

/** What the page of this request knows. */
export function viewOf(options: EdgeOptions, request: FastifyRequest, reply: FastifyReply): View {
  const lang = langOf(request)
  const reader = options.describeReader(request, lang)
  let csrf: string | null = null
  return {
    lang,
    path: plainPath(request),
    // The token needs a cookie; a page without a form sets none.
    get csrf() {
      request.isPersonal = true
      csrf ??= reply.generateCsrf()
      return csrf
    },
    account: reader.account,
    nav: reader.nav,
    demo: options.context.config.demo,
    now: options.context.clock.now(),
    flash: waitingFlash(options, request),
    theme: themeOf(options, request),
    banner: request.banner,
    brand: request.brand
  }
}

function themeOf(options: EdgeOptions, request: FastifyRequest): View['theme'] {
  const theme = request.cookies[cookieName(options, 'theme')]
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}

function waitingFlash(options: EdgeOptions, request: FastifyRequest): Flash | null {
  const text = request.cookies[cookieName(options, 'flash')]
  if (text === undefined) return null
  try {
    const value: unknown = JSON.parse(text)
    return isFlash(value) ? value : null
  } catch {
    return null
  }
}

function isFlash(value: unknown): value is Flash {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    'text' in value &&
    typeof value.text === 'string' &&
    flashKinds.includes(String(value.kind))
  )
}

/** The page that shows the flash message forgets it; a redirect on the way leaves it for the next page. */
export function forgetFlash(request: FastifyRequest, reply: FastifyReply): void {
  const { edge } = request.server
  const name = cookieName(edge, 'flash')
  if (request.cookies[name] !== undefined) void reply.clearCookie(name, cookieAttributes(edge))
}
