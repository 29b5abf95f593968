import type { Bilingual } from '../../platform/index.ts'
import {
  button,
  card,
  cards,
  dialog,
  emptyState,
  form,
  type Html,
  html,
  pageHead,
  type View
} from '../../platform/html/index.ts'
import type { Draft } from '../draft.ts'
import { applyMessages } from '../messages-apply.ts'
import { frame } from './frame.ts'
import { moment } from './words.ts'

/** A draft with the title of its service. */
export interface DraftLine {
  readonly draft: Pick<Draft, 'id' | 'savedAt'>
  readonly title: Bilingual
}

/** The applications that a person began. */
export function draftsPage(view: View, drafts: readonly DraftLine[]): Html {
  const t = applyMessages.in(view.lang)
  const find = button(view, { text: t.findService, href: '/services', kind: 'primary' })
  const list =
    drafts.length === 0
      ? emptyState({ title: t.draftsEmpty, icon: 'pencil', actions: find })
      : cards(drafts.map((line) => draftCard(view, line)))
  return frame(view, {
    title: t.drafts,
    islands: ['platform/dialog'],
    body: html`${pageHead({ title: t.drafts, lead: t.draftsLead })} ${list}`
  })
}

function draftCard(view: View, { draft, title }: DraftLine): Html {
  const t = applyMessages.in(view.lang)
  const formId = `delete-${draft.id}`
  return card(view, {
    title: title[view.lang],
    level: 2,
    body: t.savedAt(moment(view, draft.savedAt)),
    footer: html`${button(view, {
      text: t.resume,
      href: `/drafts/${draft.id}`,
      kind: 'primary',
      size: 'small'
    })}
    ${dialog(view, {
      id: `ask-${draft.id}`,
      open: { text: t.deleteDraft, kind: 'quiet', size: 'small' },
      title: t.deleteAsk,
      body: html`<p><strong>${title[view.lang]}</strong></p>
        <p>${t.deleteWarning}</p>
        ${form(view, { id: formId, action: `/drafts/${draft.id}/deletion`, body: '' })}`,
      actions: button(view, { text: t.deleteDraft, kind: 'danger', form: formId })
    })}`
  })
}
