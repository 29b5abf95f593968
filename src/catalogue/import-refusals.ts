import { toPersianDigits } from '../kernel/persian/index.ts'
import { type FieldProblem, Refusal } from '../platform/index.ts'

/** Something wrong in one place of a table file. */
export interface TableProblem {
  /** Row as a spreadsheet numbers it: the header is row 1. `null`: the file as a whole. */
  readonly row: number | null
  /** Name in the header, or `null` for the whole row. */
  readonly column: string | null
  readonly code: string
  readonly text: { readonly fa: string; readonly en: string }
}

/** A table file was not taken, and nothing of it was. Every problem names its row and column. */
export class ImportRefusedError extends Refusal {
  readonly code = 'import/refused'
  override readonly status = 422
  readonly problems: readonly TableProblem[]
  constructor(problems: readonly TableProblem[]) {
    super(
      {
        fa: 'این فایل پذیرفته نشد و هیچ بخشی از آن ثبت نشد. موارد زیر را درست کنید و دوباره بفرستید.',
        en: 'This file was not taken, and nothing of it was. Correct what is listed and send it again.'
      },
      { fields: problems.map(fieldOf) }
    )
    this.problems = problems
  }
}

function fieldOf(problem: TableProblem): FieldProblem {
  const { row, column, code, text } = problem
  const at = [row, column].filter((part) => part !== null).map(String)
  return {
    pointer: at.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    code,
    text: { fa: `${place(problem).fa}${text.fa}`, en: `${place(problem).en}${text.en}` }
  }
}

function place({ row, column }: TableProblem): { fa: string; en: string } {
  if (row === null) return { fa: '', en: '' }
  if (column === null) {
    return { fa: `ردیف ${toPersianDigits(row)}: `, en: `Row ${String(row)}: ` }
  }
  return {
    fa: `ردیف ${toPersianDigits(row)}، ستون «${column}»: `,
    en: `Row ${String(row)}, column "${column}": `
  }
}

/** A file that cannot be read at all. */
export function badFile(code: string, fa: string, en: string): ImportRefusedError {
  return new ImportRefusedError([
    { row: null, column: null, code: `import/${code}`, text: { fa, en } }
  ])
}
