import { toLatinDigits } from '../kernel/persian/index.ts'
import type { FieldProblem } from '../platform/index.ts'
import type { CardDraft } from './card.ts'
import type { CardField } from './card-field.ts'
import { cardFields } from './card-fields.ts'
import { putAt, valueAt } from './card-path.ts'
import { readFieldText, writeFieldText } from './card-texts.ts'

/** Texts by the name of their input: `title.fa`, `steps.0.unit`; a list for several choices. */
export type CardTexts = Readonly<Record<string, string | readonly string[] | undefined>>

/** The card that the texts say, as far as they could be read, and what could not. */
export interface ReadCard {
  readonly draft: CardDraft
  readonly problems: readonly FieldProblem[]
}

/** One text of a field: a field in two languages has two. */
export interface TextInput {
  readonly name: string
  readonly field: CardField
  readonly lang: 'fa' | 'en' | null
}

/** The texts that a field is typed as. */
export function inputsOf(field: CardField): TextInput[] {
  if (field.kind !== 'bilingual' && field.kind !== 'paragraphs') {
    return [{ name: field.path, field, lang: null }]
  }
  return (['fa', 'en'] as const).map((lang) => ({ name: `${field.path}.${lang}`, field, lang }))
}

const rowsMax = 60

/**
 * Reads a whole card from the texts of its inputs. Rows are numbered from 0 in their names; a row
 * whose texts are all blank is left out; `<rows>.<n>.position` moves a row.
 */
export function readCardTexts(
  card: { readonly code: string; readonly authority: string },
  texts: CardTexts
): ReadCard {
  const problems: FieldProblem[] = []
  const draft: Record<string, unknown> = { code: card.code, authority: card.authority }
  for (const field of cardFields) {
    if (field.kind === 'rows') {
      const { rows, wrong } = readRows(field, texts)
      putAt(draft, field.path, rows)
      problems.push(...wrong)
    } else problems.push(...readInto(draft, field, { texts, prefix: '' }))
  }
  return { draft: draft as CardDraft, problems }
}

function readInto(
  holder: Record<string, unknown>,
  field: CardField,
  from: { texts: CardTexts; prefix: string }
): FieldProblem[] {
  return inputsOf(field).flatMap(({ name }) => {
    const typed = textAt(from.texts, from.prefix + name)
    if (typed === '') return []
    const read = readFieldText(field, typed)
    if (!read.ok) {
      const pointer = `/${(from.prefix + name).replaceAll('.', '/')}`
      return [{ pointer, code: read.code, text: read.text }]
    }
    // Limits are keys of the row itself, beside its name and type.
    if (field.kind === 'limits') Object.assign(holder, read.value)
    else putAt(holder, name, read.value)
    return []
  })
}

function textAt(texts: CardTexts, name: string): string {
  const typed = Object.hasOwn(texts, name) ? texts[name] : undefined
  return (typeof typed === 'string' ? typed : (typed ?? []).join(',')).trim()
}

function readRows(field: CardField, texts: CardTexts): { rows: unknown[]; wrong: FieldProblem[] } {
  const found: { position: number; row: Record<string, unknown>; wrong: FieldProblem[] }[] = []
  for (let i = 0; i < rowsMax; i += 1) {
    const prefix = `${field.path}.${String(i)}.`
    const row: Record<string, unknown> = {}
    const wrong = (field.columns ?? []).flatMap((column) =>
      readInto(row, column, { texts, prefix })
    )
    if (Object.keys(row).length === 0 && wrong.length === 0) continue
    const position = Number(toLatinDigits(textAt(texts, `${prefix}position`)) || i + 1)
    found.push({ position: Number.isFinite(position) ? position : i + 1, row, wrong })
  }
  return {
    rows: found.toSorted((a, b) => a.position - b.position).map(({ row }) => row),
    wrong: found.flatMap(({ wrong }) => wrong)
  }
}

/** The texts of a card: what the editor shows and a spreadsheet holds. */
export function writeCardTexts(draft: CardDraft): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const field of cardFields) {
    if (field.kind !== 'rows') writeFrom(texts, field, { holder: draft, prefix: '' })
    else {
      const rows = valueAt(draft, field.path)
      for (const [i, holder] of (Array.isArray(rows) ? rows : []).entries()) {
        for (const column of field.columns ?? []) {
          writeFrom(texts, column, { holder, prefix: `${field.path}.${String(i)}.` })
        }
      }
    }
  }
  return texts
}

function writeFrom(
  texts: Record<string, string>,
  field: CardField,
  from: { holder: unknown; prefix: string }
): void {
  for (const { name } of inputsOf(field)) {
    const value = field.kind === 'limits' ? from.holder : valueAt(from.holder, name)
    const text = writeFieldText(field.kind, value)
    if (text !== '') texts[from.prefix + name] = text
  }
}
