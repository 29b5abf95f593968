import { alert, button, field, html, type Html, type View } from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { fileMessages } from '../messages-desk.ts'
import { intakeMessages } from '../messages-intake.ts'
import {
  type DeskCaseOptions,
  type DeskForm,
  problemsIn,
  type Typed,
  typedIn
} from './desk-case-options.ts'

/** What a form asks of whoever stands at a counter. */
export interface ConsentFields {
  /** What the names of the form begin with: `documents.` or nothing. */
  readonly prefix: string
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  readonly consentSent?: boolean
}

/** The consent of whoever stands at the counter: a code that they read out, or paper. */
export function consentFields(view: View, at: ConsentFields): Html {
  const t = intakeMessages.in(view.lang)
  const { prefix, typed, problems } = at
  return html`${at.consentSent === true && alert(view, { kind: 'success', body: t.consentSent })}
  ${field(view, {
    type: 'text',
    name: `${prefix}consentCode`,
    label: t.consentCode,
    help: t.consentHelp,
    required: false,
    width: 'medium',
    value: typed['consentCode'],
    problems,
    attributes: { dir: 'ltr', inputmode: 'numeric', autocomplete: 'off' }
  })}
  ${button(view, { text: t.askConsent, name: `${prefix}then`, value: 'consent', kind: 'secondary' })}
  ${field(view, {
    type: 'checkbox',
    name: `${prefix}consentOnPaper`,
    label: t.consentOnPaper,
    required: false,
    value: typed['consentOnPaper'],
    problems
  })}`
}

/** What an act at a counter needs, folded away in a form of the officer's page. */
export function counterFields(
  view: View,
  options: DeskCaseOptions,
  form: Extract<DeskForm, 'documents' | 'resubmission' | 'withdrawal'>
): Html {
  const t = intakeMessages.in(view.lang)
  const typed = typedIn(options, form)
  const problems = problemsIn(options, form)
  const consentSent = options.refused?.form === form && options.refused.consentSent === true
  return html`<fieldset class="form">
    <legend>${t.atCounter}</legend>
    <p class="muted">${form === 'withdrawal' ? t.atCounterOnly : t.atCounterLead}</p>
    ${
      form !== 'documents' &&
      field(view, {
        type: 'text',
        name: `${form}.officeCode`,
        label: fileMessages.in(view.lang).officeCode,
        required: false,
        width: 'medium',
        value: typed['officeCode'],
        problems,
        attributes: { dir: 'ltr', inputmode: 'numeric' }
      })
    }
    ${consentFields(view, { prefix: `${form}.`, typed, problems, consentSent })}
  </fieldset>`
}
