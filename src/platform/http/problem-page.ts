import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Html, type View, formHref, html, layout } from '../html/index.ts'
import { Refusal } from '../errors.ts'
import { pageBefore } from './page-before.ts'
import { type Problem, problemBody, problemOf } from './problems.ts'
import { ProofRequiredError, type Server, SignInRequiredError, langOf } from './request.ts'

interface Exchange {
  readonly app: Server
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

const texts = {
  fa: {
    front: 'صفحه نخست',
    back: 'بازگشت به صفحه پیشین',
    trace: 'شناسه خطا',
    again: 'ارسال دوباره',
    forged:
      'این پیش می‌آید اگر کوکی‌های مرورگر پاک شده باشد، نشست شما پایان یافته باشد یا فرم از سایتی دیگر آمده باشد. به صفحه پیشین برگردید و فرم را از نو پر کنید؛ اگر وارد نیستید نخست وارد شوید.',
    signInFirst: 'ورود و بازگشت به همان صفحه',
    signIn: 'ورود در برگه تازه',
    report: 'گزارش خرابی در میز گزارش، که جدا از این سامانه کار می‌کند',
    kept: 'نشست شما پایان یافته است. آنچه نوشته بودید در همین صفحه مانده است: در برگه‌ای تازه وارد شوید و سپس دوباره بفرستید.',
    proveAgain: 'تأیید دوباره هویت، در برگه تازه',
    keptForProof:
      'برای این کار باید دوباره نشان دهید که خودتان هستید. آنچه فرستادید در همین صفحه مانده است: در برگه‌ای تازه هویت خود را تأیید کنید و سپس دوباره بفرستید.'
  },
  en: {
    front: 'Front page',
    back: 'Back to the page before',
    trace: 'Error id',
    again: 'Send again',
    forged:
      'That happens when the cookies of the browser were cleared, when your session has ended, or when the form came from another site. Go back to the page before and fill in the form again; if you are not signed in, sign in first.',
    signInFirst: 'Sign in and go back there',
    signIn: 'Sign in, in a new tab',
    report: 'Report a failure at the report desk, which runs apart from this site',
    kept: 'Your session has ended. What you typed is still here: sign in in a new tab, then send again.',
    proveAgain: 'Prove that it is you, in a new tab',
    keptForProof:
      'This needs a fresh proof that it is you. What you sent is still here: prove it in a new tab, then send again.'
  }
}

/** Answers an error: problem+json to programs, a readable page to people; a bug is logged with its trace. */
export function answerProblem(exchange: Exchange, error: unknown): FastifyReply {
  const { app, request, reply } = exchange
  const problem = problemOf(error)
  if (problem.status >= 500 && !(error instanceof Refusal)) {
    app.edge.context.log.error(
      { error, trace: request.id, route: request.routeOptions.url },
      'request failed'
    )
  }
  // The limiter knows better than a minute when it lets the caller in again.
  if (problem.retryAfterSeconds !== null && !reply.hasHeader('retry-after'))
    void reply.header('retry-after', String(problem.retryAfterSeconds))
  void reply.code(problem.status)
  // RFC 9110, 11.6.1: a 401 says how one gets in.
  if (problem.status === 401 && !reply.hasHeader('www-authenticate'))
    void reply.header('www-authenticate', 'Bearer')
  if (wantsJson(request)) {
    return reply
      .type('application/problem+json')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(problemBody(problem, langOf(request), request.id))
  }
  const view = app.viewOf(request, reply)
  const way = wayIn(error)
  if (way !== null && request.method === 'GET') {
    const next = encodeURIComponent(view.path)
    return reply.redirect(formHref(view, `${way.href}?next=${next}`), 303)
  }
  const body =
    way === null
      ? problemPage({ app, request, reply }, view, problem)
      : resumeForm(request, view, way)
  return reply
    .type('text/html; charset=utf-8')
    .send(layout(view, { title: problem.text[view.lang], body }).toString())
}

/** Where somebody goes who has to prove who they are first. */
interface WayIn {
  readonly href: string
  readonly kept: 'kept' | 'keptForProof'
  readonly link: 'signIn' | 'proveAgain'
}

function wayIn(error: unknown): WayIn | null {
  if (error instanceof SignInRequiredError)
    return { href: '/sign-in', kept: 'kept', link: 'signIn' }
  if (error instanceof ProofRequiredError)
    return { href: '/sign-in/again', kept: 'keptForProof', link: 'proveAgain' }
  return null
}

function wantsJson(request: FastifyRequest): boolean {
  if (request.url.startsWith('/api/')) return true
  const accept = request.headers.accept ?? ''
  return accept.includes('json') && !accept.includes('text/html')
}

function problemPage({ app, request }: Exchange, view: View, problem: Problem): Html {
  const t = texts[view.lang]
  const isForged = problem.code === 'request/forged'
  return html`<section class="mx-auto max-w-xl py-10">
    <h1 class="text-2xl font-bold">${problem.text[view.lang]}</h1>
    <ul class="mt-4 list-disc ps-6">
      ${problem.fields.map((field) => html`<li>${field.text[view.lang]}</li>`)}
    </ul>
    ${isForged && waysBack(view, pageBefore(app, request))}
    ${problem.status >= 500 && reportDesk(view, app)}
    <p class="mt-6"><a class="link" href="${formHref(view, '/')}">${t.front}</a></p>
    <p class="mt-6 text-sm opacity-70">${t.trace}: <bdi dir="ltr">${request.id}</bdi></p>
  </section>`
}

/** Where a failure can be reported while this site fails. */
function reportDesk(view: View, app: Server): Html | null {
  const { reportOrigin } = app.edge.context.config
  if (reportOrigin === null) return null
  const href = `${reportOrigin}${formHref(view, '/report')}`
  return html`<p class="mt-6"><a class="btn" href="${href}">${texts[view.lang].report}</a></p>`
}

/** To the page that the form stood on, as it is now, and to the sign-in that leads there. */
function waysBack(view: View, before: string): Html {
  const t = texts[view.lang]
  const next = encodeURIComponent(before)
  return html`<p class="mt-4">${t.forged}</p>
    <p class="mt-6 flex flex-wrap gap-3">
      <a class="btn btn-primary" href="${formHref(view, before)}">${t.back}</a>
      ${view.account === null && html`<a class="btn" href="${formHref(view, `/sign-in?next=${next}`)}">${t.signInFirst}</a>`}
    </p>`
}

/** The form that was sent without a session or fresh proof, ready to be sent again after it elsewhere. */
function resumeForm(request: FastifyRequest, view: View, way: WayIn): Html {
  const t = texts[view.lang]
  return html`<section class="mx-auto max-w-xl py-10">
    <h1 class="text-2xl font-bold">${t[way.kept]}</h1>
    <p class="mt-6">
      <a class="btn btn-primary" href="${formHref(view, way.href)}" target="_blank" rel="noopener"
        >${t[way.link]}</a
      >
    </p>
    <form class="mt-6" method="post" action="${request.url}">
      ${typedFields(request.body).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`
      )}
      <input type="hidden" name="_csrf" value="${view.csrf}" />
      <button class="btn">${t.again}</button>
    </form>
  </section>`
}

function typedFields(body: unknown): [string, string][] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    name === '_csrf'
      ? []
      : (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)])
  )
}
