import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Brand, Html, NavItem } from '../html/index.ts'
import type { Lang } from '../text.ts'

/** Who asks, as far as the platform needs to know: an id, and how it was proven. */
export interface Caller {
  readonly id: string
  readonly by: 'session' | 'key'
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler by whoever knows sessions and keys; `null` for the public. */
    caller: Caller | null
    /** Something was put into the page that belongs to this reader alone. */
    isPersonal: boolean
    /** What stands above the page that is asked for; set before any page is made. */
    banner: Html | null
    /** How the authority looks whose page is asked for; set before any page is made. */
    brand: Brand | null
  }
}

/** What the header of a page says about its reader. */
export interface Reader {
  readonly account: { readonly name: string } | null
  readonly nav: readonly NavItem[]
}

/** What the edge is given at start. */
export interface EdgeOptions {
  readonly context: Context
  /** Folder and address book of the built styles, scripts and fonts. */
  readonly assetsFolder: string
  /** The groups of the API's operations, in the order of its description. */
  readonly apiTags?: readonly { readonly name: string; readonly description: string }[]
  describeReader(request: FastifyRequest, lang: Lang): Reader
}

/** The server as slices see it. */
export type Server = FastifyInstance

export type { FastifyReply, FastifyRequest }

/** This needs a person or a key, and there is none (any more). */
export class SignInRequiredError extends Refusal {
  readonly code = 'sign-in/required'
  override readonly status = 401
  constructor() {
    super({
      fa: 'برای این کار باید وارد شوید؛ برنامه‌ها کلید خود را در سرآیند Authorization می‌فرستند.',
      en: 'Please sign in for this; a program sends its key in the header Authorization.'
    })
  }
}

/** The person is known, and proved it too long ago (or not strongly enough) for what is asked for now. */
export class ProofRequiredError extends Refusal {
  readonly code = 'sign-in/proof-required'
  override readonly status = 403
  constructor() {
    super({
      fa: 'برای این کار باید دوباره نشان دهید که خودتان هستید: هویت خود را در /sign-in/again تأیید کنید و دوباره بفرستید.',
      en: 'This needs a fresh proof that it is you: prove it again at /sign-in/again, then send again.'
    })
  }
}

/** Language of a request: pages by their address, the API by `Accept-Language`. */
export function langOf(request: FastifyRequest): Lang {
  if (/^\/en(\/|\?|$)/.test(request.url)) return 'en'
  if (!request.url.startsWith('/api/')) return 'fa'
  return langOfHeader(request.headers['accept-language'])
}

/** Language of an answer to a program: English unless `Accept-Language` begins with Persian. */
export function langOfHeader(acceptLanguage: string | undefined): Lang {
  return /^\s*fa\b/i.test(acceptLanguage ?? '') ? 'fa' : 'en'
}

/** Path and query without the language prefix. */
export function plainPath(request: FastifyRequest): string {
  const path = request.url.replace(/^\/en(?=\/|\?|$)/, '')
  return path.startsWith('/') ? path : `/${path}`
}
