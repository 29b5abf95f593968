import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  type Pieces,
  readSealedHead,
  sealedBytesMax,
  sizeClassOf
} from '../../kernel/seal/index.ts'
import { toBase64 } from '../../kernel/tlog/index.ts'
import { LetterTooLargeError, UnsealableError } from './errors.ts'

/** A sealed file on the disk. */
export interface FileOnDisk {
  readonly path: string
  readonly bytes: number
}

/** A sealed letter: small ones in memory, large ones on the disk. */
export type SealedFile = Uint8Array | FileOnDisk

/** What the desk has to know of sealed bytes. */
export interface SealedBytes {
  readonly bytes: number
  /** Base64. */
  readonly sha256: string
  readonly sizeClass: number
}

/** Base64 in JSON takes a third more; what is larger goes as it is. */
export const inlineBytesMax = 1_048_576

const headBytes = 4096
const pieceBytes = 1_048_576
const ownerOnly = 0o600

/** Length of a sealed file. */
export function lengthOf(file: SealedFile): number {
  return 'path' in file ? file.bytes : file.length
}

/** Whether a letter is small, and here: it can go inside JSON, with others. */
export function isInMemory<T extends { readonly file: SealedFile }>(
  letter: T
): letter is T & { readonly file: Uint8Array } {
  return !('path' in letter.file) && letter.file.length <= inlineBytesMax
}

/** A sealed file as the body of a request; one on the disk is read as it goes. */
export function bodyOf(file: SealedFile): RequestInit {
  if (!('path' in file)) return { body: Buffer.from(file) }
  const body = Readable.toWeb(createReadStream(file.path))
  return { body, duplex: 'half' }
}

/** The bytes of a request or answer that a web stream brings. */
export function piecesOfAnswer(answer: Response): Pieces {
  return answer.body === null ? Readable.from([]) : Readable.fromWeb(answer.body)
}

/**
 * A file on the disk piece by piece, all of them in the same memory. It is open only while a piece is read:
 * whoever stops in the middle leaves nothing open behind.
 */
export async function* piecesOfFile(path: string): AsyncGenerator<Uint8Array> {
  const memory = new Uint8Array(pieceBytes)
  for (let at = 0; ;) {
    const bytes = await readAt(path, at, memory)
    if (bytes === 0) return
    yield memory.subarray(0, bytes)
    at += bytes
  }
}

async function readAt(path: string, position: number, into: Uint8Array): Promise<number> {
  const handle = await open(path)
  try {
    return (await handle.read(into, 0, into.length, position)).bytesRead
  } finally {
    await handle.close()
  }
}

/**
 * Writes pieces into a file for its owner alone, and returns when the disk has them. What was under its
 * name is gone, and so is it where something went wrong.
 * @throws {UnsealableError} If there are more bytes than any letter has.
 */
export async function writePieces(
  path: string,
  pieces: Pieces
): Promise<{ bytes: number; sha256: string; head: Uint8Array }> {
  await rm(path, { force: true })
  const handle = await open(path, 'wx', ownerOnly)
  try {
    const hash = createHash('sha256')
    const head: Uint8Array[] = []
    let bytes = 0
    for await (const piece of pieces) {
      if (bytes < headBytes) head.push(new Uint8Array(piece.subarray(0, headBytes)))
      bytes += piece.length
      if (bytes > sealedBytesMax) throw new LetterTooLargeError(sealedBytesMax)
      hash.update(piece)
      await handle.writeFile(piece)
    }
    await handle.sync()
    return { bytes, sha256: hash.digest('base64'), head: Buffer.concat(head) }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

/** What the desk has to know of bytes in memory. @throws {UnsealableError} */
export function sealedBytes(file: Uint8Array): SealedBytes {
  const sha256 = toBase64(new Uint8Array(createHash('sha256').update(file).digest()))
  return { bytes: file.length, sha256, sizeClass: sizeClassIn(file, file.length) }
}

/** Seals into a file. @throws {UnsealableError} What reading the pieces throws. */
export async function writeSealed(path: string, pieces: Pieces): Promise<SealedBytes> {
  const { bytes, sha256, head } = await writePieces(path, pieces)
  return { bytes, sha256, sizeClass: sizeClassIn(head, bytes) }
}

function sizeClassIn(start: Uint8Array, bytes: number): number {
  const head = readSealedHead(start)
  const sizeClass = head && sizeClassOf(bytes, head.headBytes)
  if (sizeClass === null) throw new UnsealableError('age-form')
  return sizeClass
}
