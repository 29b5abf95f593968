import { formatJalaliDate } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  actions,
  alert,
  attrs,
  button,
  formatNumber,
  html,
  layout,
  pageHead
} from '../../../platform/html/index.ts'
import { enrolMessages } from '../messages-enrol.ts'
import { messages } from '../messages.ts'
import { lostMessages } from '../recovery/messages-lost.ts'
import { reopenedMessages } from '../recovery/messages-reopened.ts'
import { recoveryMessages } from '../recovery/messages.ts'
import { type Screen, shareScreen, shareTexts } from './share-screen.ts'

/** What the wizard makes. */
export type EnrolMode = 'new' | 'paper' | 'lost' | 'anew' | 'recover'

/** What the wizard is told by the server. */
export interface EnrolPage {
  readonly mode: EnrolMode
  readonly mailbox: string
  /** Name on the signatures of its keys. */
  readonly keyName: string
  readonly person: { readonly id: string; readonly name: string }
  /** Host, as it stands on paper. */
  readonly host: string
  /** Number of the next paper key: 1 is the first that the mailbox ever has. */
  readonly paper: number
}

const stepsOf: Readonly<Record<EnrolMode, readonly string[]>> = {
  new: ['what', 'device', 'paper', 'check', 'done'],
  lost: ['lost', 'device', 'paper', 'check', 'done'],
  anew: ['anew', 'device', 'paper', 'check', 'done'],
  recover: ['share', 'device', 'paper', 'check', 'done'],
  paper: ['paper', 'check', 'done']
}

/** The wizard: every screen is in the page, and the island shows one at a time. */
export function enrolPage(view: View, page: EnrolPage): Html {
  const t = enrolMessages.in(view.lang)
  const title = {
    new: t.title,
    paper: t.titlePaper,
    lost: t.titleLost,
    anew: t.titleLost,
    recover: recoveryMessages.in(view.lang).recoveryTitle
  }[page.mode]
  const data = {
    'data-enrol': page.mode,
    'data-mailbox': page.mailbox,
    'data-key-name': page.keyName,
    'data-person': page.person.id,
    'data-paper': String(page.paper),
    'data-texts': JSON.stringify({
      waiting: t.waiting,
      cancelled: t.cancelled,
      deviceFailed: t.deviceFailed,
      noPrf: t.noPrf,
      wordNumber: t.wordNumber('#'),
      wrongWord: t.wrongWord,
      making: t.making,
      failed: t.failed,
      paperSecond: t.paperSecond,
      qr: t.sheetQr,
      sheetTitle: t.sheetTitle('#'),
      paperNumber: t.paperNumber('#'),
      fileName: 'paper-key',
      ...shareTexts(view)
    }),
    hidden: true
  }
  const body = html`<noscript
      >${pageHead({ title, lead: page.mode === 'new' ? t.what1 : undefined })}
      ${alert(view, { kind: 'warning', body: messages.in(view.lang).needsScript, still: true })}</noscript
    >
    <div ${attrs(data)}>
      ${stepsOf[page.mode].map((step, i) => screen(view, page, { step, at: i }))}
    </div>`
  return layout(view, { title, body, robots: 'noindex', islands: ['letters/enrol'] })
}

function screen(view: View, page: EnrolPage, { step, at }: { step: string; at: number }): Html {
  const t = enrolMessages.in(view.lang)
  const count = formatNumber(view.lang, stepsOf[page.mode].length - 1)
  const isDone = step === 'done'
  const above = isDone ? false : t.stepOf(formatNumber(view.lang, at + 1), count)
  const { title, content } = screens[step]?.(view, page) ?? { title: '', content: '' }
  return html`<section ${attrs({ 'data-step': step, hidden: at > 0, class: 'space-y-4' })}>
    <div class="no-print" data-step-head tabindex="-1">${pageHead({ title, above })}</div>
    ${content}
    <p class="no-print" role="status" data-status hidden></p>
    <p class="no-print field-problem" role="alert" data-says hidden></p>
  </section>`
}

type ScreenOf = (view: View, page: EnrolPage) => Screen

const what: ScreenOf = (view) => {
  const t = enrolMessages.in(view.lang)
  return {
    title: t.what,
    content: html`<ul class="list-disc ps-6 space-y-2">
        ${[t.what1, t.what2, t.what3].map((line) => html`<li>${line}</li>`)}
      </ul>
      ${actions(next(view, t.begin))}`
  }
}

