import { publicLog } from '../../../ledger/index.ts'
import { authorityById } from '../../../people/index.ts'
import { layout } from '../../../platform/html/index.ts'
import {
  type FastifyReply,
  type FastifyRequest,
  type Page,
  type PageAnswer,
  type Server,
  page
} from '../../../platform/http/index.ts'
import { type Context, NotFoundError, bucketOf, withScope } from '../../../platform/index.ts'
import type { Guard } from '../guard/guard.ts'
import { receiptMessages, trackMessages } from '../messages-receipt.ts'
import { parseReceiptCode } from '../receipt-code.ts'
import { type ReportView, reportByCode } from '../read-report.ts'
import { ReportNotFoundError } from '../refusals.ts'
import { currentChoices } from '../sync-choices.ts'
import { receiptBody } from '../views/receipt-body.ts'
import { codeProblem, trackBody } from '../views/track-body.ts'
import { aboutName } from '../views/words.ts'

/** Receipts of failure reports, and following them up: for whoever has the code. */
export function receiptPages(app: Server, context: Context, guard: Guard): void {
  page(app, { method: 'get', path: '/report/receipt/:code' }, async (p) => {
    const found = await demandReport(context, guard, p.request)
    return receiptPage(context, p, found)
  })
  page(app, { method: 'get', path: '/report/track' }, (p) => track(context, guard, p))
  // A button of an English page leads to an English address.
  for (const prefix of ['', '/en']) receiptFiles(app, context, { guard, prefix })
}

/** @throws {ReportNotFoundError} If nobody was ever given this code. */
async function demandReport(
  context: Context,
  guard: Guard,
  request: FastifyRequest
): Promise<ReportView> {
  request.isPersonal = true
  guard.admitLookUp(request.ip)
  const { code = '' } = request.params as { code?: string }
  const found = await reportByCode(context.db, code)
  if (found === null) throw new ReportNotFoundError()
  return found
}

async function receiptPage(context: Context, p: Page, found: ReportView): Promise<PageAnswer> {
  const { report, receipt } = found
  const { origin } = context.config
  const base = `/report/receipt/${receipt.code}`
  const authority = await authorityById(context.db, report.authority)
  const evidence = await asHolder(() => publicLog.evidenceOf(context, evidenceName(report.id)))
  const { is } = p.request.query as { is?: string }
  void p.reply.header('cache-control', 'private, no-store')
  return layout(p.view, {
    title: receiptMessages.in(p.lang).title,
    robots: 'noindex',
    islands: ['cases/print'],
    ...(authority && { authority: { name: authority.title[p.lang], href: '/' } }),
    body: receiptBody(p.view, {
      receipt,
      issuer: authority?.title[p.lang] ?? report.authority,
      href: `${origin}${base}`,
      is: is === 'new' || is === 'repeated' ? is : 'kept',
      evidence:
        evidence &&
        publicLog.paperReceipt(p.view, {
          evidence,
          origin,
          receiptHref: `${base}/receipt.tlog-proof`,
          promiseHref: `${base}/promise`
        })
    })
  })
}

function evidenceName(report: string) {
  return { owner: report, subject: report, kind: 'failure-receipt.issued' } as const
}

function receiptFiles(
  app: Server,
  context: Context,
  { guard, prefix }: { guard: Guard; prefix: string }
): void {
  const base = `${prefix}/report/receipt/:code`
  const hide = { schema: { hide: true } }
  app.get(`${base}/receipt.txt`, hide, async (request, reply) => {
    const { receipt } = await demandReport(context, guard, request)
    return sendFile(reply, `failure-receipt-${receipt.code}.txt`, receipt.content)
  })
  app.get(`${base}/promise`, hide, async (request, reply) => {
    const { report } = await demandReport(context, guard, request)
    const { owner, ...of } = evidenceName(report.id)
    const asked = { bucket: bucketOf(owner), ...of }
    const note = await asHolder(() => publicLog.promiseNoteOf(context, asked))
    if (note === null) throw new publicLog.ReceiptPendingError()
    return sendFile(reply, `${report.id}.promise`, note)
  })
  app.get(`${base}/receipt.tlog-proof`, hide, async (request, reply) => {
    const { report } = await demandReport(context, guard, request)
    const { name, text } = await asHolder(async () => {
      const evidence = await publicLog.evidenceOf(context, evidenceName(report.id))
      if (evidence === null) throw new NotFoundError()
      return publicLog.receiptOf(context, evidence.fact)
    })
    return sendFile(reply, name, text)
  })
}

/** The code of a receipt was checked: it is the key to the evidence of its report. */
function asHolder<T>(read: () => Promise<T>): Promise<T> {
  return withScope('system', read)
}

function sendFile(reply: FastifyReply, name: string, text: string): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .type('text/plain; charset=utf-8')
    .send(text)
}

async function track(context: Context, guard: Guard, p: Page): Promise<PageAnswer> {
  p.request.isPersonal = true
  const { code: sent } = p.request.query as { code?: unknown }
  const typed = typeof sent === 'string' ? sent : ''
  if (sent === undefined) return trackPage(p, { typed: '', followed: null, problems: [] })
  const again = (what: Parameters<typeof codeProblem>[0]) => {
    void p.reply.code(what === 'notFound' ? 404 : 422)
    return trackPage(p, { typed, followed: null, problems: codeProblem(what) })
  }
  if (typed.trim() === '') return again('empty')
  if (parseReceiptCode(typed) === null) return again('notCode')
  guard.admitLookUp(p.request.ip)
  const found = await reportByCode(context.db, typed)
  if (found === null) return again('notFound')
  const about = aboutName(p.view, found.report, await currentChoices(context))
  void p.reply.header('cache-control', 'private, no-store')
  const followed = { ...found, about, isWaiting: false }
  return trackPage(p, { typed, followed, problems: [] })
}

function trackPage(p: Page, options: Parameters<typeof trackBody>[1]): PageAnswer {
  return layout(p.view, {
    title: trackMessages.in(p.lang).title,
    robots: 'noindex',
    hasProblems: options.problems.length > 0,
    body: trackBody(p.view, options)
  })
}
