import { type Result, failed, fromUtf8, sameBytes, toBase64, value } from '../tlog/index.ts'
import { mayBecomeHeader, ageVersionLine } from './age-header.ts'
import { letterMagic, letterNoteBytesMax } from './content.ts'
import { type LetterHeader, letterLimits } from './letter.ts'
import { type OpenFault, type OpenedLetter, headerFault, sealedBytesMax } from './open-letter.ts'
import { paddedLength } from './padding.ts'
import { type PieceReader, pieceReader } from './piece-reader.ts'
import { portableSealPrimitives } from './portable-primitives.ts'
import { type ContentFault, isZero, parseHeader } from './read-content.ts'
import {
  DamagedFileError,
  type Pieces,
  type RunningHash,
  type SealPrimitives
} from './seal-primitives.ts'

/** Who opens, and where attachments go. */
export interface Opening {
  readonly identity: string
  /** Told once, before any attachment. */
  begin?(header: LetterHeader): void | Promise<void>
  /**
   * A piece of an attachment, by its place in the header. Until the letter is opened and its sender judged,
   * nothing that was handed on is to be shown or kept: throw it away where the result is not ok.
   */
  write(attachment: number, piece: Uint8Array): void | Promise<void>
}

/** A letter whose attachments went elsewhere. */
export type StreamedLetter = Omit<OpenedLetter, 'attachments'>

/**
 * As `openLetter`, of a file that is read piece by piece and is not armoured, holding no attachment in memory.
 * @throws What reading the file or writing an attachment throws.
 */
export async function openStream(
  file: Pieces,
  to: Opening,
  primitives: SealPrimitives = portableSealPrimitives
): Promise<Result<StreamedLetter, OpenFault>> {
  const recipient = await primitives.recipientOf(to.identity)
  if (recipient === null) return failed('identity-invalid')
  const source = watchedSource(file)
  try {
    const start = await startOf(source.pieces)
    if (!start.ok) return start
    const plain = await primitives.decryptStream(start.value, to.identity)
    if (!plain.ok) return plain
    const letter = await readLetter(pieceReader(plain.value), to, primitives)
    return letter.ok ? value({ ...letter.value, recipient }) : letter
  } catch (error) {
    if (source.tooLarge()) return failed('letter-too-large')
    if (error instanceof DamagedFileError && source.fault() === null) return failed('age-damaged')
    throw source.fault() ?? error
  }
}

/** Keeps apart what the source throws from what damage in it makes others throw. */
function watchedSource(file: Pieces) {
  let fault: unknown = null
  let bytes = 0
  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of file) {
        bytes += piece.length
        if (bytes > sealedBytesMax) throw new DamagedFileError('the file is too large')
        yield piece
      }
    } catch (error) {
      if (bytes <= sealedBytesMax) fault = error
      throw error
    }
  }
  return { pieces: pieces(), fault: () => fault, tooLarge: () => bytes > sealedBytesMax }
}

/** The file again, its head looked at. */
async function startOf(pieces: AsyncGenerator<Uint8Array>): Promise<Result<Pieces, OpenFault>> {
  let start = new Uint8Array()
  for (let ended = false; !ended && mayBecomeHeader(start);) {
    const next = await pieces.next()
    if (next.done === true) ended = true
    else start = joined(start, next.value)
  }
  const isAge = fromUtf8(start.subarray(0, ageVersionLine.length)) === ageVersionLine
  const fault = isAge ? headerFault(start) : 'age-form'
  if (fault !== null) {
    await pieces.return(undefined)
    return failed(fault)
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    yield start
    yield* pieces
  }
  return value(again())
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

async function readLetter(
  reader: PieceReader,
  to: Opening,
  primitives: SealPrimitives
): Promise<Result<Omit<StreamedLetter, 'recipient'>, ContentFault>> {
  const magic = await reader.take(letterMagic.length)
  if (magic === null || !sameBytes(magic, letterMagic)) return failed('not-a-letter')
  const noteBytes = await takeSized(reader, letterNoteBytesMax)
  if (!noteBytes.ok) return noteBytes
  const headerBytes = await takeSized(reader, letterLimits.headerBytes)
  if (!headerBytes.ok) return headerBytes
  const note = fromUtf8(noteBytes.value.bytes)
  const header = parseHeader(headerBytes.value.bytes)
  if (note === null || header === null) return failed('letter-header-invalid')
  const running = primitives.runningHash()
  running.update(headerBytes.value.length)
  running.update(headerBytes.value.bytes)
  await to.begin?.(header)
  const body = await readParts(reader, { header, running, to, primitives })
  if (!body.ok) return body
  const contentBytes = 4 + headerBytes.value.bytes.length + body.value.bytes
  const end = letterMagic.length + 4 + noteBytes.value.bytes.length + contentBytes
  if (!(await isPaddingFrom(end, reader))) return failed('letter-padding-invalid')
  return value({ header, body: body.value.text, note, contentHash: running.digest() })
}

async function takeSized(
  reader: PieceReader,
  bytesMax: number
): Promise<
  Result<{ length: Uint8Array; bytes: Uint8Array }, 'letter-truncated' | 'letter-header-invalid'>
> {
  const length = await reader.take(4)
  if (length === null) return failed('letter-truncated')
  const count = length.reduce((sum, byte) => sum * 256 + byte, 0)
  if (count > bytesMax) return failed('letter-header-invalid')
  const bytes = await reader.take(count)
  return bytes === null ? failed('letter-truncated') : value({ length, bytes })
}

async function readParts(
  reader: PieceReader,
  of: { header: LetterHeader; running: RunningHash; to: Opening; primitives: SealPrimitives }
): Promise<Result<{ text: string; bytes: number }, ContentFault>> {
  const { header, running, to, primitives } = of
  const bodyPieces: Uint8Array[] = []
  let bytes = 0
  for (const [i, part] of [header.body, ...header.attachments].entries()) {
    const own = primitives.runningHash()
    const isWhole = await reader.pass(part.bytes, async (piece) => {
      running.update(piece)
      own.update(piece)
      if (i === 0) bodyPieces.push(new Uint8Array(piece))
      else await to.write(i - 1, piece)
    })
    if (!isWhole) return failed('letter-truncated')
    if (toBase64(own.digest()) !== part.sha256) return failed('letter-part-altered')
    bytes += part.bytes
  }
  const text = fromUtf8(bodyPieces.reduce(joined, new Uint8Array()))
  return text === null ? failed('letter-body-not-utf-8') : value({ text, bytes })
}

async function isPaddingFrom(end: number, reader: PieceReader): Promise<boolean> {
  let length = end
  let zero = true
  await reader.rest((piece) => {
    length += piece.length
    zero &&= isZero(piece)
  })
  return zero && length === paddedLength(end)
}
