import { type Html, type View, html, layout } from '../../../platform/html/index.ts'
import {
  type FastifyReply,
  type FastifyRequest,
  type Server,
  page
} from '../../../platform/http/index.ts'
import { type Context, isDatabaseAway } from '../../../platform/index.ts'
import { type Filed, fileReport } from '../file-report.ts'
import type { Guard } from '../guard/guard.ts'
import { reportFormMessages } from '../messages-form.ts'
import { type SentReport, problem } from '../read-report-form.ts'
import { choiceText } from '../resolve-choice.ts'
import { knownChoices } from '../sync-choices.ts'
import { type ReportFormOptions, reportForm, reportIslands } from '../views/report-form.ts'
import { type Accepted, acceptReport } from './accept-report.ts'
import { tokenFor } from './form-again.ts'
import { type SentForm, readSent } from './read-sent.ts'

// A photo and the texts around it.
const formBytesMax = 6 * 1024 * 1024

/** The form of failure reports on the site: no account, no cookie, no script needed. */
export function reportPages(app: Server, context: Context, guard: Guard): void {
  page(app, { method: 'get', path: '/report' }, async (p) => {
    // Each form has its own token.
    p.request.isPersonal = true
    const typed = await typedBefore(context, p.request, p.view)
    return formPage(context, p.view, { typed, token: guard.formToken() })
  })
  app.get('/report/challenge', { schema: { hide: true } }, async (_request, reply) => {
    void reply.header('cache-control', 'no-store')
    return guard.challenge()
  })
  // Nobody is signed in, and the form's own token is signed: there is nothing to forge.
  for (const url of ['/report', '/en/report']) {
    const options = { schema: { hide: true }, bodyLimit: formBytesMax }
    app.post(url, options, (request, reply) => takeForm({ app, context, guard }, request, reply))
  }
}

async function takeForm(
  { app, context, guard }: { app: Server; context: Context; guard: Guard },
  request: FastifyRequest,
  reply: FastifyReply
): Promise<FastifyReply> {
  const view = app.viewOf(request, reply)
  const form = await readSent(request)
  const taken = await take({ context, guard }, form, request.ip)
  if (taken.ok) {
    const { code, repeated } = taken.value
    const path = `/report/receipt/${code}?is=${repeated ? 'repeated' : 'new'}`
    return reply.redirect(view.lang === 'en' ? `/en${path}` : path, 303)
  }
  const { status, problems, meant, retryAfterSeconds } = taken
  void reply.code(status)
  if (retryAfterSeconds !== null) void reply.header('retry-after', String(retryAfterSeconds))
  const token = tokenFor(guard, form.token, problems)
  const body = await formPage(context, view, { typed: form.sent, problems, meant, token })
  return reply
    .header('cache-control', 'private, no-store')
    .type('text/html; charset=utf-8')
    .send(body.toString())
}

const awayRetrySeconds = 5

async function take(
  { context, guard }: { context: Context; guard: Guard },
  form: SentForm,
  address: string
): Promise<Accepted<Filed>> {
  try {
    return await acceptReport(form, {
      ...{ choices: await knownChoices(context), guard, address, channel: 'site' },
      now: () => context.clock.now(),
      file: (filing) => fileReport(context, filing)
    })
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    // What was typed stays in front of its writer; the same form files it once, whenever it is sent again.
    const problems = [problem('', 'report/away', reportFormMessages.entries.away)]
    return { ok: false, status: 503, problems, meant: [], retryAfterSeconds: awayRetrySeconds }
  }
}

/** What a link to the form already says: `?service=10021001`, or `?authority=sko&component=desk`. */
async function typedBefore(
  context: Context,
  request: FastifyRequest,
  view: View
): Promise<Partial<SentReport>> {
  const query = request.query as Readonly<Record<string, unknown>>
  if (query.service === undefined && query.component === undefined) return {}
  const found = (await knownChoices(context)).find(({ service, component, authority }) =>
    query.service === undefined
      ? component === query.component && (authority === query.authority || !query.authority)
      : service === query.service
  )
  return found === undefined ? {} : { about: choiceText(found, view.lang) }
}

async function formPage(
  context: Context,
  view: View,
  given: Pick<ReportFormOptions, 'typed' | 'token'> & Partial<ReportFormOptions>
): Promise<Html> {
  const t = reportFormMessages.in(view.lang)
  const { problems = [], meant = [], typed, token } = given
  const choices = await knownChoices(context)
  const isAway = problems.some(({ code }) => code === 'report/away')
  const elsewhere = isAway ? context.config.reportOrigin : null
  return layout(view, {
    title: t.title,
    description: t.lead,
    hasProblems: problems.length > 0,
    islands: reportIslands,
    head: html`<link
      rel="alternate"
      type="application/atom+xml"
      href="/report/recent.atom"
      title="${t.title}"
    />`,
    body: reportForm(view, { choices, typed, problems, meant, token, lead: t.lead, elsewhere })
  })
}
