import type { FileTypeResult } from 'file-type'
import type { CardDocument } from '../catalogue/index.ts'
import { endBytes, formatOfExtension, formatOfName, hasEnd } from '../kernel/files/index.ts'
import { UploadRefusedError } from './refusals.ts'

export { cleanFileName } from '../kernel/files/index.ts'

type Format = CardDocument['formats'][number]

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
  const [told, real] = [formatOfName(expected.name), formatOfExtension(found?.ext ?? '')]
  if (told !== undefined && told !== real) throw new UploadRefusedError('lies-about-type')
  if (found === undefined || real === undefined || !expected.formats.includes(real)) {
    throw new UploadRefusedError('type-refused')
  }
  return found.mime
}

/**
 * Refuses a PDF whose end is not there: it was cut off on its way, or is no more than a beginning.
 * @param last - The end of the file, of {@link lastBytes} at least, or the whole of it.
 * @throws {UploadRefusedError} `broken`.
 */
export function demandEnd(mediaType: string, last: Uint8Array): void {
  if (!hasEnd(mediaType, last)) throw new UploadRefusedError('broken')
}

/** The end of a file that is read piece by piece, as much of it as {@link demandEnd} looks at. */
export function lastBytes(before: Uint8Array, piece: Uint8Array): Uint8Array {
  return piece.length >= endBytes
    ? piece.subarray(-endBytes)
    : Buffer.concat([before, piece]).subarray(-endBytes)
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