/** The key was closed, the mailbox still opens: what is in it goes with the next key. */
const anew: ScreenOf = (view) => {
  const t = reopenedMessages.in(view.lang)
  return {
    title: t.screenTitle,
    content: html`<p>${t.screenText}</p>
      ${actions(
        next(view, t.openFirst),
        button(view, { text: t.allLost, href: '/mailbox/lost?noWay=yes', kind: 'quiet' })
      )}`
  }
}

const lost: ScreenOf = (view) => {
  const t = enrolMessages.in(view.lang)
  return {
    title: t.lostTitle,
    content: html`${alert(view, { kind: 'warning', body: t.lostBefore, still: true })}
      <p>${lostMessages.in(view.lang).alsoKept}</p>
      ${actions(
        button(view, {
          text: t.lostUnderstood,
          kind: 'danger',
          type: 'button',
          attributes: { 'data-next': true }
        }),
        button(view, { text: t.toMailbox, href: '/mailbox', kind: 'quiet' })
      )}`
  }
}

const device: ScreenOf = (view) => {
  const t = enrolMessages.in(view.lang)
  return {
    title: t.device,
    content: html`<p>${t.deviceText}</p>
      ${actions(
        button(view, {
          text: t.deviceButton,
          kind: 'primary',
          type: 'button',
          attributes: { 'data-device': true }
        }),
        button(view, {
          text: t.without,
          kind: 'quiet',
          type: 'button',
          attributes: { 'data-without': true }
        })
      )}`
  }
}

const paper: ScreenOf = (view, page) => {
  const t = enrolMessages.in(view.lang)
  return {
    title: t.paper,
    content: html`<p class="no-print">${t.paperText}</p>
      <p class="no-print" data-paper-number></p>
      ${sheet(view, page)}
      ${actions(
        next(view, t.written),
        plain(view, t.print, 'data-print'),
        plain(view, t.save, 'data-save')
      )}`
  }
}

/** What stands on the printed page. */
function sheet(view: View, page: EnrolPage): Html {
  const t = enrolMessages.in(view.lang)
  const rows: readonly (readonly [string, string])[] = [
    [t.sheetOf, page.person.name],
    [t.sheetMade, formatJalaliDate(view.now, view.lang)],
    [t.sheetPlace, page.host]
  ]
  const title = t.sheetTitle(formatNumber(view.lang, page.paper))
  return html`<section class="receipt" data-sheet aria-label="${title}">
    <p class="receipt-title" data-sheet-title>${title}</p>
    <dl class="key-values key-values-dense">
      ${rows.map(
        ([key, value]) =>
          html`<div>
            <dt>${key}</dt>
            <dd>${value}</dd>
          </div>`
      )}
    </dl>
    <ol class="grid grid-cols-2 sm:grid-cols-3 gap-x-6 gap-y-1 my-4 text-lg" data-words></ol>
    <p data-qr></p>
    <div class="receipt-note">
      <p>${t.sheetKeep}</p>
      <p>${t.sheetHow}</p>
    </div>
  </section>`
}

const check: ScreenOf = (view) => {
  const t = enrolMessages.in(view.lang)
  return {
    title: t.check,
    content: html`<p>${t.checkText}</p>
      <form class="form" data-check>
        <div class="grid gap-4" data-asked></div>
        <div class="actions">
          ${button(view, { text: t.checkButton, kind: 'primary' })}${plain(view, t.back, 'data-back')}
        </div>
      </form>`
  }
}

const done: ScreenOf = (view, { mode }) => {
  const t = enrolMessages.in(view.lang)
  const words = {
    new: { title: t.done, text: t.doneText },
    paper: { title: t.donePaper, text: '' },
    lost: { title: t.doneLost, text: t.doneLostText },
    anew: { title: t.doneLost, text: reopenedMessages.in(view.lang).doneText },
    recover: {
      title: recoveryMessages.in(view.lang).recovered,
      text: recoveryMessages.in(view.lang).recoveredText
    }
  }[mode]
  return {
    title: words.title,
    content: html`<p>${words.text}</p>
      ${actions(button(view, { text: t.toMailbox, href: '/mailbox', kind: 'primary' }))}`
  }
}

const screens: Readonly<Record<string, ScreenOf>> = {
  ...{ what, lost, anew, device, paper, check, done },
  share: shareScreen
}

function next(view: View, text: string): Html {
  return button(view, {
    text,
    kind: 'primary',
    size: 'large',
    type: 'button',
    attributes: { 'data-next': true }
  })
}

function plain(view: View, text: string, mark: string): Html {
  return button(view, { text, type: 'button', attributes: { [mark]: true } })
}
