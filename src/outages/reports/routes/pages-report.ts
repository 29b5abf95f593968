import { type Html, type View, layout } from '../../../platform/html/index.ts'
import {
  type FastifyReply,
  type FastifyRequest,
  type Server,
  page
} from '../../../platform/http/index.ts'
import type { Context } from '../../../platform/index.ts'
import { fileReport } from '../file-report.ts'
import type { Guard } from '../guard/guard.ts'
import { reportFormMessages } from '../messages-form.ts'
import type { SentReport } from '../read-report-form.ts'
import { choiceText } from '../resolve-choice.ts'
import { currentChoices } from '../sync-choices.ts'
import { type ReportFormOptions, reportForm, reportIslands } from '../views/report-form.ts'
import { acceptReport } from './accept-report.ts'
import { tokenFor } from './form-again.ts'
import { readSent } from './read-sent.ts'

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
  const choices = await currentChoices(context)
  const accepted = await acceptReport(form, {
    ...{ choices, guard, address: request.ip, channel: 'site' },
    now: () => context.clock.now(),
    file: (filing) => fileReport(context, filing)
  })
  if (accepted.ok) {
    const { code, repeated } = accepted.value
    const path = `/report/receipt/${code}?is=${repeated ? 'repeated' : 'new'}`
    return reply.redirect(view.lang === 'en' ? `/en${path}` : path, 303)
  }
  const { status, problems, meant, retryAfterSeconds } = accepted
  void reply.code(status)
  if (retryAfterSeconds !== null) void reply.header('retry-after', String(retryAfterSeconds))
  const token = tokenFor(guard, form.token, problems)
  const body = await formPage(context, view, { typed: form.sent, problems, meant, token })
  return reply
    .header('cache-control', 'private, no-store')
    .type('text/html; charset=utf-8')
    .send(body.toString())
}

/** What a link to the form already says: `?service=10021001`, or `?authority=sko&component=desk`. */
async function typedBefore(
  context: Context,
  request: FastifyRequest,
  view: View
): Promise<Partial<SentReport>> {
  const query = request.query as Readonly<Record<string, unknown>>
  if (query.service === undefined && query.component === undefined) return {}
  const found = (await currentChoices(context)).find(({ service, component, authority }) =>
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
  const choices = await currentChoices(context)
  return layout(view, {
    title: t.title,
    description: t.lead,
    hasProblems: problems.length > 0,
    islands: reportIslands,
    body: reportForm(view, { choices, typed, problems, meant, token, lead: t.lead })
  })
}
