import {
  type FormDefinition,
  type FormField,
  type FormValues,
  sealedNames
} from '../../kernel/forms/index.ts'
import {
  formatDigits,
  formatJalaliDate,
  formatNumber,
  formatRial,
  jalaliToPlainDate,
  parseJalaliDate
} from '../../kernel/persian/index.ts'
import {
  type Content,
  html,
  type Html,
  type KeyValue,
  link,
  type Speaks
} from '../../platform/html/index.ts'
import { messages } from '../messages.ts'

/** The answers of a form, one line each, in the words of the form; with a way to change each. */
export function answerList(
  view: Speaks,
  form: FormDefinition,
  options: {
    readonly values: FormValues
    readonly changeAt?: (name: string) => string
    /** Of a sealed form: what stands for an answer that is not here. */
    readonly sealed?: string
  }
): KeyValue[] {
  const m = messages.in(view.lang)
  const { changeAt } = options
  const sealed = sealedNames(form)
  return form.fields.map((field) => {
    const key = field.label[view.lang]
    const value = sealed.has(field.name)
      ? html`<span data-sealed-answer="${field.name}" class="muted">${options.sealed}</span>`
      : shown(view, field, options.values[field.name])
    if (changeAt === undefined) return { key, value }
    const attributes = { 'aria-label': `${m.change}: ${key}` }
    const action = link(view, { href: changeAt(field.name), text: m.change, attributes })
    return { key, value, action }
  })
}

const codes = new Set<FormField['type']>([
  'national-id',
  'legal-id',
  'mobile',
  'postal-code',
  'iban',
  'e-mail'
])

function shown(view: Speaks, field: FormField, value: FormValues[string] | undefined): Content {
  const m = messages.in(view.lang)
  if (value === undefined) return html`<span class="muted">${m.notAnswered}</span>`
  if (typeof value === 'boolean') return value ? m.yes : m.no
  if (Array.isArray(value)) return listed(value.map((each) => choiceText(view, field, each)))
  if (typeof value === 'number') return numberText(view, field, value)
  if (field.type === 'choice') return choiceText(view, field, value)
  if (field.type === 'jalali-date') return dateText(view, value)
  if (field.type === 'paragraph')
    return html`<span class="whitespace-pre-line"><bdi>${value}</bdi></span>`
  if (codes.has(field.type)) return html`<bdi dir="ltr">${digitsIn(view, field, value)}</bdi>`
  return html`<bdi>${value}</bdi>`
}

function numberText(view: Speaks, field: FormField, value: number): string {
  return field.type === 'money' ? formatRial(value, view.lang) : formatNumber(value, view.lang)
}

/** An address or an account is a code of the world; a number of ours has the digits of the reader. */
function digitsIn(view: Speaks, field: FormField, value: string): string {
  const plain = field.type === 'mobile' ? value.replace(/^\+98/, '0') : value
  return field.type === 'e-mail' || field.type === 'iban' ? plain : formatDigits(plain, view.lang)
}

function choiceText(view: Speaks, field: FormField, value: string): string {
  if (field.type !== 'choice' && field.type !== 'choices') return value
  return field.choices.find((choice) => choice.value === value)?.label[view.lang] ?? value
}

function listed(items: readonly string[]): Html {
  return html`<ul class="list-disc ps-5">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}

function dateText(view: Speaks, value: string): string {
  const read = parseJalaliDate(value)
  if (!read.ok) return value
  return formatJalaliDate(jalaliToPlainDate(read.value), view.lang)
}
