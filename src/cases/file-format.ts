import type { FileTypeResult } from 'file-type'
import type { CardDocument } from '../catalogue/index.ts'
import { UploadRefusedError } from './refusals.ts'

type Format = CardDocument['formats'][number]

const byExtension: Readonly<Record<string, Format>> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  docx: 'docx',
  xlsx: 'xlsx'
}
const nameLengthMax = 150

/**
 * The media type of a file, found in its bytes and not in what its sender says.
 * @param content - The whole file, or the pieces of it in order; only as much is read as is needed.
 * @throws {UploadRefusedError} `type-refused`: not a format that the card takes; `lies-about-type`: the
 * name says one format, the bytes are another or none.
 */
export async function checkFormat(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  expected: { name: string; formats: readonly Format[] }
): Promise<string> {
  const found = await detect(content)
  const [told, real] = [formatOfName(expected.name), byExtension[found?.ext ?? '']]
  if (told !== undefined && told !== real) throw new UploadRefusedError('lies-about-type')
  if (found === undefined || real === undefined || !expected.formats.includes(real)) {
    throw new UploadRefusedError('type-refused')
  }
  return found.mime
}

// ISO 32000-1, annex H, note 18: readers look for the end of a PDF in its last 1,024 bytes.
const pdfEndBytes = 1024

/**
 * Refuses a PDF whose end is not there: it was cut off on its way, or is no more than a beginning.
 * @param last - The end of the file, of {@link lastBytes} at least, or the whole of it.
 * @throws {UploadRefusedError} `broken`.
 */
export function demandEnd(mediaType: string, last: Uint8Array): void {
  if (mediaType !== 'application/pdf') return
  if (!Buffer.from(last.subarray(-pdfEndBytes)).includes('%%EOF')) {
    throw new UploadRefusedError('broken')
  }
}

/** The end of a file that is read piece by piece, as much of it as {@link demandEnd} looks at. */
export function lastBytes(before: Uint8Array, piece: Uint8Array): Uint8Array {
  return piece.length >= pdfEndBytes
    ? piece.subarray(-pdfEndBytes)
    : Buffer.concat([before, piece]).subarray(-pdfEndBytes)
}

async function detect(
  content: Uint8Array | AsyncIterable<Uint8Array>
): Promise<FileTypeResult | undefined> {
  // Loaded with the first file: it knows many formats, and most requests bring none.
  const { fileTypeFromBuffer, fileTypeFromStream } = await import('file-type')
  try {
    return content instanceof Uint8Array
      ? await fileTypeFromBuffer(content)
      : await fileTypeFromStream(ReadableStream.from(content))
  } catch {
    // A file that breaks off inside its own header has no type.
    return undefined
  }
}

function formatOfName(name: string): Format | undefined {
  const [, extension] = /\.([a-z0-9]{1,10})$/i.exec(name) ?? []
  return byExtension[extension?.toLowerCase() ?? '']
}

/**
 * A file's name fit to be shown and saved: without folders, and without invisible characters that
 * would make `gpj.exe` read `exe.jpg`.
 */
export function cleanFileName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/(?!\u200c)\p{C}|[\u2028\u2029"<>|:*?]/gu, '').trim()
  if (plain.length <= nameLengthMax) return plain === '' ? 'document' : plain
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? ''
  return plain.slice(0, nameLengthMax - extension.length) + extension
}
