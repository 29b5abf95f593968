import {
  alert,
  attrs,
  html,
  type Html,
  pageHead,
  table,
  type View
} from '../../../platform/html/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import type { ListedMailbox } from '../../mailboxes/index.ts'
import { letterFrame, moment, type ReaderRoot } from '../../reader/index.ts'
import type { LetterDraft } from '../draft-store.ts'
import { messages } from '../messages.ts'
import { draftMessages } from '../messages-drafts.ts'
import { deskTabs } from './held-page.ts'

/** What the page of drafts shows without the unit's key. */
export interface DraftsPage {
  readonly root: ReaderRoot
  readonly own: ListedMailbox
  readonly rows: readonly (LetterDraft & { readonly name: Bilingual | null })[]
  readonly integrity: string
}

/** The drafts of a unit: times and authors; what they are about stands here once the mailbox is open. */
export function draftsPage(view: View, { root, own, rows, integrity }: DraftsPage): Html {
  const t = messages.in(view.lang)
  const d = draftMessages.in(view.lang)
  const compose = `${view.lang === 'en' ? '/en' : ''}/desk/letters/new`
  return letterFrame(view, {
    title: d.title,
    script: 'letters-writer',
    integrity,
    trail: [
      { href: `/letters?mailbox=${own.id}`, text: t.letters },
      { href: '/desk/letters/drafts', text: d.title }
    ],
    body: html`<div
      class="reader"
      ${attrs({ 'data-drafts': JSON.stringify({ ...root, compose }) })}
    >
      ${pageHead({ title: d.title, above: own.name[view.lang], lead: d.lead })}
      ${deskTabs(view, own.id, 'drafts')}
      <noscript>
        ${alert(view, { kind: 'info', still: true, title: t.scriptTitle, body: d.locked })}
      </noscript>
      <div class="reader-tools" data-drafts-tools></div>
      ${table(view, {
        caption: d.title,
        captionHidden: true,
        rows,
        empty: d.empty,
        columns: [
          { key: 'at', title: d.changedAt, cell: ({ changedAt }) => moment(view, changedAt) },
          { key: 'by', title: d.author, cell: ({ name }) => name?.[view.lang] },
          {
            key: 'about',
            title: d.about,
            cell: ({ id }) => html`<span ${attrs({ 'data-draft': id })}>${d.locked}</span>`
          }
        ]
      })}
      <p class="muted">${d.kept}</p>
    </div>`
  })
}
