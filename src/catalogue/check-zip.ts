import { inflateRawSync } from 'node:zlib'
import { type ZipEntry, packedPart, zipEntries } from '../kernel/files/index.ts'
import { badFile } from './import-refusals.ts'

const entriesMax = 300
const totalBytesMax = 60 * 1024 * 1024
/** Two letters reach column 702, and 5,000 rows are more than are taken: far enough to say so later. */
const columnLettersMax = 2
const rowNumberMax = 5000

/**
 * Opens every part of a zip file with a limit, before a reader that has none sees it: a file that
 * grows without end, that declares entities, or that is no whole zip is refused.
 * @throws {ImportRefusedError}
 */
export function checkZip(bytes: Buffer): void {
  const entries = zipEntries(bytes)
  if (entries.length === 0) throw broken()
  if (entries.length > entriesMax) throw tooLarge()
  let left = totalBytesMax
  for (const entry of entries) {
    const content = contentOf(bytes, entry, left)
    left -= content.length
    // The reader makes room for what the file says of itself.
    if (content.length !== entry.bytes) throw broken()
    refuseFarCells(content)
    if (/<!(?:DOCTYPE|ENTITY)/i.test(content.toString('latin1'))) {
      throw badFile(
        'entities',
        'این فایل تعریف‌هایی دارد که در یک صفحه گسترده معمولی نیست؛ آن را در برنامه صفحه گسترده دوباره ذخیره کنید.',
        'This file holds declarations that no ordinary spreadsheet has; save it again in your spreadsheet program.'
      )
    }
  }
}

/** The reader fills every cell up to the farthest one, however few are written. */
function refuseFarCells(content: Buffer): void {
  for (const [, letters = '', row = ''] of content
    .toString('latin1')
    .matchAll(/<c\b[^>]*?\br="([A-Za-z]+)([0-9]+)"/g)) {
    if (letters.length > columnLettersMax || Number(row) > rowNumberMax) {
      throw badFile(
        'too-many',
        'فایل حداکثر ۲۰۰۰ ردیف و ۲۰۰ ستون می‌تواند داشته باشد.',
        'The file can have 2,000 rows and 200 columns at most.'
      )
    }
  }
}

function contentOf(bytes: Buffer, entry: ZipEntry, left: number): Buffer {
  const packed = packedPart(bytes, entry)
  if (packed === null || entry.method === 'other') throw broken()
  if (entry.method === 'stored') {
    if (packed.length > left) throw tooLarge()
    return Buffer.from(packed.buffer, packed.byteOffset, packed.length)
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) })
  } catch (error) {
    const grown = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw grown ? tooLarge() : broken()
  }
}

function broken(): Error {
  return badFile(
    'broken',
    'این فایل XLSX ناقص یا خراب است؛ آن را دوباره ذخیره کنید و بفرستید.',
    'This XLSX file is broken or incomplete; save it again and send it.'
  )
}

function tooLarge(): Error {
  return badFile(
    'too-large',
    'این فایل پس از باز شدن بسیار بزرگ است.',
    'This file is far too large once it is opened.'
  )
}
