import { attrs, classes, html, type Html } from '../html.ts'
import { messages } from '../messages.ts'
import type { Speaks } from '../view.ts'
import {
  type Choice,
  fieldId,
  type FieldOptions,
  type FieldType,
  isRadioGroup
} from './field-options.ts'

type Attributes = Record<string, string | number | boolean | undefined>

interface InputKind {
  readonly type: string
  readonly inputmode?: 'numeric' | 'tel' | 'email'
  /** Codes and addresses are typed left to right. */
  readonly ltr?: boolean
  readonly autocomplete?: string
  readonly width?: 'short' | 'medium'
}

const inputs: Partial<Record<FieldType, InputKind>> = {
  text: { type: 'text' },
  search: { type: 'search' },
  integer: { type: 'text', inputmode: 'numeric', ltr: true, width: 'short' },
  money: { type: 'text', inputmode: 'numeric', ltr: true, width: 'medium' },
  'national-id': { type: 'text', inputmode: 'numeric', ltr: true, width: 'medium' },
  'legal-id': { type: 'text', inputmode: 'numeric', ltr: true, width: 'medium' },
  'postal-code': {
    type: 'text',
    inputmode: 'numeric',
    ltr: true,
    autocomplete: 'postal-code',
    width: 'medium'
  },
  mobile: { type: 'tel', inputmode: 'tel', ltr: true, autocomplete: 'tel', width: 'medium' },
  iban: { type: 'text', ltr: true },
  'jalali-date': { type: 'text', inputmode: 'numeric', ltr: true, width: 'medium' },
  'e-mail': { type: 'email', inputmode: 'email', ltr: true, autocomplete: 'email' }
}

/** The help that a kind of field has of itself. */
export function hintOf(view: Speaks, type: FieldType): string | undefined {
  const t = messages.in(view.lang)
  const hints: Partial<Record<FieldType, string>> = {
    'national-id': t.nationalIdHint,
    'legal-id': t.legalIdHint,
    'postal-code': t.postalCodeHint,
    mobile: t.mobileHint,
    iban: t.ibanHint,
    'jalali-date': t.jalaliHint
  }
  return hints[type]
}

type Control = (view: Speaks, options: FieldOptions, described: Attributes) => Html

const controls: Partial<Record<FieldType, Control>> = {
  paragraph: (_, options, described) => paragraph(options, described),
  choice: (view, options, described) =>
    isRadioGroup(options) ? boxes(options, 'radio') : list(view, options, described),
  choices: (_, options) => boxes(options, 'checkbox'),
  'yes-no': (view, options) => boxes({ ...options, choices: yesNo(view) }, 'radio'),
  checkbox: (_, options, described) => checkbox(options, described),
  file: (_, options, described) => file(options, described)
}

/** The input, list or boxes of a field, without its label. */
export function control(view: Speaks, options: FieldOptions, described: Attributes): Html {
  return (controls[options.type] ?? input)(view, options, described)
}

function common(options: FieldOptions, described: Attributes): Attributes {
  return {
    id: fieldId(options.name),
    name: options.name,
    required: options.required,
    maxlength: options.lengthMax,
    ...described,
    ...options.attributes
  }
}

function typed(options: FieldOptions): string | undefined {
  return typeof options.value === 'string' ? options.value : undefined
}

function input(view: Speaks, options: FieldOptions, described: Attributes): Html {
  const kind = inputs[options.type] ?? { type: 'text' }
  const width = options.width ?? kind.width
  const attributes = {
    type: kind.type,
    inputmode: kind.inputmode,
    dir: kind.ltr ? 'ltr' : undefined,
    class: classes('input', width && `input-${width}`),
    autocomplete: options.autocomplete ?? kind.autocomplete,
    value: typed(options),
    ...common(options, described)
  }
  const box = html`<input ${attrs(attributes)} />`
  return options.type === 'money'
    ? html`<div class="affixed">${box}<span>${messages.in(view.lang).rial}</span></div>`
    : box
}

function paragraph(options: FieldOptions, described: Attributes): Html {
  const attributes = { class: 'textarea', rows: options.rows ?? 5, ...common(options, described) }
  return html`<textarea ${attrs(attributes)}>${typed(options)}</textarea>`
}

function list(view: Speaks, options: FieldOptions, described: Attributes): Html {
  const entries = (options.choices ?? []).map(
    (choice) =>
      html`<option ${attrs({ value: choice.value, selected: choice.value === options.value })}>
        ${choice.text}
      </option>`
  )
  return html`<select ${attrs({ class: 'select', ...common(options, described) })}>
    <option value="">${messages.in(view.lang).choose}</option>
    ${entries}
  </select>`
}

function yesNo(view: Speaks): Choice[] {
  const t = messages.in(view.lang)
  return [
    { value: 'yes', text: t.yes },
    { value: 'no', text: t.no }
  ]
}

function boxes(options: FieldOptions, type: 'radio' | 'checkbox'): Html {
  const chosen = new Set(typeof options.value === 'string' ? [options.value] : options.value)
  const items = (options.choices ?? []).map((choice, i) => {
    const id = `${fieldId(options.name)}-${i + 1}`
    const attributes = {
      type,
      id,
      class: type,
      name: options.name,
      value: choice.value,
      checked: chosen.has(choice.value),
      required: type === 'radio' && options.required,
      'aria-describedby': choice.help === undefined ? undefined : `${id}-help`,
      ...options.attributes
    }
    return html`<div class="choice">
      <input ${attrs(attributes)} /><label for="${id}">${choice.text}</label>
      ${choice.help !== undefined && html`<p class="field-help" id="${id}-help">${choice.help}</p>`}
    </div>`
  })
  return html`<div class="${options.type === 'yes-no' ? 'choices choices-row' : 'choices'}">
    ${items}
  </div>`
}

function checkbox(options: FieldOptions, described: Attributes): Html {
  const value = typed(options)
  const checked = value !== undefined && value !== '' && value !== 'no'
  const attributes = { ...common(options, described), class: 'checkbox', value: 'yes', checked }
  return html`<input type="checkbox" ${attrs(attributes)} />`
}

function file(options: FieldOptions, described: Attributes): Html {
  const attributes = { class: 'file-input', accept: options.accept, ...common(options, described) }
  return html`<input type="file" ${attrs(attributes)} />`
}
