import {
  actions,
  alert,
  attrs,
  button,
  emptyState,
  html,
  type Html,
  link,
  pageHead,
  table,
  tabs,
  type View
} from '../../../platform/html/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import { messages } from '../messages.ts'
import type { ListedLetter } from '../shown-letter.ts'
import { type PaperParts, letterFrame, trustNote } from './frame.ts'
import { letterData, type ReaderRoot, readerAttributes } from './reader-data.ts'
import { effectiveMoment, laneText, moment, sizeText, stateTag } from './words.ts'

/** A mailbox that the reader may look into. */
export interface MailboxChoice {
  readonly id: string
  readonly title: Bilingual | null
}

/** One page of the letters of a mailbox. */
export interface ListPageOptions {
  readonly kind: 'inbox' | 'sent'
  readonly root: ReaderRoot
  readonly mailboxes: readonly MailboxChoice[]
  readonly letters: readonly ListedLetter[]
  /** Address of the next page. */
  readonly next: string | null
  readonly integrity: string
  readonly paper: PaperParts
  readonly isUnit: boolean
  /** Where a new letter of this mailbox is written; `null` where the reader may not. */
  readonly compose: string | null
}

/** The letters of a mailbox, the newest first: a list without script, a reader with it. */
export function listPage(view: View, options: ListPageOptions): Html {
  const t = messages.in(view.lang)
  const { kind, root, integrity, next, paper } = options
  const title = kind === 'inbox' ? t.inbox : t.sent
  const more =
    next !== null && actions(button(view, { href: next, text: t.older, kind: 'secondary' }))
  return letterFrame(view, {
    title,
    script: 'letters-reader',
    integrity,
    paper,
    body: html`<div class="reader" ${attrs(readerAttributes(root))}>
        <div data-reader-list>
          ${pageHead({ title, lead: t.inboxLead, actions: headActions(view, options) })}
          ${mailboxTabs(view, options)} ${folderTabs(view, options)} ${withoutScript(view)}
          <div class="reader-tools no-print" data-reader-tools></div>
          ${letterTable(view, options)} ${more}
        </div>
        <div data-reader-panel hidden></div>
      </div>
      ${trustNote(view)}`
  })
}

function headActions(view: View, { compose, root, isUnit }: ListPageOptions): Html {
  const t = messages.in(view.lang)
  const desk = (name: string, text: string) =>
    isUnit && link(view, { href: `/desk/letters/${name}?mailbox=${root.mailbox}`, text })
  return actions(
    compose !== null && button(view, { href: compose, text: t.compose, icon: 'pencil' }),
    link(view, { href: '/mailbox', text: t.settings }),
    desk('drafts', t.deskDrafts),
    desk('waiting', t.deskWaiting),
    desk('approvals', t.deskApprovals),
    desk('templates', t.deskTemplates)
  )
}

function mailboxTabs(view: View, { mailboxes, kind, root }: ListPageOptions): Html | false {
  const t = messages.in(view.lang)
  const path = kind === 'inbox' ? '/letters' : '/letters/sent'
  return (
    mailboxes.length > 1 &&
    tabs(view, {
      label: t.mailboxes,
      items: mailboxes.map(({ id, title }) => ({
        href: `${path}?mailbox=${id}`,
        text: title?.[view.lang] ?? t.unknownParty,
        current: id === root.mailbox
      }))
    })
  )
}

function folderTabs(view: View, { kind, root }: ListPageOptions): Html {
  const t = messages.in(view.lang)
  return tabs(view, {
    label: t.folders,
    items: [
      { href: `/letters?mailbox=${root.mailbox}`, text: t.inbox, current: kind === 'inbox' },
      { href: `/letters/sent?mailbox=${root.mailbox}`, text: t.sent, current: kind === 'sent' }
    ]
  })
}

/** What somebody without script is told. */
export function withoutScript(view: View): Html {
  const t = messages.in(view.lang)
  return html`<noscript>
    ${alert(view, {
      kind: 'info',
      still: true,
      title: t.scriptTitle,
      body: html`<p>${t.scriptBody}</p>
        <p>${link(view, { href: '/letters/offline.html', text: t.offlineButton })}</p>`
    })}
  </noscript>`
}

function letterTable(view: View, options: ListPageOptions): Html {
  const t = messages.in(view.lang)
  const { kind, letters, root } = options
  const isInbox = kind === 'inbox'
  return table(view, {
    caption: t.list,
    captionHidden: true,
    rows: letters,
    empty: t.empty,
    columns: [
      {
        key: 'party',
        title: isInbox ? t.sender : t.recipient,
        cell: (row) => opener(view, row, { isInbox, mailbox: root.mailbox })
      },
      {
        key: 'subject',
        title: t.subject,
        cell: (row) =>
          html`<span class="muted" data-subject="${row.content ?? ''}">${t.sealed}</span>`
      },
      {
        key: 'at',
        title: isInbox ? t.arrived : t.sentAt,
        cell: ({ letter }) => moment(view, (isInbox ? letter.arrivedAt : null) ?? letter.acceptedAt)
      },
      { key: 'state', title: t.state, cell: ({ letter }) => stateTag(view, letter.state) },
      { key: 'about', title: t.envelope, cell: (row) => about(view, row) }
    ]
  })
}

function opener(
  view: View,
  row: ListedLetter,
  { isInbox, mailbox }: { isInbox: boolean; mailbox: string }
): Html {
  const party = isInbox ? row.sender : row.recipient
  const text = party.title?.[view.lang] ?? messages.in(view.lang).unknownParty
  const href = `/letters/${row.letter.id}?mailbox=${mailbox}`
  return link(view, {
    href,
    text,
    attributes: { 'data-open': JSON.stringify(letterData(view, row, mailbox)) }
  })
}

/** What else stands on the envelope, where there is something. */
function about(view: View, { letter }: ListedLetter): Html {
  const t = messages.in(view.lang)
  const effective =
    letter.effectiveAt && `${t.effective}: ${effectiveMoment(view, letter.effectiveAt)}`
  const isWaiting = letter.state === 'scheduled' || letter.state === 'accepted'
  const goes = `${t.publishAt}: ${moment(view, letter.publishAt)}`
  // It goes at no time by itself: a second person of the unit lets it go.
  const waits = isWaiting && (letter.dueAt === null ? t.waitsForSecond : goes)
  const parts = [
    effective,
    waits,
    letter.lane === 'single' ? null : `${t.lane}: ${laneText(view, letter.lane)}`,
    sizeText(view, letter.sizeClass)
  ].filter((part) => typeof part === 'string')
  return html`${parts.map((part) => html`<span class="letter-about">${part}</span>`)}
  ${letter.case && html`<span class="letter-about">${link(view, { href: `/cases/${letter.case}`, text: t.case })}</span>`}`
}

/** The page of somebody who has no mailbox. */
export function noMailboxPage(view: View, options: { integrity: string; isStaff: boolean }): Html {
  const t = messages.in(view.lang)
  return letterFrame(view, {
    title: t.inbox,
    script: 'letters-reader',
    integrity: options.integrity,
    body: html`${pageHead({ title: t.inbox, lead: t.inboxLead })}
    ${emptyState({
      icon: 'letter',
      title: t.noMailboxTitle,
      body: options.isStaff ? t.noUnitMailbox : t.noMailbox,
      actions: button(view, {
        href: '/mailbox/new',
        text: t.makeMailbox,
        kind: 'primary'
      })
    })}`
  })
}
