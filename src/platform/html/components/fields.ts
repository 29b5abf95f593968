import type { FieldProblem } from '../../errors.ts'
import { attrs, classes, type Content, html, type Html, raw } from '../html.ts'
import { icon } from '../icons.ts'
import { messages } from '../messages.ts'
import type { Speaks } from '../view.ts'
import { control, hintOf } from './controls.ts'
import { fieldId, type FieldOptions, type FieldType, isRadioGroup } from './field-options.ts'

/** What is wrong with a field, in the reader's language, or nothing. */
export function problemOf(
  view: Speaks,
  problems: readonly FieldProblem[] | undefined,
  name: string
): string | undefined {
  return problems?.find((problem) => fieldId(problem.pointer) === fieldId(name))?.text[view.lang]
}

const grouped = new Set<FieldType>(['choices', 'yes-no'])

/** A field with label, help, problem and control, tied together for screen readers. */
export function field(view: Speaks, options: FieldOptions): Html {
  const problem = problemOf(view, options.problems, options.name)
  const isGroup = grouped.has(options.type) || isRadioGroup(options)
  const parts = isGroup ? group(view, options, problem) : single(view, options, problem)
  return html`<div class="${classes('field', problem !== undefined && 'field-wrong')}">
    ${parts}
  </div>`
}

function single(view: Speaks, options: FieldOptions, problem: string | undefined): Html {
  const id = fieldId(options.name)
  const label = html`<label
    for="${id}"
    ${attrs({ class: options.labelHidden ? 'sr-only' : undefined })}
    >${labelText(view, options)}</label
  >`
  if (options.type === 'checkbox') {
    return html`${notes(view, options, problem)}
      <div class="choice">
        ${control(view, options, describedBy(view, options, problem))}${label}
      </div>`
  }
  return html`${label}${notes(view, options, problem)}${control(view, options, describedBy(view, options, problem))}`
}

function group(view: Speaks, options: FieldOptions, problem: string | undefined): Html {
  const described = describedBy(view, options, problem)
  const attributes = {
    id: fieldId(options.name),
    'aria-describedby': described['aria-describedby'],
    tabindex: -1
  }
  return html`<fieldset ${attrs(attributes)}>
    <legend>${labelText(view, options)}</legend>
    ${notes(view, options, problem)}${control(view, options, {})}
  </fieldset>`
}

function labelText(view: Speaks, options: FieldOptions): Html {
  const optional = options.required === false
  return html`${options.label}${
    optional && html` <span class="optional">${messages.in(view.lang).optional}</span>`
  }`
}

function notes(view: Speaks, options: FieldOptions, problem: string | undefined): Html {
  const id = fieldId(options.name)
  const help = options.help ?? hintOf(view, options.type)
  return html`${help && html`<p class="field-help" id="${id}-help">${help}</p>`}
  ${
    problem !== undefined &&
    html`<p class="field-problem" id="${id}-problem">${icon('warning')}${problem}</p>`
  }`
}

function describedBy(
  view: Speaks,
  options: FieldOptions,
  problem: string | undefined
): Record<string, string | undefined> {
  const id = fieldId(options.name)
  const help = options.help ?? hintOf(view, options.type)
  const ids = classes(help ? `${id}-help` : false, problem !== undefined && `${id}-problem`)
  return {
    'aria-describedby': ids || undefined,
    'aria-invalid': problem === undefined ? undefined : 'true'
  }
}

/** A group of fields under one legend. */
export function fieldset(options: { legend: string; help?: Content; body: Content }): Html {
  return html`<fieldset class="fieldset-group">
    <legend>${options.legend}</legend>
    ${options.help && html`<p class="field-help">${options.help}</p>`}${options.body}
  </fieldset>`
}

/** A value sent without being shown. */
export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`
}

/**
 * The problems at the head of a form, each with a link to its field.
 * @param still - The page does not begin there; otherwise the reader is taken to it.
 */
export function errorSummary(view: Speaks, problems: readonly FieldProblem[], still = false): Html {
  if (problems.length === 0) return raw('')
  const items = problems.map(
    (problem) =>
      html`<li><a href="#${fieldId(problem.pointer)}">${problem.text[view.lang]}</a></li>`
  )
  return html`<div class="error-summary" role="alert" tabindex="-1" ${attrs({ autofocus: !still })}>
    <h2>${messages.in(view.lang).errorSummary}</h2>
    <ul>
      ${items}
    </ul>
  </div>`
}
