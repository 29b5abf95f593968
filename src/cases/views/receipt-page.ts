import { formatFee } from '../../kernel/persian/index.ts'
import { publicLog } from '../../ledger/index.ts'
import type { Authority } from '../../people/index.ts'
import {
  actions,
  button,
  code,
  type Html,
  html,
  type KeyValue,
  pageHead,
  receipt,
  type View
} from '../../platform/html/index.ts'
import { receiptMessages } from '../messages-case.ts'
import { clockMessages } from '../messages-clock.ts'
import { messages } from '../messages.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import { documentTitle } from '../sealed/sealed-form.ts'
import type { CaseView } from '../view-case.ts'
import { runsOn } from './clock-card.ts'
import { frame } from './frame.ts'
import { arrival, channelName, commas, gregorianMoment, moment, promised, size } from './words.ts'

/** A case as it is proven to its applicant. */
export interface ReceiptPageOptions {
  readonly shown: CaseView
  readonly authority: Authority
  /** What the public log gives of the filing; `null` where nothing was recorded of it. */
  readonly evidence: publicLog.Evidence | null
  /** Public origin of the site, for the addresses in the QR codes. */
  readonly origin: string
  /** Where the reader goes next: the applicant's page or the officer's. */
  readonly caseHref: string
  /** It was made just now: the page says so first. */
  readonly isNew: boolean
}

/** The receipt of an application: prints on one page, and proves what was received. */
export function receiptPage(view: View, options: ReceiptPageOptions): Html {
  const t = receiptMessages.in(view.lang)
  const m = messages.in(view.lang)
  const { shown, authority } = options
  const shownCode = formatTrackingCode(shown.code)
  return frame(view, {
    title: `${t.title} ${shownCode}`,
    authority,
    islands: ['cases/print'],
    body: html`${
      options.isNew &&
      html`<div class="no-print">
        ${pageHead({ title: t.title, lead: shown.mine ? t.lead : t.leadDesk })}
      </div>`
    }
    ${!options.isNew && html`<h1 class="sr-only">${t.title}</h1>`}
    ${receipt({
      title: t.title,
      code: shownCode,
      codeLabel: m.trackingCode,
      issuer: authority.title[view.lang],
      rows: [...filing(view, shown), ...clockLines(view, shown), ...documents(view, shown)],
      qr: { text: `${options.origin}/track?code=${shown.code}`, label: t.qr },
      note: html`<p>${t.keep}</p>
        <p>${agreementText(view, shown)}</p>
        <p>${t.statement}</p>`
    })}
    ${evidence(view, options)}
    ${actions(
      button(view, { text: t.toCase, href: options.caseHref, kind: 'primary' }),
      button(view, { text: t.proofs, href: `/cases/${shown.id}/proofs`, icon: 'shield' }),
      html`<span data-print hidden
        >${button(view, { text: m.print, icon: 'print', type: 'button' })}</span
      >`
    )}`
  })
}

function evidence(view: View, { shown, evidence: own, origin }: ReceiptPageOptions): Html | false {
  if (own === null) return false
  const proofs = `/cases/${shown.id}/proofs`
  return publicLog.paperReceipt(view, {
    evidence: own,
    origin,
    receiptHref: `${proofs}/${own.fact}.tlog-proof`,
    promiseHref: `${proofs}/promise`
  })
}

function filing(
  view: View,
  { card, history, filedAt, arrivedAt, registeredAt }: CaseView
): KeyValue[] {
  const t = receiptMessages.in(view.lang)
  const m = messages.in(view.lang)
  const { channel, by, trackingNumber, officeCode } = history.filed
  return [
    { key: m.service, value: card.title[view.lang] },
    ...(arrivedAt === null ? [] : [{ key: t.arrived, value: moment(view, filedAt) }]),
    { key: t.filed, value: moment(view, registeredAt) },
    ...(view.lang === 'fa'
      ? [{ key: t.gregorian, value: code(gregorianMoment(registeredAt)) }]
      : []),
    { key: m.channel, value: channelName(view, channel) },
    ...(trackingNumber === null ? [] : [{ key: t.postNumber, value: code(trackingNumber) }]),
    ...(officeCode === null ? [] : [{ key: t.officeCode, value: code(officeCode) }]),
    { key: t.byClerk, value: by === 'clerk' ? t.clerk : t.self },
    { key: m.fee, value: formatFee(card.feeRial, view.lang) }
  ]
}

function clockLines(view: View, { card, clock }: CaseView): KeyValue[] {
  const t = receiptMessages.in(view.lang)
  const m = messages.in(view.lang)
  const runs = runsOn(view, card.promisedTime.unit)
  const promise = {
    key: m.promisedTime,
    value: html`${promised(view, card.promisedTime)}. ${runs}`
  }
  if (clock.dueAt === null) {
    const standing: Partial<Record<typeof clock.state, string>> = {
      'not-started': t.waiting,
      paused: t.paused
    }
    const why = standing[clock.state] ?? clockMessages.in(view.lang).beyondCalendar
    return [promise, { key: t.answerDue, value: why }]
  }
  return [
    promise,
    { key: t.answerDue, value: html`<strong>${moment(view, clock.dueAt)}</strong>` },
    ...(view.lang === 'fa'
      ? [{ key: t.dueGregorian, value: code(gregorianMoment(clock.dueAt)) }]
      : [])
  ]
}

function documents(view: View, shown: CaseView): KeyValue[] {
  const t = receiptMessages.in(view.lang)
  const m = messages.in(view.lang)
  const title = (type: string) => documentTitle(shown.card, type)[view.lang]
  const received = shown.documents.map(
    (document) =>
      html`<li>
        ${title(document.type)}
        (${size(view, document.sizeBytes)})${
          document.arrivedAt !== null && html`<br />${arrival(view, document)}`
        }<br />
        <span class="block text-xs break-all" dir="ltr">SHA-256: ${document.sha256}</span>
      </li>`
  )
  const missing = commas(view, shown.missing.map(title))
  return [
    {
      key: m.documents,
      value:
        received.length === 0
          ? m.none
          : html`<ul>
              ${received}
            </ul>`
    },
    ...(missing === '' ? [] : [{ key: t.stillNeeded, value: missing }])
  ]
}

function agreementText(view: View, { history }: CaseView): string {
  const m = messages.in(view.lang)
  return history.agreementVersion === null
    ? m.noAgreement
    : m.agreementInForce(history.agreementVersion)
}
