import type { FieldProblem } from '../platform/index.ts'
import type { CardDraft } from './card.ts'
import type { CardField, FieldKind } from './card-field.ts'
import { cardFields } from './card-fields.ts'
import { valueAt } from './card-path.ts'
import { inputsOf } from './read-card-texts.ts'

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 8000
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 100 && value.every(isText)

const kinds: Record<Exclude<FieldKind, 'rows' | 'limits'>, (value: unknown) => boolean> = {
  text: isText,
  bilingual: isText,
  paragraphs: isText,
  integer: isNumber,
  'yes-no': (value) => typeof value === 'boolean',
  choice: isText,
  choices: isTexts,
  date: isText,
  words: isTexts,
  megabytes: isNumber,
  'choice-lines': (value) => Array.isArray(value) && value.every(isChoice)
}

function isChoice(value: unknown): boolean {
  return isText(valueAt(value, 'value')) && typeof valueAt(value, 'label') === 'object'
}

const rowsMax = 60

/**
 * Values of a draft that are of another kind than their field, so that no page could show them. A
 * draft may be unfinished and wrong, but not of another shape.
 */
export function draftProblems(draft: CardDraft): FieldProblem[] {
  return cardFields.flatMap((field) => {
    if (field.kind !== 'rows') return problemsIn(field, draft, '')
    const rows = valueAt(draft, field.path)
    if (rows === undefined || rows === null) return []
    if (!Array.isArray(rows) || rows.length > rowsMax) return [wrongKind(field.path)]
    return rows.flatMap((row: unknown, i) => {
      const prefix = `${field.path}.${String(i)}.`
      if (typeof row !== 'object' || row === null) return [wrongKind(prefix.slice(0, -1))]
      return (field.columns ?? []).flatMap((column) => problemsIn(column, row, prefix))
    })
  })
}

function problemsIn(field: CardField, holder: unknown, prefix: string): FieldProblem[] {
  const { kind } = field
  if (kind === 'rows' || kind === 'limits') return []
  return inputsOf(field).flatMap(({ name }) => {
    const value = valueAt(holder, name)
    return value === undefined || value === null || kinds[kind](value)
      ? []
      : [wrongKind(`${prefix}${name}`)]
  })
}

function wrongKind(path: string): FieldProblem {
  return {
    pointer: `/${path.replaceAll('.', '/')}`,
    code: 'card/kind',
    text: {
      fa: 'نوع این مقدار درست نیست یا بیش از اندازه بلند است.',
      en: 'This value is of another kind, or far too long.'
    }
  }
}
