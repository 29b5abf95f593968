import {
  type Content,
  type Html,
  type KeyValue,
  type View,
  actions,
  alert,
  button,
  code,
  html,
  pageHead,
  receipt
} from '../../../platform/html/index.ts'
import { receiptMessages } from '../messages-receipt.ts'
import { formatReceiptCode } from '../receipt-code.ts'
import { readReceiptText } from '../receipt-text.ts'
import { type FailureReceipt, type ReportChannel, reportKinds } from '../report.ts'
import { channelName, gregorianMoment, kindName, moment } from './words.ts'

/** A receipt as a page. */
export interface ReceiptBodyOptions {
  readonly receipt: FailureReceipt
  /** Name of the body that received the report. */
  readonly issuer: string
  /** Address that the code leads to. */
  readonly href: string
  /** It was made just now, or the same had come before. */
  readonly is: 'new' | 'repeated' | 'kept'
  /** The public log's part, or where that is. */
  readonly evidence: Content
}

/** A failure receipt: prints on one page. All of it is read from what was issued. */
export function receiptBody(view: View, options: ReceiptBodyOptions): Html {
  const t = receiptMessages.in(view.lang)
  const { receipt: issued, is } = options
  return html`${
    is === 'kept'
      ? html`<h1 class="sr-only">${t.title}</h1>`
      : html`<div class="no-print">
          ${pageHead({ title: t.title, lead: t.lead })}
          ${is === 'repeated' && alert(view, { kind: 'info', still: true, body: t.again })}
        </div>`
  }
  ${receipt({
    title: t.title,
    code: formatReceiptCode(issued.code),
    codeLabel: t.code,
    issuer: options.issuer,
    rows: rowsOf(view, issued),
    qr: { text: options.href, label: t.qr },
    note: html`<p>${t.keep}</p>
      <p>${t.check}</p>`
  })}
  ${options.evidence}
  ${actions(
    button(view, {
      ...{ text: t.asText, icon: 'download', kind: 'primary' },
      href: `/report/receipt/${issued.code}/receipt.txt`
    }),
    button(view, { text: t.follow, href: `/report/track?code=${issued.code}` }),
    html`<span data-print hidden
      >${button(view, { text: t.print, icon: 'print', type: 'button' })}</span
    >`,
    button(view, { text: t.another, href: '/report', kind: 'quiet' })
  )}`
}

function rowsOf(view: View, { content, issuedAt, sha256 }: FailureReceipt): KeyValue[] {
  const t = receiptMessages.in(view.lang)
  const lines = readReceiptText(content)
  const kind = reportKinds.find((each) => each === lines.get('kind'))
  const noticed = lines.get('noticed') ?? '-'
  const jalali = { key: t.jalali, value: code(lines.get('filed-jalali') ?? '') }
  const gregorian = { key: t.gregorian, value: code(gregorianMoment(issuedAt)) }
  return [
    { key: t.kind, value: kind === undefined ? '' : kindName(view, kind) },
    { key: t.about, value: lines.get(`title-${view.lang}`) ?? '' },
    { key: t.filed, value: html`<strong>${moment(view, issuedAt)}</strong>` },
    view.lang === 'fa' ? gregorian : jalali,
    ...(noticed === '-'
      ? []
      : [{ key: t.noticed, value: moment(view, Temporal.Instant.from(noticed)) }]),
    { key: t.channel, value: channelName(view, lines.get('channel') as ReportChannel) },
    ...(lines.get('photo-sha256') === '-' ? [] : [{ key: t.photo, value: t.photoTaken }]),
    {
      key: t.hash,
      value: html`<span class="block text-xs break-all" dir="ltr">${sha256}</span>`
    }
  ]
}
