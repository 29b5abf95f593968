import { formatJalaliDateTime, formatNumber } from '../../kernel/persian/index.ts'
import { forPaper, paperParts, parsePromise } from '../../kernel/tlog/index.ts'
import {
  type Html,
  type View,
  actions,
  alert,
  button,
  code,
  html,
  qr
} from '../../platform/html/index.ts'
import type { Evidence } from '../evidence-of.ts'
import { logMessages } from '../messages-log.ts'
import { paperMessages } from '../messages-paper.ts'
import { serverPrimitives } from '../server-primitives.ts'
import { leafLink } from './entry-words.ts'
import { delayNote } from './log-page.ts'

/** Where the files of a piece of evidence are, and the page that checks it. */
export interface PaperReceiptOptions {
  readonly evidence: Evidence
  /** Public origin of the site. */
  readonly origin: string
  /** Address of the receipt as a file; given out once it is there. */
  readonly receiptHref: string
  /** Address of the promise as a file. */
  readonly promiseHref: string
}

/**
 * The part of a receipt that leads to the public log: where the fact stands in it, or what the log
 * promised, as codes that a telephone reads from the paper, and how anybody checks it.
 */
export function paperReceipt(view: View, options: PaperReceiptOptions): Html {
  const t = paperMessages.in(view.lang)
  const { evidence } = options
  const isPromise = evidence.is === 'promised'
  const title = isPromise ? t.promiseTitle : t.title
  return html`<section class="receipt receipt-evidence" aria-label="${title}">
    <h2 class="receipt-title">${title}</h2>
    ${body(view, options)}
  </section>`
}

function body(view: View, options: PaperReceiptOptions): Html {
  const t = paperMessages.in(view.lang)
  const { evidence, receiptHref, promiseHref } = options
  if (evidence.is === 'proven') {
    const text = forPaper(evidence.receipt.text)
    return html`<p>${t.proven} ${leafLink(view, evidence.leaf)}</p>
      ${download(view, receiptHref, t.download)}
      <p>${t.codes}</p>
      ${codes(view, text, options)}${check(view, options)}`
  }
  if (evidence.is === 'promised') {
    return html`${delayNote(view, evidence.log)}
      <p>${t.promised(promisedBy(view, evidence.promise))}</p>
      ${download(view, promiseHref, t.downloadPromise)}
      <p>${t.code}</p>
      ${codes(view, evidence.promise, options)}${check(view, options)}`
  }
  if (evidence.is !== 'delayed') return html`<p>${t[evidence.is]}</p>`
  const title = logMessages.in(view.lang).delayed
  return alert(view, { kind: 'warning', title, body: t.delayed, still: true })
}

function promisedBy(view: View, note: string): string {
  const promise = parsePromise(note)
  if (!promise.ok) throw new Error(`the signer made no promise: ${promise.reason}`)
  const { at, delaySecondsMax } = promise.value.promise
  const until = Temporal.Instant.fromEpochMilliseconds((at + delaySecondsMax) * 1000)
  return formatJalaliDateTime(until, view.lang)
}

function download(view: View, href: string, text: string): Html {
  return html`<div class="no-print">
    ${actions(button(view, { text, href, icon: 'download' }))}
  </div>`
}

function codes(view: View, text: string, options: PaperReceiptOptions): Html {
  const t = paperMessages.in(view.lang)
  const parts = paperParts(text, { link: verifyAddress(view, options) }, serverPrimitives)
  const number = (n: number) => formatNumber(n, view.lang)
  return html`<div class="paper-codes">
    ${parts.map((part, i) => {
      const label = t.codeOf(number(i + 1), number(parts.length))
      return html`<figure>
        ${qr({ text: part, label, isLong: true })}
        ${parts.length > 1 && html`<figcaption>${label}</figcaption>`}
      </figure>`
    })}
  </div>`
}

function verifyAddress(view: View, { origin }: PaperReceiptOptions): string {
  return `${origin}${view.lang === 'fa' ? '' : '/en'}/verify`
}

function check(view: View, options: PaperReceiptOptions): Html {
  const t = paperMessages.in(view.lang)
  const address = verifyAddress(view, options)
  return html`<p class="receipt-note">
    ${t.check} <a class="link" href="${address}">${code(address)}</a> ${t.or}
    ${code('peyman receipt verify')} ${t.checkOthers}.
  </p>`
}
