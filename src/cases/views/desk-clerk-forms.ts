import {
  attrs,
  button,
  csrfField,
  errorSummary,
  field,
  formHref,
  hidden,
  html,
  type Html,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { ServiceCard } from '../../catalogue/index.ts'
import { parseDefectItem } from '../case-rules.ts'
import { openReturn } from '../case.ts'
import { caseMessages } from '../messages-case.ts'
import { fileMessages } from '../messages-desk.ts'
import { intakeMessages } from '../messages-intake.ts'
import { channelMessages } from '../messages.ts'
import { answerFields } from './answer-fields.ts'
import { lateReasonField, whenArrivedFields } from './arrival-fields.ts'
import { counterFields } from './counter-fields.ts'
import { deskAction, type DeskCaseOptions, problemsIn, typedIn } from './desk-case-options.ts'
import { deskForm } from './desk-form.ts'

/** A document that came on paper: which, how, when, and its scan. The form carries a file. */
export function documentForm(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const problems = problemsIn(options, 'documents')
  const form = {
    class: 'form',
    method: 'post',
    action: formHref(view, deskAction(options, 'documents')),
    enctype: 'multipart/form-data',
    novalidate: true,
    'data-guard': true
  }
  const attributes = {
    class: 'disclosure',
    id: 'documents',
    open: options.refused?.form === 'documents'
  }
  return html`<details ${attrs(attributes)}>
    <summary>${t.addDocument}</summary>
    <div class="disclosure-body form">
      ${errorSummary(view, problems)}
      <form ${attrs(form)}>
        ${csrfField(view)}${hidden('service', options.shown.service)}${documentFields(view, options)}
        <div class="actions">${button(view, { text: t.addDocument })}</div>
      </form>
    </div>
  </details>`
}

/** Which document it is, how and when it came, and its scan. */
export function documentFields(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const { card } = options.shown
  const typed = typedIn(options, 'documents')
  const problems = problemsIn(options, 'documents')
  const channels = channelMessages.in(view.lang)
  const upload = typed.upload
  return html`${field(view, {
    type: 'choice',
    name: 'documents.document',
    label: t.whichDocument,
    value: typed.document,
    problems,
    choices: card.documents.map(({ code, title }) => ({ value: code, text: title[view.lang] }))
  })}
  ${arrivalFields(view, {
    typed,
    problems,
    channels: card.channels
      .filter((channel) => channel !== 'site')
      .map((value) => ({ value, text: channels[value] }))
  })}
  ${
    upload !== undefined &&
    html`${hidden('documents.upload', upload)}${hidden('documents.uploadName', typed.uploadName ?? '')}
      <p>${t.scanKept(typed.uploadName ?? '')}</p>`
  }
  ${counterFields(view, options, 'documents')}
  ${field(view, {
    type: 'file',
    name: 'documents.file',
    label: t.scan,
    required: upload === undefined,
    problems,
    accept: '.pdf,.jpg,.jpeg,.png,.docx,.xlsx'
  })}`
}

/** How and when something reached the body on paper. */
export function arrivalFields(
  view: View,
  options: {
    readonly typed: Readonly<Record<string, string | undefined>>
    readonly problems: readonly FieldProblem[]
    readonly channels: readonly { readonly value: string; readonly text: string }[]
  }
): Html {
  const t = fileMessages.in(view.lang)
  const { typed, problems, channels } = options
  return html`${field(view, {
      type: 'choice',
      name: 'documents.channel',
      label: t.cameBy,
      value: typed.channel ?? channels[0]?.value,
      problems,
      choices: channels
    })}
    <div class="grid gap-x-3 gap-y-4 sm:grid-cols-2">
      ${field(view, {
        type: 'text',
        name: 'documents.trackingNumber',
        label: t.trackingNumber,
        value: typed.trackingNumber,
        problems,
        attributes: { dir: 'ltr' }
      })}
      ${field(view, {
        type: 'text',
        name: 'documents.officeCode',
        label: t.officeCode,
        value: typed.officeCode,
        problems,
        attributes: { dir: 'ltr', inputmode: 'numeric' }
      })}
      ${whenArrivedFields(view, { prefix: 'documents.', label: t.arrivedDate, help: t.arrivedHelp, typed, problems })}
    </div>
    ${lateReasonField(view, { name: 'documents.lateReason', value: typed.lateReason, problems })}`
}

/** The applicant's answer to a return, as it came on paper. */
export function resubmissionForm(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  return deskForm(view, options, {
    form: 'resubmission',
    title: t.resubmit,
    lead: t.resubmitLead,
    body: html`${returnedFields(view, options)} ${resubmissionFields(view, options)}`,
    submit: { text: t.resubmit, kind: 'secondary' }
  })
}

/**
 * The fields that were returned, with their answers as far as they can be read here.
 * @param clearMark - Stands beside those that are not sealed, of a sealed form.
 */
export function returnedFields(view: View, options: DeskCaseOptions, clearMark?: string): Html {
  const { shown } = options
  const typed = typedIn(options, 'resubmission')
  const problems = problemsIn(options, 'resubmission')
  const returned = (openReturn(shown.history)?.defects ?? []).flatMap(({ item }) => {
    const target = parseDefectItem(item)
    return target?.kind === 'field' ? [[target.name, html``] as const] : []
  })
  const again = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith('answers.') ? [answerAgain(shown.card, name, value)] : []
    )
  )
  return answerFields(view, {
    form: shown.card.form,
    answers: { ...shown.answers, ...again },
    problems,
    returned: new Map(returned),
    ...(clearMark !== undefined && { clearMark })
  })
}

