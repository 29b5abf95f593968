import { type ZipFault, zipEntries, zipFault } from './zip.ts'

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
export type FileFault = 'empty' | 'too-large' | 'type-refused' | 'lies-about-type' | ZipFault

/** What a file has to be. */
export interface ExpectedFile {
  readonly name: string
  readonly formats: readonly FileFormat[]
  readonly sizeBytesMax: number
}

/** A file that is what it has to be, or why it is not. */
export type JudgedFile =
  { readonly ok: true; readonly format: FileFormat } | { readonly ok: false; fault: FileFault }

/**
 * Judges a whole file by its bytes, and not by what its sender says: the check of the applicant's browser
 * before sealing, and of the unit after opening ("scanning at the unit"). One that packs others is unpacked.
 */
export async function judgeFile(content: Uint8Array, expected: ExpectedFile): Promise<JudgedFile> {
  if (content.length === 0) return { ok: false, fault: 'empty' }
  if (content.length > expected.sizeBytesMax) return { ok: false, fault: 'too-large' }
  const real = detectFormat(content)
  const told = formatOfName(expected.name)
  if (told !== undefined && told !== real) return { ok: false, fault: 'lies-about-type' }
  if (real === null || !expected.formats.includes(real)) return { ok: false, fault: 'type-refused' }
  if (!hasEnd(mediaTypes[real], content)) return { ok: false, fault: 'broken' }
  const fault = packed.includes(real) ? await zipFault(content) : null
  return fault === null ? { ok: true, format: real } : { ok: false, fault }
}

const packed: readonly FileFormat[] = ['docx', 'xlsx']

/** What a file is, found in its bytes; `null` for whatever no card asks for. */
export function detectFormat(content: Uint8Array): FileFormat | null {
  if (startsWith(content, ascii('%PDF-'))) return 'pdf'
  if (startsWith(content, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  return startsWith(content, [0x50, 0x4b, 0x03, 0x04]) ? officeFormat(content) : null
}

/** A ZIP is a document of an office by the parts that its central directory names. */
function officeFormat(zip: Uint8Array): FileFormat | null {
  const names = new Set(zipEntries(zip).map(({ name }) => name))
  if (!names.has('[Content_Types].xml')) return null
  if (names.has('word/document.xml')) return 'docx'
  return names.has('xl/workbook.xml') ? 'xlsx' : null
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
