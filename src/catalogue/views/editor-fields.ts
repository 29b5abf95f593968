import { formatDigits } from '../../kernel/persian/index.ts'
import {
  type FieldOptions,
  type Html,
  type View,
  disclosure,
  field as control,
  fieldset,
  html
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { CardField, FieldKind } from '../card-field.ts'
import { deskMessages } from '../messages-desk.ts'
import { type CardTexts, type TextInput, inputsOf } from '../read-card-texts.ts'

/** What the inputs of a card are drawn from. */
export interface ShownInputs {
  readonly view: View
  readonly texts: CardTexts
  readonly problems: readonly FieldProblem[]
}

const controlTypes: Record<Exclude<FieldKind, 'rows'>, FieldOptions['type']> = {
  text: 'text',
  bilingual: 'text',
  paragraphs: 'paragraph',
  integer: 'integer',
  'yes-no': 'yes-no',
  choice: 'choice',
  choices: 'choices',
  date: 'jalali-date',
  words: 'text',
  megabytes: 'text',
  'choice-lines': 'paragraph',
  limits: 'text'
}

/** The inputs of one field: two where it is written in both languages. */
export function fieldInputs(shown: ShownInputs, field: CardField, prefix = ''): Html {
  const inputs = inputsOf(field).map((input) =>
    control(shown.view, optionsOf(shown, input, prefix))
  )
  return inputs.length === 1
    ? html`${inputs}`
    : html`<div class="grid gap-x-6 gap-y-4 lg:col-span-2 lg:grid-cols-2">${inputs}</div>`
}

function optionsOf(shown: ShownInputs, input: TextInput, prefix: string): FieldOptions {
  const { view, texts, problems } = shown
  const { field } = input
  const name = `${prefix}${input.name}`
  const choices = Object.entries(field.options ?? {}).map(([value, text]) => ({
    value,
    text: text[view.lang]
  }))
  return {
    type: field.kind === 'rows' ? 'text' : controlTypes[field.kind],
    name,
    label: labelOf(view, input),
    value: typedValue(field, texts[name]),
    problems,
    ...(field.mandatory === undefined ? { required: false } : {}),
    ...(field.help ? { help: field.help[view.lang] } : {}),
    ...(choices.length > 0 ? { choices } : {}),
    ...(field.kind === 'paragraphs' || field.kind === 'choice-lines' ? { rows: 3 } : {}),
    attributes: { ...directionOf(input), required: undefined }
  }
}

function labelOf(view: View, { field, lang }: TextInput): string {
  const t = deskMessages.in(view.lang)
  const name = field.name[view.lang]
  if (lang === null) return name
  return `${name} (${lang === 'fa' ? t.persian : t.english})`
}

/** What is typed in the other language reads in its own direction, whatever the page's is. */
function directionOf({ field, lang }: TextInput): { dir?: string; lang?: string } {
  if (lang === 'fa') return { dir: 'rtl', lang: 'fa' }
  if (lang === 'en') return { dir: 'ltr', lang: 'en' }
  const isCode = field.kind === 'text' || field.kind === 'limits' || field.kind === 'megabytes'
  return isCode ? { dir: 'ltr' } : {}
}

function typedValue(
  field: CardField,
  typed: string | readonly string[] | undefined
): string | readonly string[] | undefined {
  if (field.kind !== 'choices') return typed
  return typeof typed === 'string' ? typed.split(/[,،]\s*/) : typed
}

const blankRows = 2

/** The rows of a list, and a few blank ones; each can be moved, or removed by emptying it. */
export function rowsInputs(shown: ShownInputs, field: CardField): Html {
  const { view, texts } = shown
  const t = deskMessages.in(view.lang)
  const count = rowCount(texts, field.path)
  const rows = Array.from({ length: count + blankRows }, (_, i) => {
    const title = i < count ? t.row(formatDigits(i + 1, view.lang)) : t.newRow
    const prefix = `${field.path}.${String(i)}.`
    return disclosure({
      open:
        i < count && shown.problems.some(({ pointer }) => pointer.startsWith(pointerOf(prefix))),
      summary: html`${title} <small>${rowTitle(view, texts, prefix)}</small>`,
      body: html`<div class="grid gap-x-6 gap-y-4 py-2 lg:grid-cols-2">
        ${(field.columns ?? []).map((column) => fieldInputs(shown, column, prefix))}
        ${control(view, {
          type: 'integer',
          name: `${prefix}position`,
          label: t.position,
          value: i < count ? String(i + 1) : '',
          required: false
        })}
      </div>`
    })
  })
  return html`<div class="lg:col-span-2">
    ${fieldset({ legend: field.name[view.lang], help: t.rowsHelp, body: rows })}
  </div>`
}

function pointerOf(prefix: string): string {
  return `/${prefix.replaceAll('.', '/')}`
}

function rowTitle(view: View, texts: CardTexts, prefix: string): string {
  for (const name of [`title.${view.lang}`, `label.${view.lang}`, `body.${view.lang}`, 'code']) {
    const text = texts[`${prefix}${name}`]
    if (typeof text === 'string' && text !== '') return text
  }
  return ''
}

function rowCount(texts: CardTexts, path: string): number {
  const numbers = Object.entries(texts).flatMap(([name, text]) => {
    const found = name.startsWith(`${path}.`) ? /^[0-9]+/.exec(name.slice(path.length + 1)) : null
    const isFilled = typeof text === 'string' ? text !== '' : text !== undefined
    return found && isFilled && !name.endsWith('.position') ? [Number(found[0]) + 1] : []
  })
  return Math.max(0, ...numbers)
}
