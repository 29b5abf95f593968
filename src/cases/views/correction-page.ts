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
import { sealedPageMessages } from '../sealed/page-messages.ts'
import type { Sealing } from '../sealed/sealing-page.ts'
import { sealedNotes, sealingAttributes, untilSealed } from '../sealed/views/sealed-notes.ts'
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
  /** Where the browser seals what is mended: to whom. */
  readonly sealing?: Sealing | null
}

/** Mending a returned application: each defect with its own place, sent once. */
export function correctionPage(view: View, options: CorrectionPageOptions): Html {
  const t = caseMessages.in(view.lang)
  const { shown, problems, sealing } = options
  const open = openReturn(shown.history)
  const action = formHref(view, `/cases/${shown.id}/resubmission`)
  const attributes = sealing
    ? {
        method: 'dialog',
        novalidate: true,
        'data-sealed-correction': action,
        ...sealingAttributes(view, sealing, shown.id)
      }
    : {
        method: 'post',
        action,
        enctype: 'multipart/form-data',
        novalidate: true,
        'data-guard': true
      }
  const body = correctionBody(view, options, open)
  return frame(view, {
    title: `${t.correctTitle}: ${shown.card.title[view.lang]}`,
    problems,
    islands: sealing
      ? ['cases/sealed-upload', 'cases/sealed-correction']
      : ['cases/upload', 'cases/answers', 'platform/form-guard'],
    body: html`${pageHead({
        title: t.correctTitle,
        above: html`${messages.in(view.lang).trackingCode}: ${code(formatTrackingCode(shown.code))}`,
        lead: t.correctLead
      })}
      ${errorSummary(view, namedProblems(shown.card, problems))} ${problemPatterns(view)}
      ${sealing && sealedNotes(view, { form: shown.card.form, sealing })}
      <form class="form" ${attrs(attributes)}>
        ${csrfField(view)} ${hidden('service', shown.service)} ${sealing ? untilSealed(body) : body}
      </form>`
  })
}

function correctionBody(view: View, options: CorrectionPageOptions, open: CaseReturn | null): Html {
  const t = caseMessages.in(view.lang)
  const { shown, problems } = options
  return html`${open && defects(view, options, open)}
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
    <p class="field-problem" role="status" data-sealed-status hidden></p>`
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
  const preparing = options.sealing && sealedPageMessages.in(view.lang).sealing
  return documentSlot(view, {
    ...slot,
    reasons: reasons(view, options),
    ...(typeof preparing === 'string' && { preparing })
  })
}

function fieldDefect(view: View, options: DefectOptions): Html {
  const { shown, item, answers, problems } = options
  const target = parseDefectItem(item)
  if (target?.kind !== 'field') return html``
  const { form } = shown.card
  const clearMark = options.sealing ? sealedPageMessages.in(view.lang).staysClear : undefined
  const returned = new Map([[target.name, reasons(view, options)]])
  return answerFields(view, {
    ...{ form, answers, problems, returned },
    ...(clearMark !== undefined && { clearMark })
  })
}

/** Why the part came back, under its name. */
function reasons(view: View, { shown, list }: DefectOptions): Html {
  return html`${list.map(
    (defect) => html`<span class="returned-why">${defectReason(view, shown, defect)}</span>`
  )}`
}
