import type { FastifyReply } from 'fastify'
import {
  type Html,
  type View,
  alert,
  code as codeText,
  html
} from '../../../platform/html/index.ts'
import type { Server } from '../../../platform/http/request.ts'
import { receiptMessages, trackMessages } from '../../reports/messages-receipt.ts'
import { parseReceiptCode } from '../../reports/receipt-code.ts'
import { readReceiptText } from '../../reports/receipt-text.ts'
import { ReportNotFoundError } from '../../reports/refusals.ts'
import { type FailureReceipt, reportKinds } from '../../reports/report.ts'
import { receiptBody } from '../../reports/views/receipt-body.ts'
import { type Followed, codeProblem, trackBody } from '../../reports/views/track-body.ts'
import { messages } from '../messages.ts'
import type { ReportDesk } from '../report-desk.ts'
import { frame } from '../views/frame.ts'
import { type Exchange, viewOf } from './desk-view.ts'

/** Receipts and following up at the report desk: from its spool, and from the database while there is one. */
export function deskReceipts(app: Server, desk: ReportDesk): void {
  for (const prefix of ['', '/en']) {
    const base = `${prefix}/report/receipt/:code`
    app.get(base, (request, reply) => showReceipt(desk, { request, reply }))
    app.get(`${base}/receipt.txt`, async (request, reply) => {
      const { receipt } = await demandReceipt(desk, { request, reply })
      return reply
        .header('content-disposition', `attachment; filename="failure-receipt-${receipt.code}.txt"`)
        .header('cache-control', 'private, no-store')
        .type('text/plain; charset=utf-8')
        .send(receipt.content)
    })
    app.get(`${prefix}/report/track`, (request, reply) => track(desk, { request, reply }))
  }
}

interface Found {
  readonly receipt: FailureReceipt
  readonly isMerged: boolean
}

async function findReceipt(desk: ReportDesk, typed: string): Promise<Found | null> {
  const code = parseReceiptCode(typed)
  if (code === null) return null
  const issued = desk.spool.byCode(code)
  if (issued !== null) return issued
  const found = await desk.database.byCode(code)
  return found && { receipt: found.receipt, isMerged: true }
}

/** @throws {ReportNotFoundError} */
async function demandReceipt(desk: ReportDesk, { request }: Exchange): Promise<Found> {
  desk.guard.admitLookUp(request.ip)
  const { code = '' } = request.params as { code?: string }
  const found = await findReceipt(desk, code)
  if (found === null) throw new ReportNotFoundError()
  return found
}

async function showReceipt(desk: ReportDesk, exchange: Exchange): Promise<FastifyReply> {
  const { receipt, isMerged } = await demandReceipt(desk, exchange)
  const view = viewOf(desk, exchange.request)
  const t = receiptMessages.in(view.lang)
  const href = `${desk.config.origin}/report/receipt/${receipt.code}`
  const { is } = exchange.request.query as { is?: string }
  const where = html`${isMerged ? t.merged : t.waiting}
    <a class="link" href="${href}">${codeText(href)}</a>`
  const body = receiptBody(view, {
    receipt,
    issuer: messages.in(view.lang).name,
    href,
    is: is === 'new' || is === 'repeated' ? is : 'kept',
    evidence: alert(view, { kind: 'info', still: true, body: where })
  })
  return send(desk, exchange, { view, title: t.title, body, islands: ['cases/print'] })
}

async function track(desk: ReportDesk, exchange: Exchange): Promise<FastifyReply> {
  const { code: sent } = exchange.request.query as { code?: unknown }
  const typed = typeof sent === 'string' ? sent : ''
  const view = viewOf(desk, exchange.request)
  const answer = (followed: Followed | null, what?: Parameters<typeof codeProblem>[0]) => {
    if (what !== undefined) void exchange.reply.code(what === 'notFound' ? 404 : 422)
    const problems = what === undefined ? [] : codeProblem(what)
    const body = trackBody(view, { typed, followed, problems })
    return send(desk, exchange, { view, title: trackMessages.in(view.lang).title, body })
  }
  if (sent === undefined) return answer(null)
  if (typed.trim() === '') return answer(null, 'empty')
  const code = parseReceiptCode(typed)
  if (code === null) return answer(null, 'notCode')
  desk.guard.admitLookUp(exchange.request.ip)
  const followed = await follow(desk, code, view)
  return followed === null ? answer(null, 'notFound') : answer(followed)
}

/** What became of a report: as the database says, else what this desk knows itself. */
async function follow(desk: ReportDesk, code: string, view: View): Promise<Followed | null> {
  const found = await desk.database.byCode(code)
  const receipt = found?.receipt ?? desk.spool.byCode(code)?.receipt ?? null
  if (receipt === null) return null
  const lines = readReceiptText(receipt.content)
  const about = lines.get(`title-${view.lang}`) ?? ''
  if (found !== null) return { ...found, about, isWaiting: false }
  const kind = reportKinds.find((each) => each === lines.get('kind')) ?? 'failure'
  const report = { kind, state: 'open', closedReason: null } as const
  return { report, receipt, about, answers: [], outage: null, isWaiting: true }
}

function send(
  desk: ReportDesk,
  { reply }: Exchange,
  page: { view: View; title: string; body: Html; islands?: readonly string[] }
): FastifyReply {
  const { view, ...rest } = page
  const text = frame(view, { ...rest, mainOrigin: desk.config.origin }).toString()
  return reply
    .header('cache-control', 'private, no-store')
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8')
    .send(text)
}
