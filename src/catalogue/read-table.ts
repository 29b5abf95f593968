import { toPersianDigits } from '../kernel/persian/index.ts'
import { checkZip } from './check-zip.ts'
import { badFile } from './import-refusals.ts'

/** A table as texts, the header first; blank cells are empty texts. */
export type Table = readonly (readonly string[])[]

/** A file as it was sent. */
export interface TableFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Largest file that is read, in bytes. */
export const tableBytesMax = 5 * 1024 * 1024
const rowsMax = 2001
const columnsMax = 200

/**
 * Reads a CSV (UTF-8; comma, semicolon or tab) or the first sheet of an XLSX file.
 * @throws {ImportRefusedError} For a file that is too large, empty, broken, or not what its name says.
 */
export async function readTable(file: TableFile): Promise<Table> {
  if (file.bytes.length > tableBytesMax) {
    throw badFile('too-large', 'فایل از ۵ مگابایت بزرگ‌تر است.', 'The file is larger than 5 MB.')
  }
  const isZip = file.bytes.subarray(0, 2).toString('latin1') === 'PK'
  const rows = await rowsOf(file, isZip)
  const table = rows.map((row) => row.map((cell) => cell.trim()))
  const used = table.findLastIndex((row) => row.some((cell) => cell !== ''))
  if (used < 1) {
    throw badFile(
      'empty',
      'فایل خالی است: یک ردیف عنوان و دست‌کم یک ردیف داده لازم است.',
      'The file is empty: it needs a header and at least one row of data.'
    )
  }
  if (used >= rowsMax || table.some((row) => row.length > columnsMax)) {
    throw badFile(
      'too-many',
      'فایل حداکثر ۲۰۰۰ ردیف و ۲۰۰ ستون می‌تواند داشته باشد.',
      'The file can have 2,000 rows and 200 columns at most.'
    )
  }
  return table.slice(0, used + 1)
}

async function rowsOf(file: TableFile, isZip: boolean): Promise<string[][]> {
  const extension = /\.(csv|xlsx)$/i.exec(file.name)?.[1]?.toLowerCase()
  if (extension === undefined) {
    throw badFile(
      'kind',
      'تنها فایل CSV یا XLSX پذیرفته است.',
      'Only a CSV or an XLSX file is taken.'
    )
  }
  if ((extension === 'xlsx') !== isZip) {
    throw badFile(
      'not-its-name',
      `محتوای این فایل با پسوند آن (${extension}) نمی‌خواند.`,
      `The content of this file is not what its name (.${extension}) says.`
    )
  }
  return isZip ? readXlsx(file.bytes) : readCsv(file.bytes)
}

async function readXlsx(bytes: Buffer): Promise<string[][]> {
  checkZip(bytes)
  // Loaded with the first table: spreadsheets are read once in a long while.
  const { readSheet } = await import('read-excel-file/node')
  try {
    // Numbers stay as the file writes them: a code of thirteen digits must not be rounded.
    const options = { parseNumber: (text: string) => text }
    const rows: readonly (readonly unknown[])[] = await readSheet<string>(bytes, 1, options)
    return rows.map((row) => row.map(cellText))
  } catch (cause) {
    const refusal = badFile(
      'broken',
      'این فایل XLSX خوانده نمی‌شود؛ آن را دوباره ذخیره کنید و بفرستید.',
      'This XLSX file cannot be read; save it again and send it.'
    )
    throw Object.assign(refusal, { cause })
  }
}

/** A date cell becomes its ISO day: the reader of Jalali dates then says what would be right. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  if (typeof cell === 'string') return cell
  return typeof cell === 'object' ? JSON.stringify(cell).slice(1, 11) : ''
}

async function readCsv(bytes: Buffer): Promise<string[][]> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badFile(
      'encoding',
      'فایل CSV باید با کدگذاری UTF-8 ذخیره شود.',
      'The CSV file has to be saved as UTF-8.'
    )
  }
  const { parse } = await import('csv-parse/sync')
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, bom: true })
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1
    throw badFile(
      'broken',
      `ساختار CSV نزدیک سطر ${toPersianDigits(line)} درست نیست؛ شاید گیومه‌ای بسته نشده است.`,
      `The CSV is not well formed near line ${String(line)}; perhaps a quote is not closed.`
    )
  }
}

/** Spreadsheet programs separate by what their region does: whichever stands most in the header. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ','
}
