import { inflateRawSync } from 'node:zlib'
import { badFile } from './import-refusals.ts'

const entriesMax = 300
const totalBytesMax = 60 * 1024 * 1024
/** Two letters reach column 702, and 5,000 rows are more than are taken: far enough to say so later. */
const columnLettersMax = 2
const rowNumberMax = 5000
const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const storedMethod = 0
const deflateMethod = 8

interface Entry {
  readonly method: number
  readonly start: number
  readonly compressedBytes: number
  readonly sizeBytes: number
}

/**
 * Opens every part of a zip file with a limit, before a reader that has none sees it: a file that
 * grows without end, that declares entities, or that is no whole zip is refused.
 * @throws {ImportRefusedError}
 */
export function checkZip(bytes: Buffer): void {
  let left = totalBytesMax
  for (const entry of entriesOf(bytes)) {
    const content = contentOf(bytes, entry, left)
    left -= content.length
    // The reader makes room for what the file says of itself.
    if (content.length !== entry.sizeBytes) throw broken()
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

function contentOf(bytes: Buffer, entry: Entry, left: number): Buffer {
  const compressed = bytes.subarray(entry.start, entry.start + entry.compressedBytes)
  if (compressed.length !== entry.compressedBytes) throw broken()
  if (entry.method === storedMethod) {
    if (compressed.length > left) throw tooLarge()
    return compressed
  }
  if (entry.method !== deflateMethod) throw broken()
  try {
    return inflateRawSync(compressed, { maxOutputLength: Math.max(left, 1) })
  } catch (error) {
    const grown = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw grown ? tooLarge() : broken()
  }
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature) throw broken()
  const count = bytes.readUInt16LE(end + 10)
  if (count > entriesMax) throw tooLarge()
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw broken()
    const local = bytes.readUInt32LE(at + 42)
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== localSignature) throw broken()
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      compressedBytes: bytes.readUInt32LE(at + 20),
      sizeBytes: bytes.readUInt32LE(at + 24),
      start: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    })
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
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
