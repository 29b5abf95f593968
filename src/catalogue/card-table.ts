import { toLatinDigits, toPersianDigits } from '../kernel/persian/index.ts'
import type { FieldProblem } from '../platform/index.ts'
import type { CardDraft } from './card.ts'
import type { CardField } from './card-field.ts'
import { cardFields } from './card-fields.ts'
import type { TableProblem } from './import-refusals.ts'
import { type CardTexts, inputsOf, readCardTexts, writeCardTexts } from './read-card-texts.ts'
import type { Table } from './read-table.ts'

/** Columns of a table of cards: one for each text; of a list, one cell with a line for each item. */
export const tableColumns: readonly string[] = [
  'code',
  'authority',
  ...cardFields.flatMap((field) =>
    field.kind === 'rows' ? [field.path] : inputsOf(field).map(({ name }) => name)
  )
]

/** One row of a table as a card in the making, with what could not be read in it. */
export interface CardRow {
  /** As a spreadsheet numbers it; the header is row 1. */
  readonly row: number
  readonly draft: CardDraft
  readonly problems: readonly TableProblem[]
}

const say = (code: string, fa: string, en: string) => ({ code: `import/${code}`, text: { fa, en } })

function inHeader(column: string, said: ReturnType<typeof say>): TableProblem {
  return { row: 1, column, ...said }
}

/** What is wrong with the names of the columns. */
export function headerProblems(
  header: readonly string[],
  defaults: { readonly authority?: string | undefined }
): TableProblem[] {
  const unknown = header.filter((name) => name !== '' && !tableColumns.includes(name))
  const twice = header.filter((name, i) => name !== '' && header.indexOf(name) !== i)
  const needed = ['code', ...(defaults.authority === undefined ? ['authority'] : [])]
  return [
    ...unknown.map((name) =>
      inHeader(
        name.slice(0, 60),
        say('unknown-column', 'چنین ستونی شناخته نیست.', 'There is no such column.')
      )
    ),
    ...twice.map((name) =>
      inHeader(
        name,
        say('column-twice', 'این ستون دو بار آمده است.', 'This column is there twice.')
      )
    ),
    ...needed
      .filter((name) => !header.includes(name))
      .map((name) =>
        inHeader(name, say('no-column', 'این ستون لازم است.', 'This column is needed.'))
      )
  ]
}

/** Reads the rows below the header; blank rows are left out. */
export function readCardRows(
  table: Table,
  defaults: { readonly authority?: string | undefined }
): CardRow[] {
  const [header = [], ...rows] = table
  return rows.flatMap((cells, i) => {
    if (cells.every((cell) => cell === '')) return []
    const byName = new Map(header.map((name, at) => [name, unguarded(cells[at] ?? '')]))
    const row = i + 2
    const authority = byName.get('authority') || (defaults.authority ?? '')
    const code = toLatinDigits(byName.get('code') ?? '')
    const read = readCardTexts({ code, authority }, textsOf(byName))
    const problems = read.problems.map((problem) => cellProblem(row, problem))
    return [
      { row, draft: read.draft, problems: [...shapeProblems(row, header, cells), ...problems] }
    ]
  })
}

/** A row that is longer than the header, and lines of lists with more parts than there are. */
function shapeProblems(
  row: number,
  header: readonly string[],
  cells: readonly string[]
): TableProblem[] {
  const isLoose = cells.slice(header.length).some((cell) => cell !== '')
  const long = header.filter((name, i) => {
    const parts = partsOf(name)
    return parts > 0 && linesOfCell(cells[i] ?? '').some((line) => line.split('|').length > parts)
  })
  return [
    ...(isLoose ? [{ row, column: null, ...looseCells }] : []),
    ...long.map((column) => ({
      row,
      column,
      ...say(
        'too-many-parts',
        `هر سطر این خانه حداکثر ${toPersianDigits(partsOf(column))} بخش با نشانه | دارد.`,
        `A line of this cell has at most ${String(partsOf(column))} parts, separated by |.`
      )
    }))
  ]
}

const looseCells = say(
  'extra-cells',
  'این ردیف از ردیف عنوان‌ها بلندتر است.',
  'This row is longer than the header.'
)

/** How many parts a line of a list's cell has; 0 for a cell that is no list. */
function partsOf(name: string): number {
  const field = cardFields.find((one) => one.kind === 'rows' && one.path === name)
  return (field?.columns ?? []).flatMap(inputsOf).length
}

function linesOfCell(cell: string): string[] {
  return cell.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
}

/** A problem of a card, at the cell that holds the value. */
export function cellProblem(row: number, { pointer, code, text }: FieldProblem): TableProblem {
  const path = pointer.slice(1).replaceAll('/', '.')
  const column = tableColumns.find((name) => path === name || path.startsWith(`${name}.`))
  return { row, column: column ?? path, code, text }
}

/** Lines of a list's cell as the texts of its rows: `code | title fa | title en | …`. */
function textsOf(cells: ReadonlyMap<string, string>): CardTexts {
  const texts: Record<string, string> = Object.fromEntries(cells)
  for (const field of cardFields) {
    const cell = cells.get(field.path)
    if (field.kind !== 'rows' || cell === undefined) continue
    delete texts[field.path]
    for (const [i, line] of linesOfCell(cell).entries())
      Object.assign(texts, lineTexts(field, i, line))
  }
  return texts
}

function lineTexts(field: CardField, i: number, line: string): Record<string, string> {
  const inputs = (field.columns ?? []).flatMap(inputsOf)
  const parts = line.split('|').map((part) => part.trim())
  return Object.fromEntries(
    parts.map((part, at) => [`${field.path}.${String(i)}.${inputs[at]?.name ?? ''}`, part])
  )
}

/** Cards as a table that {@link readCardRows} reads back. */
export function writeCardTable(drafts: readonly CardDraft[]): string[][] {
  return [
    [...tableColumns],
    ...drafts.map((draft) => {
      const texts = writeCardTexts(draft)
      const cell = (name: string): string => {
        const field = cardFields.find((one) => one.kind === 'rows' && one.path === name)
        return field ? linesOf(field, texts) : (texts[name] ?? '')
      }
      const own: Record<string, string> = { code: draft.code, authority: draft.authority }
      return tableColumns.map((name) => guarded(own[name] ?? cell(name)))
    })
  ]
}

function linesOf(field: CardField, texts: Readonly<Record<string, string>>): string {
  const inputs = (field.columns ?? []).flatMap(inputsOf)
  const lines: string[] = []
  for (let i = 0; ; i += 1) {
    const parts = inputs.map(({ name }) => texts[`${field.path}.${String(i)}.${name}`] ?? '')
    if (parts.every((part) => part === '')) return lines.join('\n')
    lines.push(parts.map((part) => part.replaceAll('\n', '; ').replaceAll('|', '/')).join(' | '))
  }
}

/** Spreadsheets run what begins with these signs; an apostrophe keeps it a text. */
const formula = /^[=+\-@\t\r]/

function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
}
