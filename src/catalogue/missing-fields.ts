import type { Bilingual, FieldProblem } from '../platform/index.ts'
import { toPersianDigits } from '../kernel/persian/index.ts'
import type { CardDraft } from './card.ts'
import type { CardField } from './card-field.ts'
import { cardFields } from './card-fields.ts'
import { isBlank, valueAt } from './card-path.ts'

/** A mandatory field of a card that is still empty. */
export interface MissingField {
  /** JSON pointer into the card: `/steps/0/title/en`. */
  readonly pointer: string
  /** The field of the card that it belongs to: `steps`. */
  readonly field: string
  readonly name: Bilingual
}

/**
 * The mandatory fields that are empty, in the order of the card; both languages of a text are
 * mandatory. An empty answer means that the card is complete, not that every value is right.
 */
export function missingFields(draft: CardDraft): MissingField[] {
  return cardFields.flatMap((field) =>
    field.kind === 'rows' ? missingRows(field, draft) : missingIn(field, draft, draft)
  )
}

function missingRows(field: CardField, draft: CardDraft): MissingField[] {
  const rows = valueAt(draft, field.path)
  if (!Array.isArray(rows) || rows.length === 0) {
    return field.mandatory === true ? [missingAt(field, field.path, field.name)] : []
  }
  return rows.flatMap((row: unknown, i) =>
    (field.columns ?? []).flatMap((column) =>
      missingIn(column, row, draft).map((found) => ({
        pointer: `${pointerOf(field.path)}/${String(i)}${found.pointer}`,
        field: field.path,
        name: {
          fa: `${field.name.fa}، ردیف ${toPersianDigits(i + 1)}: ${found.name.fa}`,
          en: `${field.name.en}, row ${String(i + 1)}: ${found.name.en}`
        }
      }))
    )
  )
}

function missingIn(field: CardField, holder: unknown, draft: CardDraft): MissingField[] {
  const needed = typeof field.mandatory === 'function' ? field.mandatory(draft) : field.mandatory
  const isPair = field.kind === 'bilingual' || field.kind === 'paragraphs'
  // Half of a text is as missing as none, also where the field may be left out.
  const begun = isPair && !isBlank(Object.values(valueAt(holder, field.path) ?? {}).join(''))
  if (needed !== true && !begun) return []
  if (!isPair) {
    return isBlank(valueAt(holder, field.path)) ? [missingAt(field, field.path, field.name)] : []
  }
  return (['fa', 'en'] as const)
    .filter((lang) => isBlank(valueAt(holder, `${field.path}.${lang}`)))
    .map((lang) => missingAt(field, `${field.path}.${lang}`, inLanguage(field.name, lang)))
}

function inLanguage(name: Bilingual, lang: 'fa' | 'en'): Bilingual {
  return lang === 'fa'
    ? { fa: `${name.fa} (فارسی)`, en: `${name.en} (Persian)` }
    : { fa: `${name.fa} (انگلیسی)`, en: `${name.en} (English)` }
}

function missingAt(field: CardField, path: string, name: Bilingual): MissingField {
  return { pointer: pointerOf(path), field: field.path, name }
}

function pointerOf(path: string): string {
  return `/${path.replaceAll('.', '/')}`
}

/** The missing fields as problems of a form, each beside its field. */
export function missingProblems(missing: readonly MissingField[]): FieldProblem[] {
  return missing.map(({ pointer, name }) => ({
    pointer,
    code: 'card/missing-field',
    text: { fa: `«${name.fa}» خالی است.`, en: `"${name.en}" is empty.` }
  }))
}
