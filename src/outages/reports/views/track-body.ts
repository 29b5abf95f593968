import type { FieldProblem } from '../../../platform/errors.ts'
import {
  type Content,
  type Html,
  type View,
  badge,
  code,
  field,
  form,
  html,
  keyValues,
  link,
  pageHead,
  section,
  timeline
} from '../../../platform/html/index.ts'
import type { Outage } from '../../outages/outage.ts'
import { closedReasonMessages } from '../messages-desk.ts'
import { receiptMessages, trackMessages } from '../messages-receipt.ts'
import { formatReceiptCode } from '../receipt-code.ts'
import type { FailureReceipt, FailureReport, ReportAnswer } from '../report.ts'
import { kindName, moment } from './words.ts'

/** What a follow-up shows. */
export interface Followed {
  readonly report: Pick<FailureReport, 'kind' | 'state' | 'closedReason'>
  readonly receipt: FailureReceipt
  readonly about: string
  readonly answers: readonly ReportAnswer[]
  readonly outage: Outage | null
  /** It has not joined the main site yet. */
  readonly isWaiting: boolean
}

/** The page that asks for a code, or shows what became of the report. */
export function trackBody(
  view: View,
  options: {
    readonly typed: string
    readonly followed: Followed | null
    readonly problems: readonly FieldProblem[]
  }
): Html {
  const t = trackMessages.in(view.lang)
  const { followed } = options
  const ask = askForm(view, options)
  return html`${pageHead({ title: t.title, ...(followed === null && { lead: t.lead }) })}
  ${followed && state(view, followed)}
  ${followed ? section({ title: t.anotherCode, body: ask }) : ask}`
}

/** What is wrong with a typed code. */
export function codeProblem(what: 'empty' | 'notCode' | 'notFound'): FieldProblem[] {
  return [{ pointer: '/code', code: 'report/code', text: trackMessages.entries[what] }]
}

function askForm(view: View, { typed, followed, problems }: Parameters<typeof trackBody>[1]): Html {
  const t = trackMessages.in(view.lang)
  return form(view, {
    method: 'get',
    action: '/report/track',
    problems,
    body: field(view, {
      ...{ type: 'text', name: 'code', label: receiptMessages.in(view.lang).code },
      ...{ help: t.codeHelp, value: followed === null ? typed : '', width: 'medium', problems },
      attributes: { dir: 'ltr', autocapitalize: 'characters', spellcheck: 'false' }
    }),
    submit: { text: t.submit }
  })
}

function state(view: View, followed: Followed): Html {
  const t = trackMessages.in(view.lang)
  const r = receiptMessages.in(view.lang)
  const { report, receipt, about, answers } = followed
  const isOpen = report.state === 'open'
  const reason = report.closedReason
  return html`${keyValues([
      { key: r.code, value: code(formatReceiptCode(receipt.code)) },
      { key: r.kind, value: kindName(view, report.kind) },
      { key: r.about, value: about },
      { key: r.filed, value: moment(view, receipt.issuedAt) },
      {
        key: t.state,
        value: html`${badge(view, isOpen ? 'running' : 'complete', isOpen ? t.open : t.closed)}
        ${reason !== null && closedReasonMessages.in(view.lang)[reason]}`
      },
      { key: t.outage, value: outageText(view, followed) }
    ])}
    ${section({
      title: t.answers,
      body:
        answers.length === 0
          ? html`<p class="muted">${t.noAnswer}</p>`
          : timeline({
              label: t.answers,
              entries: answers.map((answer) => ({
                at: moment(view, answer.answeredAt),
                iso: answer.answeredAt.toString(),
                title: html`<span class="whitespace-pre-line">${answer.words}</span>`
              }))
            })
    })}
    <p>${link(view, { href: `/report/receipt/${receipt.code}`, text: t.receipt })}</p>`
}

function outageText(view: View, { outage, isWaiting }: Followed): Content {
  const t = trackMessages.in(view.lang)
  if (isWaiting) return t.onlyHere
  if (outage === null) return t.noOutage
  const from = moment(view, outage.from)
  return outage.to === null ? t.outageOpen(from) : t.outageOver(from, moment(view, outage.to))
}
