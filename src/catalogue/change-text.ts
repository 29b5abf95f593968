import { isDeepStrictEqual } from 'node:util'
import { plainLine } from '../kernel/notices/index.ts'
import { quoteChange } from '../kernel/notices/quote-change.ts'
import { formatDigits, formatNumber } from '../kernel/persian/index.ts'
import type { Json, Lang } from '../platform/index.ts'
import type { CardChange } from './card-changes.ts'
import type { CardField } from './card-field.ts'
import { cardFields } from './card-fields.ts'
import { valueAt } from './card-path.ts'
import { writeFieldText } from './card-texts.ts'
import type { PromisedTime, ServiceCard } from './card.ts'
import { changeTexts } from './messages-change.ts'
import { promisedTimeText } from './promised-time.ts'
import { dateInWords, namesOf } from './views/words.ts'

/**
 * One difference of two cards in one line of plain text: what changes, from what to what.
 * @param cards - The two cards; items of lists are named as they are called there.
 */
export function changeText(
  change: CardChange,
  cards: { readonly before: ServiceCard; readonly after: ServiceCard },
  lang: Lang
): string {
  const field = cardFields.find(
    ({ path }) => change.field === path || change.field.startsWith(`${path}.`)
  )
  if (field === undefined) return partsText(change.field, change, lang)
  if (field.path.endsWith('Time.amount')) return timeText(field, cards, lang)
  if (field.kind !== 'rows') return valueText(field, change, lang)
  return change.field === field.path ? orderText(field, cards, lang) : rowText(field, change, lang)
}

/** An amount of time says nothing without its unit, which may stand unchanged beside it. */
function timeText(
  field: CardField,
  cards: { readonly before: ServiceCard; readonly after: ServiceCard },
  lang: Lang
): string {
  const [path = ''] = field.path.split('.')
  const told = (card: ServiceCard): string => {
    const time = valueAt(card, path) as PromisedTime | undefined
    return time === undefined ? '' : promisedTimeText(time, lang)
  }
  return saidChange(field.name[lang], [told(cards.before), told(cards.after)], lang)
}

type Sides = Pick<CardChange, 'before' | 'after'>

function valueText(field: CardField, { before, after }: Sides, lang: Lang): string {
  const name = field.name[lang]
  const isText = field.kind === 'bilingual' || field.kind === 'paragraphs'
  if (!isText || before === null || after === null) {
    return saidChange(name, [words(field, before, lang), words(field, after, lang)], lang)
  }
  // Each language is quoted where it changed, so that both readers see all that changes.
  const t = changeTexts.in(lang)
  const changed = (['fa', 'en'] as const).filter(
    (one) => valueAt(before, one) !== valueAt(after, one)
  )
  return changed
    .map((one) => {
      const label = `${name} (${one === 'fa' ? t.inPersian : t.inEnglish})`
      return saidChange(label, [words(field, before, one), words(field, after, one)], lang)
    })
    .join(t.part)
}

function saidChange(name: string, [before, after]: [string, string], lang: Lang): string {
  const t = changeTexts.in(lang)
  const quoted = quoteChange(before, after)
  if (before === '') return t.set(name, quoted.after)
  return after === '' ? t.unset(name, quoted.before) : t.changed(name, quoted.before, quoted.after)
}

type Teller = (value: Json, field: CardField, lang: Lang) => string

const inLanguage: Teller = (value, _field, lang) => asText(valueAt(value, lang))
const asWritten: Teller = (value, { kind }) => writeFieldText(kind, value)

