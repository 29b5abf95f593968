import { dataPolicy } from '../../agreements/index.ts'
import {
  type Content,
  type Html,
  type View,
  badge,
  code,
  html,
  link,
  pageHead,
  table
} from '../../platform/html/index.ts'
import type { MyDocument } from '../list-my-documents.ts'
import { documentMessages } from '../messages-documents.ts'
import { sealedPageMessages } from '../sealed/page-messages.ts'
import { sealedMediaType } from '../sealed/sealed-form.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import { documentHref } from './case-documents.ts'
import { documentGiver } from './document-giver.ts'
import { frame } from './frame.ts'
import { moment, size } from './words.ts'

/** Every document of a person, with its kind, who gave it, and whether it is whole. */
export function myDocumentsPage(
  view: View,
  options: {
    readonly items: readonly MyDocument[]
    readonly next: string | null
    readonly isFirst: boolean
  }
): Html {
  const t = documentMessages.in(view.lang)
  const { items, next, isFirst } = options
  return frame(view, {
    title: t.title,
    body: html`${pageHead({
      title: t.title,
      lead: t.lead,
      actions: html`${link(view, { href: '/account/looks', text: t.looks })}
      ${link(view, { href: '/data-policy', text: t.policy })}`
    })}
    ${table(view, {
      caption: t.title,
      captionHidden: true,
      rows: items,
      empty: t.empty,
      pages: {
        ...(next !== null && { next: `/account/documents?cursor=${next}` }),
        ...(!isFirst && { previous: '/account/documents' })
      },
      columns: [
        { key: 'document', title: t.document, cell: (row) => fileOf(view, row) },
        { key: 'case', title: t.application, cell: (row) => caseOf(view, row) },
        { key: 'given', title: t.given, cell: (row) => documentGiver(view, row) },
        { key: 'kind', title: t.kind, cell: (row) => dataPolicy.policyLabel(view, row) },
        { key: 'received', title: t.received, cell: (row) => moment(view, row.registeredAt) },
        { key: 'whole', title: t.whole, cell: (row) => readBackOf(view, row) }
      ]
    })}`
  })
}

function fileOf(
  view: View,
  { case: id, id: document, title, name, sizeBytes, mediaType }: MyDocument
): Content {
  return html`${title[view.lang]}<br />
    ${
      mediaType === sealedMediaType
        ? sealedPageMessages.in(view.lang).sealedFile
        : html`<a class="link" href="${documentHref(id, document)}"><bdi>${name}</bdi></a>`
    }
    <span class="muted">(${size(view, sizeBytes)})</span>`
}

function caseOf(view: View, { case: id, service, code: tracking }: MyDocument): Content {
  return html`${link(view, { href: `/cases/${id}`, text: service[view.lang] })}<br />
    <span class="muted">${code(formatTrackingCode(tracking))}</span>`
}

function readBackOf(view: View, { readBack }: MyDocument): Content {
  const t = documentMessages.in(view.lang)
  if (readBack === null) return html`<span class="muted">${t.notYet}</span>`
  return readBack.isWhole ? t.isWhole(moment(view, readBack.at)) : badge(view, 'broken', t.notWhole)
}
