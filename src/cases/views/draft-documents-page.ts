import { type CardDocument, type ServiceCard, interruptions } from '../../catalogue/index.ts'
import {
  attrs,
  button,
  errorSummary,
  field,
  form,
  type Html,
  html,
  postButton,
  type View
} from '../../platform/html/index.ts'
import type { Upload } from '../upload.ts'
import { applyMessages } from '../messages-apply.ts'
import { applyHead, type DraftPageOptions } from './draft-page.ts'
import { namedProblems } from './answer-fields.ts'
import { cardChanged } from './card-changed.ts'
import { frame } from './frame.ts'
import { sealedPageMessages } from '../sealed/page-messages.ts'
import { sealedNotes, sealingAttributes } from '../sealed/views/sealed-notes.ts'
import { sealedUploadForm, uploadForm } from './upload-form.ts'
import { size } from './words.ts'

const formId = 'later'

/** Second part: the documents of the card. */
export function draftDocumentsPage(view: View, options: DraftPageOptions): Html {
  const t = applyMessages.in(view.lang)
  const { draft, card, problems, before = null, closings = [], sealing } = options
  const later = { text: t.saveForLater, name: 'then', value: 'later', kind: 'quiet' } as const
  return frame(view, {
    title: `${t.documentsTitle}: ${card.title[view.lang]}`,
    problems,
    islands: [sealing ? 'cases/sealed-upload' : 'cases/upload'],
    body: html`${applyHead(view, card, 'documents')} ${cardChanged(view, { card, before })}
      ${interruptions.interruptionNote(view, closings, view.now)}
      ${errorSummary(view, namedProblems(card, problems))}
      ${sealing && sealedNotes(view, { form: card.form, sealing })}
      <div
        id="documents"
        data-refresh
        ${attrs({ class: 'form', ...(sealing && sealingAttributes(view, sealing, draft.id)) })}
      >
        ${card.documents.map((document) => documentSlotOf(view, document, options))}
      </div>
      <div class="mt-6">
        ${form(view, {
          id: formId,
          action: `/drafts/${draft.id}/documents-later`,
          body: canComeLater(options) && html`<p class="muted">${t.laterNote}</p>`,
          submit: { text: t.goOn, name: 'then', value: 'continue', size: 'large' },
          more: html`${button(view, later)}
          ${button(view, { text: t.back, href: `/drafts/${draft.id}`, kind: 'quiet' })}`
        })}
      </div>`
  })
}

function documentSlotOf(view: View, document: CardDocument, options: DraftPageOptions): Html {
  const { draft, problems, sealing } = options
  const upload = uploadOf(draft.uploads, document.code)
  const t = sealedPageMessages.in(view.lang)
  const draw = sealing ? sealedUploadForm : uploadForm
  const slot = draw(view, {
    document,
    action: `/drafts/${draft.id}/documents?document=${document.code}`,
    metadata: { service: draft.service, document: document.code, draft: draft.id },
    received: upload && {
      name: sealing ? t.sealedFile : upload.name,
      size: size(view, upload.receivedBytes)
    },
    problems
  })
  return html`<div>
    ${slot}${upload ? removal(view, { draft: draft.id, upload, name: sealing ? document.title[view.lang] : upload.name }) : laterBox(view, document, options)}
  </div>`
}

/** The finished upload of a document, if there is one. */
export function uploadOf(uploads: readonly Upload[], document: string): Upload | undefined {
  return uploads.findLast((upload) => upload.document === document && upload.finished)
}

function removal(
  view: View,
  { draft, upload, name }: { draft: string; upload: Upload; name: string }
): Html {
  const t = applyMessages.in(view.lang)
  return postButton(view, {
    action: `/drafts/${draft}/documents/${upload.id}/removal`,
    text: t.removeOf(name),
    kind: 'quiet',
    size: 'small'
  })
}

/** Whether a document may come by another way than this site; the card names which. */
export function comesOtherwise({ channels }: Pick<ServiceCard, 'channels'>): boolean {
  return channels.some((channel) => channel !== 'site')
}

function canComeLater({ card }: DraftPageOptions): boolean {
  return comesOtherwise(card) && card.documents.some(isAsked)
}

/** «با پست یا حضوری»: the card's own channels, and no other. */
function otherWays(view: View, { channels }: ServiceCard): string {
  const t = applyMessages.in(view.lang)
  const ways = { post: t.byPost, pishkhan: t.byPishkhan, 'in-person': t.inPerson }
  return channels.flatMap((channel) => (channel === 'site' ? [] : [ways[channel]])).join(t.or)
}

function isAsked(document: CardDocument): boolean {
  return document.mandatory && document.condition === undefined
}

function laterBox(view: View, document: CardDocument, options: DraftPageOptions): Html | false {
  if (!canComeLater(options) || !isAsked(document)) return false
  return field(view, {
    type: 'checkbox',
    name: `later.${document.code}`,
    label: applyMessages.in(view.lang).later(otherWays(view, options.card)),
    value: options.draft.later.includes(document.code) ? 'yes' : undefined,
    attributes: { form: formId }
  })
}
