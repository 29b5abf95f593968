import { html, type Html, section, type Speaks, alert } from '../../platform/html/index.ts'
import type { ServiceCard } from '../../catalogue/index.ts'
import type { CaseReturn, Defect } from '../case.ts'
import type { CaseView } from '../view-case.ts'
import { parseDefectItem } from '../case-rules.ts'
import { caseMessages } from '../messages-case.ts'
import { defectMessages, messages, remedyMessages } from '../messages.ts'
import { moment } from './words.ts'

/** What is read of a case to show its returns. */
type ReturnsShown = Pick<CaseView, 'history' | 'card' | 'notes'>

/** The returns of a case, the newest first: each defect, what it means, and what to do about it. */
export function caseReturns(view: Speaks, shown: ReturnsShown): Html | false {
  const t = caseMessages.in(view.lang)
  const returns = shown.history.returns.toReversed()
  if (returns.length === 0) return false
  return section({
    title: t.returnsTitle,
    body: returns.map((each) => oneReturn(view, shown, each))
  })
}

function oneReturn(view: Speaks, shown: ReturnsShown, each: CaseReturn): Html {
  const t = caseMessages.in(view.lang)
  const isOpen = each.resubmittedAt === null && shown.history.stage === 'returned'
  return alert(view, {
    kind: isOpen ? 'warning' : 'info',
    still: true,
    title: t.returnedAt(moment(view, each.at)),
    body: html`<ul class="list-disc ps-5">
        ${each.defects.map((defect) => html`<li>${defectText(view, shown, defect)}</li>`)}
      </ul>
      ${each.resubmittedAt && html`<p>${t.resubmittedAt(moment(view, each.resubmittedAt))}</p>`}`
  })
}

/** One defect in full: which part, what is wrong, the officer's note, what to do. */
export function defectText(view: Speaks, shown: ReturnsShown, defect: Defect): Html {
  return html`<strong>${itemTitle(view, shown.card, defect.item)}</strong>:
    ${defectReason(view, shown, defect)}`
}

/** What is wrong, the officer's note, what to do; for a place that names the part already. */
export function defectReason(view: Speaks, shown: ReturnsShown, defect: Defect): Html {
  const t = caseMessages.in(view.lang)
  return html`${defectMessages.in(view.lang)[defect.code]}.
    ${defect.note !== null && html`<br />${t.officerNote}: ${noteText(view, shown, defect.note)}`}
    <br />${remedyMessages.in(view.lang)[defect.code]}`
}

/** The text of a note, or that it was erased. */
export function noteText(view: Speaks, shown: Pick<CaseView, 'notes'>, id: string): Html {
  const text = shown.notes[id]?.text ?? null
  if (text === null) return html`<em>${messages.in(view.lang).erased}</em>`
  return html`<bdi class="whitespace-pre-line">${text}</bdi>`
}

/** The name of a document or a field, as the card calls it. */
export function itemTitle(view: Speaks, card: ServiceCard, item: string): string {
  const target = parseDefectItem(item)
  if (target === null) return item
  if (target.kind === 'document') {
    return card.documents.find(({ code }) => code === target.code)?.title[view.lang] ?? target.code
  }
  return card.form.fields.find(({ name }) => name === target.name)?.label[view.lang] ?? target.name
}
