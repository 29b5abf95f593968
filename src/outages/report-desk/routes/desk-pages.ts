import type { FastifyReply } from 'fastify'
import type { Server } from '../../../platform/http/request.ts'
import { reportFormMessages } from '../../reports/messages-form.ts'
import type { SentReport } from '../../reports/read-report-form.ts'
import { choiceValue } from '../../reports/resolve-choice.ts'
import { type Accepted, acceptReport } from '../../reports/routes/accept-report.ts'
import { tokenFor } from '../../reports/routes/form-again.ts'
import { type SentForm, readSent } from '../../reports/routes/read-sent.ts'
import {
  type ReportFormOptions,
  reportForm,
  reportIslands
} from '../../reports/views/report-form.ts'
import { type ReportDesk, isUnnamed } from '../report-desk.ts'
import { frame } from '../views/frame.ts'
import { deskReceipts } from './desk-receipts.ts'
import { type Exchange, viewOf } from './desk-view.ts'

const prefixes = ['', '/en'] as const

/** The pages of the report desk; their addresses are those of the main site. */
export function deskPages(app: Server, desk: ReportDesk): void {
  app.get('/healthz', (_request, reply) =>
    reply.send({ waiting: desk.spool.waitingCount(), database: desk.database.isThere() })
  )
  app.get('/report/challenge', async (_request, reply) => {
    void reply.header('cache-control', 'no-store')
    return desk.guard.challenge()
  })
  for (const prefix of prefixes) {
    for (const path of [prefix === '' ? '/' : prefix, `${prefix}/report`])
      app.get(path, (request, reply) =>
        sendForm(desk, { request, reply }, { typed: {}, token: desk.guard.formToken() })
      )
    app.post(`${prefix}/report`, (request, reply) => take(desk, { request, reply }))
  }
  deskReceipts(app, desk)
}

async function take(desk: ReportDesk, { request, reply }: Exchange): Promise<FastifyReply> {
  const form = await readSent(request)
  const choices = desk.choices()
  const accepted: Accepted<{ code: string; repeated: boolean }> = await acceptReport(
    isUnnamed(choices) ? unnamedForm(form, choiceValue(choices[0] as never)) : form,
    {
      ...{ choices, guard: desk.guard, address: request.ip, channel: 'report-desk' },
      now: () => desk.clock.now(),
      file: async (filing) => {
        const { code, report } = (await desk.file(filing)).receipt
        return { code, repeated: report !== filing.id }
      }
    }
  )
  if (accepted.ok) {
    const prefix = request.url.startsWith('/en') ? '/en' : ''
    const { code, repeated } = accepted.value
    const is = repeated ? 'repeated' : 'new'
    return reply.redirect(`${prefix}/report/receipt/${code}?is=${is}`, 303)
  }
  const { status, problems, meant, retryAfterSeconds } = accepted
  void reply.code(status)
  if (retryAfterSeconds !== null) void reply.header('retry-after', String(retryAfterSeconds))
  const token = tokenFor(desk.guard, form.token, problems)
  return sendForm(desk, { request, reply }, { typed: form.sent, problems, meant, token })
}

/** Without a list the name that was typed stays with the words. */
function unnamedForm(form: SentForm, choice: string): SentForm {
  const { about = '', words } = form.sent
  const sent: SentReport = {
    ...{ ...form.sent, choice },
    words: words === undefined || about === '' ? words : `${about}\n\n${words}`
  }
  return { ...form, sent }
}

function sendForm(
  desk: ReportDesk,
  { request, reply }: Exchange,
  given: Pick<ReportFormOptions, 'typed' | 'token'> & Partial<ReportFormOptions>
): FastifyReply {
  const view = viewOf(desk, request)
  const t = reportFormMessages.in(view.lang)
  const known = desk.choices()
  const choices = isUnnamed(known) ? [] : known
  const { problems = [], meant = [], typed, token } = given
  const page = frame(view, {
    title: t.title,
    islands: reportIslands,
    mainOrigin: desk.config.origin,
    body: reportForm(view, { choices, typed, problems, meant, token, lead: t.leadDesk })
  })
  return reply
    .header('cache-control', 'private, no-store')
    .type('text/html; charset=utf-8')
    .send(page.toString())
}
