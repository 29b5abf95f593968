import { dataPolicy } from '../../agreements/index.ts'
import {
  badge,
  html,
  type Html,
  type Speaks,
  table,
  type Content
} from '../../platform/html/index.ts'
import { sealedPageMessages } from '../sealed/page-messages.ts'
import { sealedMediaType } from '../sealed/sealed-form.ts'
import type { CaseView } from '../view-case.ts'
import { caseMessages } from '../messages-case.ts'
import { documentMessages } from '../messages-documents.ts'
import { messages } from '../messages.ts'
import { documentGiver } from './document-giver.ts'
import { noteText } from './case-returns.ts'
import { arrival, channelName, size } from './words.ts'

type CaseDocument = CaseView['documents'][number]

/** A document of the card: what is there, or that it is missing. */
interface DocumentLine {
  readonly title: string
  readonly document: CaseDocument | null
}

/** Where the content of a document is read; officers and the applicant alone may. */
export function documentHref(caseId: string, document: string): string {
  return `/api/v1/cases/${caseId}/documents/${document}`
}

/** The documents of a case against its card, with what is missing. */
export function caseDocuments(view: Speaks, shown: CaseView): Html {
  const t = caseMessages.in(view.lang)
  const lines = shown.card.documents.flatMap((wanted): DocumentLine[] => {
    const title = wanted.title[view.lang]
    const here = shown.documents.filter(({ type }) => type === wanted.code)
    if (here.length > 0) return here.map((document) => ({ title, document }))
    return shown.missing.includes(wanted.code) ? [{ title, document: null }] : []
  })
  if (lines.length === 0) return html`<p class="muted">${t.noDocuments}</p>`
  return table(view, {
    caption: t.documentsTitle,
    captionHidden: true,
    rows: lines,
    columns: [
      { key: 'document', title: t.document, cell: (line) => line.title },
      { key: 'file', title: t.file, cell: (line) => fileCell(view, shown.id, line) },
      {
        key: 'received',
        title: t.receivedAt,
        cell: ({ document }) => document && receivedCell(view, shown, document)
      },
      {
        key: 'given',
        title: documentMessages.in(view.lang).given,
        cell: ({ document }) => document && documentGiver(view, document)
      },
      {
        key: 'kind',
        title: documentMessages.in(view.lang).kind,
        cell: ({ document }) =>
          document?.dataType &&
          dataPolicy.policyLabel(view, {
            dataType: document.dataType,
            authority: shown.authority
          })
      }
    ]
  })
}

/** When it came and was registered, by which way, and why so late. */
function receivedCell(view: Speaks, shown: CaseView, document: CaseDocument): Content {
  const told = shown.history.documents.find((each) => each.document === document.id)
  const why = told?.lateReason ?? null
  return html`${arrival(view, document)}
  (${channelName(view, document.channel)})${
    why !== null && html`<br />${messages.in(view.lang).lateReason}: ${noteText(view, shown, why)}`
  }`
}

/** What is sealed to a unit is named as such: its applicant could not open it here either. */
function sealedOrLink(
  view: Speaks,
  { caseId, document }: { caseId: string; document: CaseDocument }
): Content {
  if (document.mediaType === sealedMediaType) return sealedPageMessages.in(view.lang).sealedFile
  return html`<a class="link" href="${documentHref(caseId, document.id)}"
    ><bdi>${document.name}</bdi></a
  >`
}

function fileCell(view: Speaks, caseId: string, { document }: DocumentLine): Content {
  const t = caseMessages.in(view.lang)
  if (document === null) return badge(view, 'missing', t.missing)
  return html`${sealedOrLink(view, { caseId, document })} (${size(view, document.sizeBytes)})
  ${!document.current && html`<span class="muted">${t.replacedVersion}</span>`}`
}
