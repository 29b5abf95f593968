import type { CardDocument } from '../../catalogue/index.ts'
import {
  alert,
  button,
  field,
  form,
  type Html,
  html,
  postButton,
  section,
  type View
} from '../../platform/html/index.ts'
import type { Upload } from '../upload.ts'
import { applyMessages } from '../messages-apply.ts'
import { applyHead, type DraftPageOptions } from './draft-page.ts'
import { frame } from './frame.ts'
import { uploadForm } from './upload-form.ts'
import { size } from './words.ts'

const formId = 'later'

/** Second part: the documents of the card. */
export function draftDocumentsPage(view: View, options: DraftPageOptions): Html {
  const t = applyMessages.in(view.lang)
  const { draft, card, problems } = options
  return frame(view, {
    title: `${t.documentsTitle}: ${card.title[view.lang]}`,
    problems,
    islands: ['cases/upload'],
    body: html`${applyHead(view, card, 'documents')}
      <div id="documents" data-refresh>
        ${card.documents.map((document) => documentSection(view, document, options))}
      </div>
      ${form(view, {
        id: formId,
        action: `/drafts/${draft.id}/documents-later`,
        problems,
        body:
          canComeLater(options) && alert(view, { kind: 'info', still: true, body: t.laterNote }),
        submit: { text: t.goOn, name: 'then', value: 'continue', size: 'large' },
        more: html`${button(view, {
          text: t.saveForLater,
          name: 'then',
          value: 'later',
          kind: 'quiet'
        })}${button(view, { text: t.back, href: `/drafts/${draft.id}`, kind: 'quiet' })}`
      })}`
  })
}

function documentSection(view: View, document: CardDocument, options: DraftPageOptions): Html {
  const { draft, problems } = options
  const upload = uploadOf(draft.uploads, document.code)
  const slot = uploadForm(view, {
    document,
    action: `/drafts/${draft.id}/documents?document=${document.code}`,
    metadata: { service: draft.service, document: document.code, draft: draft.id },
    received: upload && { name: upload.name, size: size(view, upload.receivedBytes) },
    problems
  })
  return section({
    title: document.title[view.lang],
    body: html`${slot}${upload ? removal(view, draft.id, upload) : laterBox(view, document, options)}`
  })
}

/** The finished upload of a document, if there is one. */
export function uploadOf(uploads: readonly Upload[], document: string): Upload | undefined {
  return uploads.findLast((upload) => upload.document === document && upload.finished)
}

function removal(view: View, draft: string, upload: Upload): Html {
  const t = applyMessages.in(view.lang)
  return postButton(view, {
    action: `/drafts/${draft}/documents/${upload.id}/removal`,
    text: t.removeOf(upload.name),
    kind: 'quiet',
    size: 'small'
  })
}

function canComeLater({ card }: DraftPageOptions): boolean {
  const hasOtherWay = card.channels.some((channel) => channel !== 'site')
  return hasOtherWay && card.documents.some(isAsked)
}

function isAsked(document: CardDocument): boolean {
  return document.mandatory && document.condition === undefined
}

function laterBox(view: View, document: CardDocument, options: DraftPageOptions): Html | false {
  if (!canComeLater(options) || !isAsked(document)) return false
  return field(view, {
    type: 'checkbox',
    name: `later.${document.code}`,
    label: applyMessages.in(view.lang).later,
    value: options.draft.later.includes(document.code) ? 'yes' : undefined,
    attributes: { form: formId }
  })
}
