import {
  alert,
  attrs,
  button,
  code,
  errorSummary,
  html,
  type Html,
  pageHead,
  section,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { CardDocument } from '../../catalogue/index.ts'
import { applyMessages } from '../messages-apply.ts'
import { caseMessages } from '../messages-case.ts'
import { messages } from '../messages.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import { sealedPageMessages } from '../sealed/page-messages.ts'
import type { Sealing } from '../sealed/sealing-page.ts'
import { sealedNotes, sealingAttributes } from '../sealed/views/sealed-notes.ts'
import type { CaseView } from '../view-case.ts'
import { namedProblems } from './answer-fields.ts'
import { documentHref } from './case-documents.ts'
import { frame } from './frame.ts'
import { sealedUploadForm, uploadForm, type UploadSlotInput } from './upload-form.ts'
import { commas, size } from './words.ts'

/** A case that waits for documents. */
export interface CaseDocumentsPageOptions {
  readonly shown: CaseView
  readonly problems: readonly FieldProblem[]
  /** Where the documents are sealed in the browser: to whom. */
  readonly sealing?: Sealing | null
}

/** Adding the documents that a case waits for; each is in the file as soon as it has arrived. */
export function caseDocumentsPage(view: View, options: CaseDocumentsPageOptions): Html {
  const t = caseMessages.in(view.lang)
  const { shown, problems, sealing } = options
  const draw = sealing ? sealedUploadForm : uploadForm
  const { missing, card } = shown
  const title = (each: string) => card.documents.find((d) => d.code === each)?.title[view.lang]
  const names = commas(
    view,
    missing.map((each) => title(each) ?? each)
  )
  return frame(view, {
    title: `${t.addDocuments}: ${card.title[view.lang]}`,
    problems,
    islands: [sealing ? 'cases/sealed-upload' : 'cases/upload'],
    body: html`${pageHead({
        title: t.addDocuments,
        above: html`${messages.in(view.lang).trackingCode}: ${code(formatTrackingCode(shown.code))}`,
        lead: card.title[view.lang]
      })}
      ${errorSummary(view, namedProblems(card, problems))}
      ${sealing && sealedNotes(view, { form: card.form, sealing })}
      <div
        id="documents"
        data-refresh
        ${attrs(sealing ? sealingAttributes(view, sealing, shown.id) : {})}
      >
        ${
          missing.length === 0
            ? alert(view, { kind: 'success', body: t.clockStarted, still: true })
            : alert(view, { kind: 'info', body: t.stillMissing(names), still: true })
        }
        ${card.documents.map((document) =>
          section({
            title: document.title[view.lang],
            body: draw(view, {
              ...caseSlot(view, { shown, document, problems }),
              action: `/cases/${shown.id}/documents?document=${document.code}`
            })
          })
        )}
        <div class="actions">
          ${button(view, {
            text: applyMessages.in(view.lang).back,
            href: `/cases/${shown.id}`,
            kind: missing.length === 0 ? 'primary' : 'quiet'
          })}
        </div>
      </div>`
  })
}

/** The slot of one document of a case, with what is in the file already. */
export function caseSlot(
  view: View,
  options: CaseDocumentsPageOptions & {
    readonly document: CardDocument
    /** What was received before this instant is not what is asked for. */
    readonly after?: Temporal.Instant
  }
): UploadSlotInput {
  const { shown, document, problems, after } = options
  const here = shown.documents.find(({ type, current }) => type === document.code && current)
  const isNew =
    here !== undefined &&
    (after === undefined || Temporal.Instant.compare(here.registeredAt, after) > 0)
  return {
    document,
    metadata: { service: shown.service, document: document.code, case: shown.id },
    handIn: `/cases/${shown.id}/documents?document=${document.code}`,
    received: isNew
      ? {
          name: shown.sealed ? sealedPageMessages.in(view.lang).sealedFile : here.name,
          size: size(view, here.sizeBytes),
          ...(shown.sealed === null && { href: documentHref(shown.id, here.id) })
        }
      : undefined,
    problems
  }
}
