import {
  code,
  csrfField,
  errorSummary,
  field,
  formHref,
  hidden,
  attrs,
  button,
  html,
  type Html,
  pageHead,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { type CaseReturn, type Defect, openReturn } from '../case.ts'
import { parseDefectItem } from '../case-rules.ts'
import { applyMessages } from '../messages-apply.ts'
import { caseMessages } from '../messages-case.ts'
import { messages } from '../messages.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import type { CaseView } from '../view-case.ts'
import { answerFields, namedProblems, type TypedAnswers } from './answer-fields.ts'
import { answersData } from './answers-data.ts'
import { caseSlot } from './case-documents-page.ts'
import { defectReason } from './case-returns.ts'
import { problemPatterns } from './problem-patterns.ts'
import { frame } from './frame.ts'
import { documentSlot } from './upload-form.ts'

/** A returned case, and what was typed to mend it. */
export interface CorrectionPageOptions {
  readonly shown: CaseView
  readonly answers: TypedAnswers
  readonly contest: string
  readonly problems: readonly FieldProblem[]
}

/** Mending a returned application: each defect with its own place, sent once. */
export function correctionPage(view: View, options: CorrectionPageOptions): Html {
  const t = caseMessages.in(view.lang)
  const { shown, problems } = options
  const open = openReturn(shown.history)
  const action = formHref(view, `/cases/${shown.id}/resubmission`)
  const attributes = { method: 'post', action, enctype: 'multipart/form-data', novalidate: true }
  return frame(view, {
    title: `${t.correctTitle}: ${shown.card.title[view.lang]}`,
    problems,
    islands: ['cases/upload', 'cases/answers', 'platform/form-guard'],
    body: html`${pageHead({
        title: t.correctTitle,
        above: html`${messages.in(view.lang).trackingCode}: ${code(formatTrackingCode(shown.code))}`,
        lead: t.correctLead
      })}
      ${errorSummary(view, namedProblems(shown.card, problems))} ${problemPatterns(view)}
      <form class="form" data-guard ${attrs(attributes)}>
        ${csrfField(view)} ${hidden('service', shown.service)}
        ${open && defects(view, options, open)}
        ${field(view, {
          type: 'paragraph',
          name: 'contest',
          label: t.contest,
          help: t.contestHelp,
          required: false,
          rows: 3,
          value: options.contest,
          problems
        })}
        <div class="actions">
          ${button(view, { text: t.sendAgain, kind: 'primary', size: 'large' })}
          ${button(view, {
            text: applyMessages.in(view.lang).back,
            href: `/cases/${shown.id}`,
            kind: 'quiet'
          })}
        </div>
      </form>`
  })
}

function defects(view: View, options: CorrectionPageOptions, open: CaseReturn): Html {
  const byItem = Map.groupBy(open.defects, (defect) => defect.item)
  const items = [...byItem]
  const documents = items.filter(([item]) => parseDefectItem(item)?.kind === 'document')
  const fields = items.filter(([item]) => parseDefectItem(item)?.kind === 'field')
  return html`<div id="returned-documents" class="form" data-refresh>
      ${documents.map(([item, list]) => documentDefect(view, { ...options, item, list, open }))}
    </div>
    <div ${attrs(answersData(view, { form: options.shown.card.form }))}>
      ${fields.map(([item, list]) => fieldDefect(view, { ...options, item, list }))}
    </div>`
}

type DefectOptions = CorrectionPageOptions & {
  readonly item: string
  readonly list: readonly Defect[]
}

function documentDefect(view: View, options: DefectOptions & { readonly open: CaseReturn }): Html {
  const { shown, item, problems, open } = options
  const target = parseDefectItem(item)
  const document =
    target?.kind === 'document' && shown.card.documents.find((each) => each.code === target.code)
  if (!document) return html``
  const slot = caseSlot(view, { shown, document, problems, after: open.at })
  return documentSlot(view, { ...slot, reasons: reasons(view, options) })
}

function fieldDefect(view: View, options: DefectOptions): Html {
  const { shown, item, answers, problems } = options
  const target = parseDefectItem(item)
  if (target?.kind !== 'field') return html``
  const { form } = shown.card
  const returned = new Map([[target.name, reasons(view, options)]])
  return answerFields(view, { form, answers, problems, returned })
}

/** Why the part came back, under its name. */
function reasons(view: View, { shown, list }: DefectOptions): Html {
  return html`${list.map(
    (defect) => html`<span class="returned-why">${defectReason(view, shown, defect)}</span>`
  )}`
}
