import {
  badge,
  type Content,
  html,
  type Html,
  icon,
  table,
  tag,
  type View
} from '../../platform/html/index.ts'
import type { CardDocument } from '../../catalogue/index.ts'
import { openReturn } from '../case.ts'
import { fileMessages } from '../messages-desk.ts'
import { messages } from '../messages.ts'
import { caseMessages } from '../messages-case.ts'
import { sealedPageMessages } from '../sealed/page-messages.ts'
import { sealedMediaType } from '../sealed/sealed-form.ts'
import type { CaseView } from '../view-case.ts'
import { documentHref } from './case-documents.ts'
import { arrival, channelName, commas, count, size } from './words.ts'

type CaseDocument = CaseView['documents'][number]

/** The documents of the card against those of the file: each opens in place or in its own tab. */
export function checklist(view: View, shown: CaseView): Html {
  const t = fileMessages.in(view.lang)
  const { card, missing } = shown
  const required = card.documents.filter(isRequired)
  const have = required.filter(({ code }) => !missing.includes(code)).length
  return html`<p>${t.checklistOf(count(view, have), count(view, required.length))}</p>
    ${table(view, {
      caption: t.checklist,
      captionHidden: true,
      dense: true,
      rows: card.documents,
      columns: [
        {
          key: 'document',
          title: caseMessages.in(view.lang).document,
          cell: (document) =>
            html`${document.title[view.lang]}
              <span class="muted">(${kind(view, document)})</span> ${
                document.condition &&
                html`<br /><span class="muted">${document.condition[view.lang]}</span>`
              }`
        },
        {
          key: 'state',
          title: messages.in(view.lang).state,
          cell: (document) => state(view, shown, document)
        },
        {
          key: 'files',
          title: caseMessages.in(view.lang).file,
          cell: (document) => files(view, shown, document)
        }
      ]
    })}`
}

function isRequired({ mandatory, condition }: CardDocument): boolean {
  return mandatory && condition === undefined
}

function kind(view: View, document: CardDocument): string {
  const t = fileMessages.in(view.lang)
  if (isRequired(document)) return t.required
  return document.mandatory ? t.conditional : t.optional
}

function state(view: View, shown: CaseView, { code }: CardDocument): Html {
  const t = fileMessages.in(view.lang)
  const isAsked = openReturn(shown.history)?.defects.some(({ item }) => item === `document:${code}`)
  const asked = isAsked === true && badge(view, 'returned', t.asked)
  if (shown.missing.includes(code)) return html`${badge(view, 'missing', t.missing)} ${asked}`
  const isHere = shown.documents.some(({ type }) => type === code)
  return isHere
    ? html`${badge(view, 'complete', t.here)} ${asked}`
    : html`${tag({ text: t.notGiven })} ${asked}`
}

function files(view: View, shown: CaseView, { code }: CardDocument): Content {
  return shown.documents
    .filter(({ type }) => type === code)
    .map((document) => fileLine(view, shown.id, document))
}

/** A picture opens in place; it is fetched only then, because what is folded is not drawn. */
function fileLine(view: View, caseId: string, document: CaseDocument): Html {
  const t = fileMessages.in(view.lang)
  const href = documentHref(caseId, document.id)
  const about = commas(view, [
    size(view, document.sizeBytes),
    channelName(view, document.channel),
    arrival(view, document),
    document.current ? '' : caseMessages.in(view.lang).replacedVersion
  ])
  const preview =
    document.mediaType.startsWith('image/') &&
    html`<details>
      <summary class="link">${t.show}</summary>
      <img class="max-w-full" loading="lazy" src="${href}" alt="${t.preview(document.name)}" />
    </details>`
  return html`<div>
    ${
      document.mediaType === sealedMediaType
        ? html`${icon('file')}${sealedPageMessages.in(view.lang).sealedFile}`
        : html`<a class="link" href="${href}" target="_blank" rel="noopener"
            >${icon('file')}<bdi>${document.name}</bdi></a
          >`
    }
    <br /><span class="muted">${about}</span>${preview}
  </div>`
}
