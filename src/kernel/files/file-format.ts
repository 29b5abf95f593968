/** Formats that a card may ask for. */
export const fileFormats = ['pdf', 'jpeg', 'png', 'docx', 'xlsx'] as const
/** One of {@link fileFormats}. */
export type FileFormat = (typeof fileFormats)[number]

const byExtension: Readonly<Record<string, FileFormat>> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  docx: 'docx',
  xlsx: 'xlsx'
}

/** Media type of each format. */
export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}

/** The format that a name claims; `undefined` where it claims none of ours. */
export function formatOfName(name: string): FileFormat | undefined {
  const [, extension] = /\.([a-z0-9]{1,10})$/i.exec(name) ?? []
  return byExtension[extension?.toLowerCase() ?? '']
}

/** The format of a file by an extension as libraries give it. */
export function formatOfExtension(extension: string): FileFormat | undefined {
  return byExtension[extension]
}

// ISO 32000-1, annex H, note 18: readers look for the end of a PDF in its last 1,024 bytes.
/** How much of the end of a file {@link hasEnd} looks at, bytes. */
export const endBytes = 1024

/**
 * Whether a file's end is there; only a PDF can be asked.
 * @param last - The end of the file, {@link endBytes} at least, or the whole of it.
 */
export function hasEnd(mediaType: string, last: Uint8Array): boolean {
  return mediaType !== mediaTypes.pdf || indexOf(last.subarray(-endBytes), ascii('%%EOF')) !== -1
}

/** Why a file is not taken. */
export type FileFault = 'empty' | 'type-refused' | 'lies-about-type' | 'broken'

/**
 * Judges a whole file by its bytes, and not by what its sender says: the check of the applicant's browser
 * before sealing, and of the unit after opening ("scanning at the unit").
 */
export function judgeFile(
  content: Uint8Array,
  expected: { readonly name: string; readonly formats: readonly FileFormat[] }
): { readonly ok: true; readonly format: FileFormat } | { readonly ok: false; fault: FileFault } {
  if (content.length === 0) return { ok: false, fault: 'empty' }
  const real = detectFormat(content)
  const told = formatOfName(expected.name)
  if (told !== undefined && told !== real) return { ok: false, fault: 'lies-about-type' }
  if (real === null || !expected.formats.includes(real)) return { ok: false, fault: 'type-refused' }
  return hasEnd(mediaTypes[real], content)
    ? { ok: true, format: real }
    : { ok: false, fault: 'broken' }
}

/** What a file is, found in its bytes; `null` for whatever no card asks for. */
export function detectFormat(content: Uint8Array): FileFormat | null {
  if (startsWith(content, ascii('%PDF-'))) return 'pdf'
  if (startsWith(content, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  return startsWith(content, [0x50, 0x4b, 0x03, 0x04]) ? officeFormat(content) : null
}

/** A ZIP is a document of an office by the parts that its central directory names. */
function officeFormat(zip: Uint8Array): FileFormat | null {
  const names = new Set(zipNames(zip))
  if (!names.has('[Content_Types].xml')) return null
  if (names.has('word/document.xml')) return 'docx'
  return names.has('xl/workbook.xml') ? 'xlsx' : null
}

const endRecordBytes = 22
const commentBytesMax = 65_535
const entryBytes = 46
const entriesMax = 10_000

/**
 * The names in a ZIP's central directory (APPNOTE 4.3.12), from its end record.
 * @yields A name; nothing of a file that has no whole directory.
 */
function* zipNames(zip: Uint8Array): Generator<string> {
  const end = endRecord(zip)
  if (end === -1) return
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const count = Math.min(view.getUint16(end + 10, true), entriesMax)
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + entryBytes > zip.length || view.getUint32(at, true) !== 0x02014b50) return
    const nameBytes = view.getUint16(at + 28, true)
    yield new TextDecoder().decode(zip.subarray(at + entryBytes, at + entryBytes + nameBytes))
    at += entryBytes + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

function endRecord(zip: Uint8Array): number {
  const mark = [0x50, 0x4b, 0x05, 0x06]
  const last = zip.length - endRecordBytes
  for (let at = last; at >= Math.max(0, last - commentBytesMax); at--) {
    if (startsWith(zip.subarray(at, at + mark.length), mark)) return at
  }
  return -1
}

function startsWith(content: Uint8Array, mark: ArrayLike<number>): boolean {
  return content.length >= mark.length && Array.from(mark).every((byte, i) => content[i] === byte)
}

function indexOf(content: Uint8Array, mark: Uint8Array): number {
  for (let at = 0; at + mark.length <= content.length; at++) {
    if (startsWith(content.subarray(at, at + mark.length), mark)) return at
  }
  return -1
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
