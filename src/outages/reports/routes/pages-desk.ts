import { type Actor, NotAllowedError, actorOf, listAuthorities } from '../../../people/index.ts'
import type { Html } from '../../../platform/html/index.ts'
import {
  type Page,
  type PageAnswer,
  type Server,
  page,
  redirect
} from '../../../platform/http/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  Refusal
} from '../../../platform/index.ts'
import { outagesBetween } from '../../outages/outage-store.ts'
import { answerReport, answersReports, linkReport, reportFor } from '../answer-report.ts'
import { blindSpots, listReports } from '../list-store.ts'
import { reportDeskMessages } from '../messages-desk.ts'
import { viewReport } from '../read-report.ts'
import { ReportNotFoundError } from '../refusals.ts'
import { photoOf } from '../report-store.ts'
import { currentChoices } from '../sync-choices.ts'
import { reportPage } from '../views/report-page.ts'
import { reportsPage } from '../views/reports-page.ts'
import { cursorOf } from './api-reports.ts'

const perPage = 40
const blindDays = 30
const outageDays = 3

/** The reports of a body, for those who look into them. */
export function reportDeskPages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/desk/reports' }, (p) => list(context, p))
  page(app, { method: 'get', path: '/desk/reports/:id' }, (p) => show(context, p, {}))
  page(app, { method: 'post', path: '/desk/reports/:id/answer' }, (p) => answer(context, p))
  page(app, { method: 'post', path: '/desk/reports/:id/outage' }, (p) => link(context, p))
  for (const lost of ['answer', 'outage'])
    page(app, { method: 'get', path: `/desk/reports/:id/${lost}` }, (p) =>
      redirect(p, `/desk/reports/${idOf(p)}`)
    )
  app.get('/desk/reports/:id/photo', { schema: { hide: true } }, async (request, reply) => {
    const { id = '' } = request.params as { id?: string }
    // A file leads nobody to the sign-in: without a session there is none.
    if (request.caller === null) throw new ReportNotFoundError()
    const report = await reportFor(context, actorOf(request), id)
    if (report.photoType === null) throw new ReportNotFoundError()
    return reply
      .type(report.photoType)
      .header('content-disposition', 'inline; filename="photo"')
      .send(await photoOf(context.db, report.id))
  })
}

async function list(context: Context, p: Page): Promise<Html> {
  const authorities = await bodiesOf(context, actorOf(p.request))
  const query = textsOf(p.request.query)
  const shown = ['open', 'closed', 'all', 'blind'].find((each) => each === query.show) ?? 'open'
  const from = context.clock.now().subtract({ hours: blindDays * 24 })
  const isBlind = shown === 'blind'
  const reports = await listReports(context.db, {
    authorities,
    ...{ blind: isBlind, from: isBlind ? from : undefined, after: cursorOf(query.cursor) },
    states: shown === 'open' || shown === 'closed' ? [shown] : undefined,
    limit: perPage + 1
  })
  return reportsPage(p.view, {
    shown,
    reports: reports.slice(0, perPage),
    hasMore: reports.length > perPage,
    choices: await currentChoices(context),
    blind: isBlind ? await blindSpots(context.db, { authorities, from }) : []
  })
}

/** @throws {NotAllowedError} For whoever works on the reports of no body. */
async function bodiesOf(context: Context, actor: Actor): Promise<string[]> {
  const all = await listAuthorities(context.db)
  const bodies = all.filter(({ id }) => answersReports(actor, id)).map(({ id }) => id)
  if (bodies.length === 0) throw new NotAllowedError()
  return bodies
}

function idOf(p: Page): string {
  return (p.request.params as { id?: string }).id ?? ''
}

/** What was sent once; a name that came several times is none of ours. */
function textsOf(sent: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof sent !== 'object' || sent === null) return {}
  return Object.fromEntries(
    Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  )
}

interface Again {
  readonly problems?: readonly FieldProblem[]
  readonly typed?: Readonly<Record<string, string | undefined>>
}

async function show(context: Context, p: Page, again: Again): Promise<PageAnswer> {
  const report = await reportFor(context, actorOf(p.request), idOf(p))
  const found = await viewReport(context.db, report.id)
  if (found === null) throw new ReportNotFoundError()
  const about = report.noticedAt ?? report.filedAt
  const days = { hours: outageDays * 24 }
  const outages = await outagesBetween(context.db, {
    authority: report.authority,
    from: about.subtract(days),
    to: report.filedAt.add(days)
  })
  const choices = await currentChoices(context)
  return reportPage(p.view, {
    ...{ found, outages, choices },
    problems: again.problems ?? [],
    typed: again.typed ?? {}
  })
}

async function answer(context: Context, p: Page): Promise<PageAnswer> {
  const typed = textsOf(p.request.body)
  const { state, words, closedReason } = typed
  try {
    await answerReport(context, actorOf(p.request), {
      ...{ report: idOf(p), state, words, closedReason }
    })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    void p.reply.code(error.status)
    return show(context, p, { problems: error.fields, typed })
  }
  const text = reportDeskMessages.in(p.lang).sent
  return redirect(p, `/desk/reports/${idOf(p)}`, { kind: 'success', text })
}

async function link(context: Context, p: Page): Promise<PageAnswer> {
  const { outage } = textsOf(p.request.body)
  try {
    const to = outage === undefined || outage === '' || outage === 'none' ? null : outage
    await linkReport(context, actorOf(p.request), { report: idOf(p), outage: to })
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error
    return redirect(p, `/desk/reports/${idOf(p)}`, { kind: 'error', text: error.text[p.lang] })
  }
  const text = reportDeskMessages.in(p.lang).linked
  return redirect(p, `/desk/reports/${idOf(p)}`, { kind: 'success', text })
}
