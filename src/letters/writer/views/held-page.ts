import {
  alert,
  attrs,
  html,
  type Html,
  link,
  pageHead,
  table,
  tabs,
  type View
} from '../../../platform/html/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import type { StoredLetter } from '../../exchange/index.ts'
import type { HeldLetter } from '../../islands/writing/shapes.ts'
import type { ListedMailbox } from '../../mailboxes/index.ts'
import {
  effectiveMoment,
  letterFrame,
  moment,
  type NamedParty,
  type ReaderRoot
} from '../../reader/index.ts'
import { messages } from '../messages.ts'
import { draftMessages } from '../messages-drafts.ts'

/** A letter that lies sealed to its own unit. */
export interface HeldRow {
  readonly letter: StoredLetter
  /** Its recipient, with the mailbox where there is one by now. */
  readonly to: NamedParty
  readonly author: Bilingual | null
  /** The reader wrote it, and does not approve it. */
  readonly isOwn: boolean
}

/** What the pages of held letters show. */
export interface HeldPage {
  readonly root: ReaderRoot
  readonly own: ListedMailbox
  /** The unit with its body. */
  readonly title: Bilingual
  readonly rows: readonly HeldRow[]
  readonly integrity: string
}

type Act = 'reseal' | 'approve'

/** Letters whose recipients had no mailbox; those who have one now get theirs by a button. */
export function waitingPage(view: View, page: HeldPage): Html {
  const t = messages.in(view.lang)
  const texts = { title: t.waiting, lead: t.waitingLead, empty: t.waitingEmpty }
  return heldPage(view, page, { act: 'reseal', ...texts })
}

/** Letters that a second person opens, reads, and lets go or sends back. */
export function approvalsPage(view: View, page: HeldPage): Html {
  const t = messages.in(view.lang)
  const texts = { title: t.approvals, lead: t.approvalsLead, empty: t.approvalsEmpty }
  return heldPage(view, page, { act: 'approve', ...texts })
}

interface HeldTexts {
  readonly act: Act
  readonly title: string
  readonly lead: string
  readonly empty: string
}

function heldPage(view: View, page: HeldPage, texts: HeldTexts): Html {
  const t = messages.in(view.lang)
  const { own, title, root, rows, integrity } = page
  return letterFrame(view, {
    title: texts.title,
    script: 'letters-writer',
    integrity,
    trail: [
      { href: `/letters?mailbox=${own.id}`, text: t.letters },
      { href: '/desk/letters/waiting', text: texts.title }
    ],
    body: html`<div
      class="reader"
      ${attrs({ 'data-held': JSON.stringify({ ...root, title: title[view.lang] }) })}
    >
      ${pageHead({ title: texts.title, above: own.name[view.lang], lead: texts.lead })}
      ${deskTabs(view, own.id, texts.act === 'reseal' ? 'waiting' : 'approvals')}
      <noscript>
        ${alert(view, { kind: 'info', still: true, title: t.scriptTitle, body: t.scriptBody })}
      </noscript>
      <div class="reader-tools" data-held-tools></div>
      ${heldTable(view, rows, texts)}
      <div data-held-place></div>
    </div>`
  })
}

/** The pages of a unit's letters beside its inbox. */
export function deskTabs(
  view: View,
  mailbox: string,
  current: 'drafts' | 'waiting' | 'approvals' | 'templates'
): Html {
  const t = messages.in(view.lang)
  const { title: drafts } = draftMessages.in(view.lang)
  const { waiting, approvals, templates } = t
  const pages = { drafts, waiting, approvals, templates }
  return tabs(view, {
    label: t.letters,
    items: Object.entries(pages).map(([name, text]) => ({
      href: `/desk/letters/${name}?mailbox=${mailbox}`,
      text,
      current: name === current
    }))
  })
}

function heldTable(view: View, rows: readonly HeldRow[], texts: HeldTexts): Html {
  const t = messages.in(view.lang)
  return table(view, {
    caption: texts.title,
    captionHidden: true,
    rows,
    empty: texts.empty,
    columns: [
      { key: 'to', title: t.to, cell: ({ to }) => to.title?.[view.lang] ?? t.notYet },
      { key: 'at', title: t.writtenAt, cell: ({ letter }) => moment(view, letter.acceptedAt) },
      ...(texts.act === 'approve'
        ? [
            { key: 'by', title: t.askedBy, cell: ({ author }: HeldRow) => author?.[view.lang] },
            { key: 'goes', title: t.goesAt, cell: ({ letter }: HeldRow) => goes(view, letter) }
          ]
        : []),
      { key: 'act', title: t.act, titleHidden: true, cell: (row) => action(view, row, texts.act) }
    ]
  })
}

/** When its writer wants it to be sent; `null`: as soon as it may. */
function goesAt({ publishAt, acceptedAt }: StoredLetter): Temporal.Instant | null {
  return Temporal.Instant.compare(publishAt, acceptedAt) > 0 ? publishAt : null
}

function goes(view: View, letter: StoredLetter): Html {
  const t = messages.in(view.lang)
  const at = goesAt(letter)
  const { effectiveAt } = letter
  return html`<span class="letter-about">${at === null ? t.goesOnApproval : moment(view, at)}</span>
    ${effectiveAt && html`<span class="letter-about">${t.effective}: ${effectiveMoment(view, effectiveAt)}</span>`}`
}

/** Nobody can seal it to them yet: a page by post opens it. */
function byPost(view: View, { id, recipient }: StoredLetter): Html | string {
  const t = messages.in(view.lang)
  if (recipient.person === null) return t.notYet
  return html`${t.notYet} · ${link(view, { href: `/desk/letters/${id}/claim`, text: t.byPost })}`
}

function action(view: View, { letter, to, isOwn }: HeldRow, act: Act): Html | string {
  const t = messages.in(view.lang)
  if (isOwn) return t.ownLetter
  if (act === 'reseal' && to.mailbox === null) return byPost(view, letter)
  const data: HeldLetter = {
    id: letter.id,
    sentAt: letter.sentAt.toString(),
    case: letter.case,
    effectiveAt: letter.effectiveAt?.toString() ?? null,
    goesAt: goesAt(letter)?.toString() ?? null,
    recipient: {
      mailbox: to.mailbox,
      owner: to.owner,
      title: to.title?.[view.lang] ?? ''
    }
  }
  // Filled by the script, which alone can do anything with it.
  const attributes = { 'data-act': act, 'data-letter': JSON.stringify(data) }
  return html`<span ${attrs(attributes)}></span>`
}