/** How a value of each kind is told; nothing is told of nothing. */
const tellers: Record<CardField['kind'], Teller> = {
  bilingual: inLanguage,
  paragraphs: inLanguage,
  'yes-no': (value, _field, lang) => changeTexts.in(lang)[value === true ? 'yes' : 'no'],
  // Years are names, not amounts.
  integer: (value, { path }, lang) =>
    (path.endsWith('.year') ? formatDigits : formatNumber)(Number(value), lang),
  choice: (value, { options }, lang) => namesOf(options ?? {}, [asText(value)], lang),
  choices: (value, { options }, lang) => namesOf(options ?? {}, listOf(value).map(asText), lang),
  date: (value, _field, lang) => dateInWords(asText(value), lang),
  // In both languages: one may have changed alone.
  'choice-lines': (value, _field, lang) =>
    listOf(value)
      .map((one) => {
        const [fa, en, code] = ['label.fa', 'label.en', 'value'].map((path) =>
          asText(valueAt(one, path))
        )
        return `${fa ?? ''} / ${en ?? ''} (${code ?? ''})`
      })
      .join(changeTexts.in(lang).comma),
  megabytes: (value, field, lang) => formatDigits(asWritten(value, field, lang), lang),
  // The limits of a row were written already, by the row.
  limits: (value) => asText(value),
  text: asWritten,
  words: asWritten,
  rows: asWritten
}

/** A value of a card as a reader is told it; blank for nothing. */
function words(field: CardField, value: Json, lang: Lang): string {
  return value === null ? '' : plainLine(tellers[field.kind](value, field, lang))
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Items that stayed and stand in another order now. */
function orderText(
  field: CardField,
  cards: { readonly before: ServiceCard; readonly after: ServiceCard },
  lang: Lang
): string {
  const t = changeTexts.in(lang)
  const names = (card: ServiceCard): string => {
    const rows = valueAt(card, field.path)
    return (Array.isArray(rows) ? (rows as Json[]) : [])
      .map((row) => itemName(row, lang))
      .join(t.comma)
  }
  // Quoted whole: where two items changed places is not seen in a part.
  return t.changed(`${field.name[lang]} (${t.order})`, names(cards.before), names(cards.after))
}

function itemName(row: Json, lang: Lang): string {
  const named = ['title', 'label', 'subject'].map((path) => asText(valueAt(row, `${path}.${lang}`)))
  const keys = ['code', 'name'].map((path) => asText(valueAt(row, path)))
  return [...named, ...keys].find((text) => text !== '') ?? ''
}

function rowText(field: CardField, { before, after }: Sides, lang: Lang): string {
  const t = changeTexts.in(lang)
  const name = field.name[lang]
  if (after === null) return t.removed(name, itemName(before, lang))
  if (before === null) return t.added(name, itemName(after, lang), partList(field, after, lang))
  const item = t.item(name, itemName(before, lang))
  const columns = (field.columns ?? []).flatMap((column) => {
    const sides = { before: partOf(column, before), after: partOf(column, after) }
    return isDeepStrictEqual(sides.before, sides.after) ? [] : [valueText(column, sides, lang)]
  })
  // What no column names still has to be told.
  return columns.length === 0
    ? partsText(item, { before, after }, lang)
    : `${item}: ${columns.join(t.part)}`
}

/** The value of one column of a row; limits are keys of the row itself. */
function partOf(column: CardField, row: Json): Json {
  if (column.kind === 'limits') return writeFieldText('limits', row)
  const value = valueAt(row, column.path)
  return value === undefined ? null : (value as Json)
}

function partList(field: CardField, row: Json, lang: Lang): string {
  const t = changeTexts.in(lang)
  return (field.columns ?? [])
    .map((column) => ({ column, text: words(column, partOf(column, row), lang) }))
    .filter(({ text }) => text !== '')
    .map(({ column, text }) => `${column.name[lang]}: ${quoteChange('', text).after}`)
    .join(t.part)
}

/** A part that is no field of the card, key by key, as the card's data spells it. */
function partsText(name: string, { before, after }: Sides, lang: Lang): string {
  const t = changeTexts.in(lang)
  const keys = [before, after].flatMap((side) =>
    typeof side === 'object' && side !== null ? Object.keys(side) : []
  )
  if (keys.length === 0) return t.changed(name, JSON.stringify(before), JSON.stringify(after))
  return [...new Set(keys)]
    .map((key) => ({ key, before: valueAt(before, key), after: valueAt(after, key) }))
    .filter((one) => !isDeepStrictEqual(one.before, one.after))
    .map((one) => {
      const { before: old, after: now } = quoteChange(data(one.before), data(one.after))
      return t.changed(`${name}${t.comma}${one.key}`, old, now)
    })
    .join(t.part)
}

function data(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value)
}