/** When the answer came, what it objects to, and the consent of whoever stands at a counter. */
export function resubmissionFields(view: View, options: DeskCaseOptions): Html {
  return html`${answeredFields(view, options)}
  ${field(view, {
    type: 'paragraph',
    name: 'resubmission.contest',
    label: caseMessages.in(view.lang).contest,
    required: false,
    rows: 2,
    value: typedIn(options, 'resubmission').contest,
    problems: problemsIn(options, 'resubmission')
  })}
  ${counterFields(view, options, 'resubmission')}`
}

/** An answer as it was typed; of several choices each one. */
function answerAgain({ form }: ServiceCard, sentAs: string, value: string | undefined) {
  const name = sentAs.slice('answers.'.length)
  const isSeveral = form.fields.some((each) => each.name === name && each.type === 'choices')
  return [name, isSeveral ? value?.split(',') : value] as const
}

/** When the answer came, where it lay a while before it was typed. */
function answeredFields(view: View, options: DeskCaseOptions): Html {
  const t = fileMessages.in(view.lang)
  const typed = typedIn(options, 'resubmission')
  const problems = problemsIn(options, 'resubmission')
  return html`<div class="grid gap-x-3 gap-y-4 sm:grid-cols-2">
    ${whenArrivedFields(view, { prefix: 'resubmission.', label: t.answeredDate, help: t.arrivedHelp, typed, problems })}
  </div>`
}

/** Withdrawing for whoever stands at a counter and agrees to it: nobody else but the applicant can. */
export function withdrawalForm(view: View, options: DeskCaseOptions): Html {
  const t = caseMessages.in(view.lang)
  const typed = typedIn(options, 'withdrawal')
  return deskForm(view, options, {
    form: 'withdrawal',
    title: t.withdraw,
    lead: intakeMessages.in(view.lang).withdrawAtCounter,
    body: html`${field(view, {
      type: 'paragraph',
      name: 'withdrawal.reason',
      label: t.withdrawReason,
      required: false,
      rows: 2,
      value: typed.reason,
      problems: problemsIn(options, 'withdrawal')
    })}
    ${counterFields(view, options, 'withdrawal')}`,
    submit: { text: t.withdraw, kind: 'secondary' }
  })
}
