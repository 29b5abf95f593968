import { letterCheckPath } from '../../../kernel/genuineness/index.ts'
import { factWord } from '../../../kernel/verdict/index.ts'
import {
  alert,
  attrs,
  button,
  code,
  disclosure,
  field,
  form,
  formatNumber,
  html,
  type Html,
  keyValues,
  link,
  pageHead,
  section,
  table,
  type View
} from '../../../platform/html/index.ts'
import { type EvidenceItem, endStates } from '../../exchange/index.ts'
import { messages } from '../messages.ts'
import { type PaperParts, letterFrame, trustNote } from './frame.ts'
import type { ListedLetter } from '../shown-letter.ts'
import { withoutScript } from './list-page.ts'
import { letterData, type ReaderRoot, readerAttributes } from './reader-data.ts'
import { effectiveMoment, laneText, moment, openingWord, sizeText, stateTag } from './words.ts'

/** One letter with its evidence. */
export interface LetterPageOptions {
  readonly root: ReaderRoot
  readonly row: ListedLetter
  readonly items: readonly EvidenceItem[]
  /** Why it was taken back. */
  readonly withdrawn: string | null
  /** Why a second person of its unit did not let it go. */
  readonly sentBack: string | null
  readonly integrity: string
  readonly paper: PaperParts
}

/** A letter: its envelope, its evidence, and the place where it is opened. */
export function letterPage(view: View, options: LetterPageOptions): Html {
  const t = messages.in(view.lang)
  const { row, root, integrity, withdrawn, sentBack, paper } = options
  const isSent = row.letter.sender.mailbox === root.mailbox
  const list = isSent
    ? { href: `/letters/sent?mailbox=${root.mailbox}`, text: t.sent }
    : { href: `/letters?mailbox=${root.mailbox}`, text: t.inbox }
  const data = JSON.stringify(letterData(view, row, root.mailbox))
  return letterFrame(view, {
    title: t.letter,
    script: 'letters-reader',
    integrity,
    paper,
    trail: [list, { href: `/letters/${row.letter.id}`, text: t.letter }],
    body: html`<div class="reader" ${attrs(readerAttributes(root))}>
        ${pageHead({ title: t.letter, badge: stateTag(view, row.letter.state) })}
        ${withdrawn !== null && alert(view, { kind: 'warning', still: true, body: t.withdrawn(withdrawn) })}
        ${sentBack !== null && alert(view, { kind: 'warning', still: true, body: t.sentBack(sentBack) })}
        ${row.content === null && alert(view, { kind: 'info', still: true, body: goneText(view, row) })}
        ${row.content !== null && withoutScript(view)}
        <div class="reader-tools no-print" data-reader-tools></div>
        <div data-reader-panel ${attrs({ 'data-letter': data })}></div>
        ${envelope(view, row)} ${isSent && openings(view)} ${evidence(view, options.items)}
        ${isSent && !endStates.some((state) => state === row.letter.state) && withdrawal(view, row.letter.id)}
      </div>
      ${trustNote(view)}`
  })
}

function goneText(view: View, { letter }: ListedLetter): string {
  const t = messages.in(view.lang)
  return letter.state === 'awaiting-recipient' ? t.awaiting : t.gone
}

/** Taking a letter back: it needs no key, and so no script. */
function withdrawal(view: View, id: string): Html {
  const t = messages.in(view.lang)
  return disclosure({
    summary: t.withdraw,
    body: html`<p>${t.withdrawHelp}</p>
      ${form(view, {
        action: `/letters/${id}/withdrawal`,
        body: field(view, {
          type: 'paragraph',
          name: 'reason',
          label: t.reason,
          help: t.reasonHelp,
          rows: 3
        }),
        submit: { text: t.withdraw, kind: 'danger' }
      })}`
  })
}

function envelope(view: View, { letter, sender, recipient, content }: ListedLetter): Html {
  const t = messages.in(view.lang)
  const named = (title: ListedLetter['sender']['title']) => title?.[view.lang] ?? t.unknownParty
  const rows = [
    { key: t.sender, value: named(sender.title) },
    { key: t.recipient, value: named(recipient.title) },
    { key: t.sentAt, value: moment(view, letter.acceptedAt) },
    letter.arrivedAt && { key: t.arrived, value: moment(view, letter.arrivedAt) },
    letter.effectiveAt && { key: t.effective, value: effectiveMoment(view, letter.effectiveAt) },
    { key: t.lane, value: laneText(view, letter.lane) },
    { key: t.size, value: sizeText(view, letter.sizeClass) },
    letter.case && {
      key: t.case,
      value: link(view, { href: `/cases/${letter.case}`, text: t.case })
    },
    { key: t.id, value: code(letter.id) },
    { key: t.sha256, value: code(letter.sha256) },
    letter.arrivedAt && { key: t.check, value: checkLink(view, letter) }
  ].filter((row) => row !== null && row !== '')
  const file =
    content !== null &&
    button(view, {
      href: `/api/v1/letters/${content}/content`,
      text: t.sealedFile,
      icon: 'download',
      size: 'small',
      attributes: { download: `${content}.age`, class: 'btn btn-outline btn-sm no-print' }
    })
  return section({
    title: t.envelope,
    lead: t.envelopeLead,
    body: html`${keyValues(rows, { dense: true })} ${file}`
  })
}

/** Where anybody checks that a letter is genuine. */
function checkLink(view: View, { id, sha256 }: ListedLetter['letter']): Html {
  const t = messages.in(view.lang)
  const href = letterCheckPath({ letter: id, sha256 })
  return html`${t.checkText} ${link(view, { href, text: t.checkLink, icon: 'shield' })}`
}

/** What the recipient signed is checked by the script, which alone can make the sender's token. */
function openings(view: View): Html {
  const t = messages.in(view.lang)
  return section({
    title: t.openings,
    lead: t.openingsLead,
    id: 'openings',
    body: html`<div data-openings><p class="muted">${t.openingsLocked}</p></div>`
  })
}

function evidence(view: View, items: readonly EvidenceItem[]): Html {
  const t = messages.in(view.lang)
  return section({
    title: t.evidence,
    lead: t.evidenceLead,
    id: 'evidence',
    body: table(view, {
      caption: t.evidence,
      captionHidden: true,
      rows: items.map((item, i) => ({ ...item, n: i + 1 })),
      empty: t.noEvidence,
      columns: [
        {
          key: 'event',
          title: t.event,
          cell: ({ kind, code: known, n }) => {
            const event = `${formatNumber(view.lang, n)}. ${factWord(kind, view.lang) ?? kind}`
            return [event, openingWord(view, known)].filter((word) => word !== null).join(' · ')
          }
        },
        { key: 'etsi', title: t.etsi, cell: ({ event }) => (event === null ? '—' : code(event)) },
        { key: 'at', title: t.at, cell: ({ at }) => moment(view, at) },
        {
          key: 'receipt',
          title: t.receipt,
          cell: ({ fact }) =>
            link(view, { href: `/api/v1/receipts/${fact}`, text: t.receipt, icon: 'shield' })
        }
      ]
    })
  })
}
