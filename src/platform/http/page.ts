import { type Flash, type Html, type View, formHref } from '../html/index.ts'
import type { Lang } from '../text.ts'
import { drainForm, openForm } from './form-parts.ts'
import type { FastifyReply, FastifyRequest, Server } from './request.ts'
import type { MadePage } from './public-pages.ts'
import { cookieAttributes, cookieName, forgetFlash } from './view.ts'

/** One request for a page. */
export interface Page {
  readonly lang: Lang
  readonly view: View
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** The answer "look there" (303). */
export interface Redirect {
  readonly location: string
  readonly flash: Flash | null
}

/** What a page handler answers: a page, the way to another one, or nothing where it used `reply` itself. */
export type PageAnswer = Html | Redirect | undefined

type Handler = (page: Page) => Promise<PageAnswer> | PageAnswer

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether what everybody has to know now stands above this page. */
    hasBanner?: boolean
  }
}

interface PageOptions {
  /** True for pages that must be there while the database is not. */
  readonly withoutBanner?: true

  readonly bodyLimitBytes?: number
  /** The largest file of a form with files; a larger one is marked as cut. */
  readonly fileBytesMax?: number
}

/**
 * Registers a page at `path` (Persian) and at `/en` + `path` (English). A POST is checked for its
 * CSRF token: the field `_csrf`, which comes first where the form has files. Those are read with `partsOf`.
 */
export function page(
  app: Server,
  at: { method: 'get' | 'post'; path: string } & PageOptions,
  handler: Handler
): void {
  for (const url of [at.path, at.path === '/' ? '/en' : `/en${at.path}`]) {
    app.route({
      method: at.method === 'get' ? 'GET' : 'POST',
      url,
      schema: { hide: true },
      config: { hasBanner: at.withoutBanner !== true },
      ...(at.bodyLimitBytes === undefined ? {} : { bodyLimit: at.bodyLimitBytes }),
      ...(at.method === 'post' ? { preHandler: csrfCheck(app, at), onResponse: drain } : {}),
      handler: async (request, reply) => {
        if (at.method === 'get') {
          return app.publicPages.answer(request, reply, () =>
            make({ app, request, reply }, handler)
          )
        }
        const view = app.viewOf(request, reply)
        const answer = await handler({ lang: view.lang, view, request, reply })
        return answer === undefined ? reply : send(answer, { view, request, reply })
      }
    })
  }
}

/** Makes a page; `null` where the answer is something else and on its way. */
async function make(
  { app, request, reply }: { app: Server; request: FastifyRequest; reply: FastifyReply },
  handler: Handler
): Promise<MadePage | null> {
  const view = app.viewOf(request, reply)
  const before = { ...reply.getHeaders() }
  const answer = await handler({ lang: view.lang, view, request, reply })
  if (answer === undefined) return null
  if ('location' in answer) {
    void send(answer, { view, request, reply })
    return null
  }
  forgetFlash(request, reply)
  const added = Object.entries(reply.getHeaders()).filter(([name, is]) => before[name] !== is)
  return {
    text: answer.toString(),
    headers: Object.fromEntries(added.map(([name, value]) => [name, String(value)])),
    forEveryone:
      reply.statusCode === 200 &&
      !request.isPersonal &&
      !added.some(([name]) => name === 'set-cookie')
  }
}

function csrfCheck(app: Server, limits: PageOptions) {
  return [
    (request: FastifyRequest) => openForm(request, limits),
    (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      app.csrfProtection(request, reply, done)
    }
  ]
}

function drain(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  drainForm(request)
  done()
}

function send(answer: Html | Redirect, { view, request, reply }: Omit<Page, 'lang'>) {
  if ('location' in answer) {
    if (answer.flash !== null) {
      const { edge } = reply.server
      const text = JSON.stringify(answer.flash)
      void reply.setCookie(cookieName(edge, 'flash'), text, cookieAttributes(edge))
    }
    return reply.redirect(inHeader(formHref(view, answer.location)), 303)
  }
  forgetFlash(request, reply)
  return reply.type('text/html; charset=utf-8').send(answer.toString())
}

/** Sends the reader to another page of the house (in the language of this one). */
export function redirect(_page: Page, location: string, flash: Flash | null = null): Redirect {
  return { location, flash }
}

/** An address as a header can hold it: what a part of it was named may be of any letters, or of none. */
function inHeader(address: string): string {
  return address.toWellFormed().replaceAll(/[^\u0021-\u007e]+/g, encodeURIComponent)
}
