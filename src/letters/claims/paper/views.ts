import { formatJalaliDate } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  actions,
  alert,
  attrs,
  button,
  csrfField,
  field,
  formHref,
  html,
  keyValues,
  pageHead
} from '../../../platform/html/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import { type ReaderRoot, letterFrame } from '../../reader/index.ts'
import { claimMessages } from './messages.ts'

/** The one script of the pages on which a page by post is opened. */
export const claimScript = 'letters-claim'
/** The one script of the page on which it is made. */
export const makingScript = 'letters-claim-paper'

/** Where whoever holds a page opens the letter; nobody is signed in. */
export function claimPage(view: View, integrity: string): Html {
  const t = claimMessages.in(view.lang)
  const data = {
    class: 'space-y-4',
    'data-claim': formHref(view, '/claim/keep'),
    'data-texts': JSON.stringify({
      opening: t.opening,
      notClaim: t.notClaim,
      failed: t.failed,
      usedKeep: t.usedKeep
    })
  }
  const keep = button(view, { text: t.keep, href: '/claim/keep', kind: 'primary' })
  return letterFrame(view, {
    ...{ title: t.title, script: claimScript, integrity },
    body: html`<div ${attrs(data)}>
      <div data-claim-head>${pageHead({ title: t.title, lead: t.lead })}</div>
      ${csrfField(view)}
      <noscript>${alert(view, { kind: 'warning', body: t.needsScript, still: true })}</noscript>
      <p class="field-problem" role="alert" data-says hidden></p>
      <p role="status" data-busy></p>
      <form class="form" data-claim-words hidden>
        ${field(view, {
          ...{ type: 'paragraph', name: 'words', label: t.words, help: t.wordsHelp, rows: 6 },
          attributes: { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' }
        })}
        <div class="actions">${button(view, { text: t.open, kind: 'primary' })}</div>
      </form>
      <div data-claim-place></div>
      <section data-claim-keep hidden>
        ${alert(view, {
          ...{ kind: 'info', title: t.keepTitle, body: t.keepText, still: true, actions: keep }
        })}
      </section>
    </div>`
  })
}

/** Where the addressee, signed in, puts the letter into their mailbox. */
export function keepPage(
  view: View,
  { mailbox, integrity }: { readonly mailbox: string | null; readonly integrity: string }
): Html {
  const t = claimMessages.in(view.lang)
  const data = {
    'data-claim-keeping': mailbox ?? '',
    'data-texts': JSON.stringify({ noPage: t.noPage, failed: t.failed })
  }
  const make = button(view, { text: t.make, href: '/mailbox/new', kind: 'primary' })
  const press = button(view, {
    ...{ text: t.keepNow, kind: 'primary', type: 'button', size: 'large' },
    attributes: { 'data-keep': true }
  })
  const inbox = button(view, { text: t.toInbox, href: '/letters', kind: 'primary' })
  return letterFrame(view, {
    ...{ title: t.keepPage, script: claimScript, integrity },
    body: html`<div ${attrs(data)}>
      ${pageHead({ title: t.keepPage, lead: t.keepLead })} ${csrfField(view)}
      <noscript>${alert(view, { kind: 'warning', body: t.needsScript, still: true })}</noscript>
      <p class="field-problem" role="alert" data-says hidden></p>
      <div data-keep-ask>
        ${
          mailbox === null
            ? html`<p>${t.needMailbox}</p>
                ${actions(make)}`
            : actions(press)
        }
      </div>
      <div data-kept hidden>
        ${alert(view, { kind: 'success', body: t.kept, still: true, actions: inbox })}
      </div>
    </div>`
  })
}

/** What the page of an officer knows of a letter. */
export interface MakingPage {
  readonly root: ReaderRoot
  readonly letter: { readonly id: string; readonly sentAt: string; readonly case: string | null }
  /** No page holds it: it is not opened here. */
  readonly isTooLarge: boolean
  readonly from: Bilingual
  readonly to: Bilingual
  readonly until: Temporal.Instant
  /** Public address of the page on which it is opened. */
  readonly address: string
  readonly integrity: string
}

/** Where an officer's browser seals a waiting letter to a page, and prints that. */
export function makingPage(view: View, page: MakingPage): Html {
  const t = claimMessages.in(view.lang)
  const { root, letter, to } = page
  const data = {
    'data-making': JSON.stringify(root),
    'data-letter': JSON.stringify(letter),
    'data-address': page.address,
    'data-texts': JSON.stringify({
      making: t.making,
      failed: t.failed,
      tooLarge: t.tooLarge,
      qr: t.sheetQr
    })
  }
  const print = button(view, {
    ...{ text: t.print, kind: 'primary', type: 'button' },
    attributes: { 'data-print': true }
  })
  return letterFrame(view, {
    ...{ title: t.makeTitle, script: makingScript, integrity: page.integrity },
    trail: [
      { href: `/desk/letters/waiting?mailbox=${root.mailbox}`, text: t.makeTitle },
      { href: `/desk/letters/${letter.id}/claim`, text: to[view.lang] }
    ],
    body: html`<div ${attrs(data)}>
      <div class="no-print space-y-4">
        ${pageHead({ title: t.makeTitle, lead: t.makeLead(to[view.lang]) })}
        ${page.isTooLarge ? alert(view, { kind: 'warning', body: t.tooLarge, still: true }) : makingSteps(view)}
      </div>
      <div data-made class="space-y-4" hidden>
        <div class="no-print">${actions(print)}</div>
        ${sheet('fa', page)} ${sheet('en', page)}
      </div>
    </div>`
  })
}

function makingSteps(view: View): Html {
  const t = claimMessages.in(view.lang)
  const make = button(view, {
    ...{ text: t.make2, kind: 'primary', type: 'button' },
    attributes: { 'data-make': true }
  })
  return html`<noscript>
      ${alert(view, { kind: 'warning', body: t.needsScript, still: true })}
    </noscript>
    ${alert(view, { kind: 'warning', body: t.makeWarning, still: true })}
    <p>${t.makeAgain}</p>
    <p class="field-problem" role="alert" data-says hidden></p>
    <p role="status" data-busy></p>
    <div data-make-place>${actions(make)}</div>`
}

/** The page in one language; both are printed. */
function sheet(lang: 'fa' | 'en', page: MakingPage): Html {
  const t = claimMessages.in(lang)
  const { from, to, until, address } = page
  return html`<section
    ${attrs({ class: 'receipt', lang, dir: lang === 'fa' ? 'rtl' : 'ltr', 'data-sheet': lang })}
    aria-label="${t.sheetTitle}"
  >
    <p class="receipt-title">${t.sheetTitle}</p>
    ${keyValues(
      [
        { key: t.sheetFrom, value: from[lang] },
        { key: t.sheetTo, value: to[lang] },
        { key: t.sheetUntil, value: formatJalaliDate(until, lang) }
      ],
      { dense: true }
    )}
    <p data-qr></p>
    <p>${t.sheetHow}</p>
    <p class="code" dir="ltr">${address}</p>
    <ol class="grid grid-cols-3 gap-x-6 gap-y-1 my-4" data-words></ol>
    <div class="receipt-note">
      <p>${t.sheetOnce}</p>
      <p>${t.sheetKeep}</p>
    </div>
  </section>`
}
