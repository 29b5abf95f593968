// POSIX ustar, as much of it as a backup needs: plain files with sizes known beforehand.

const blockBytes = 512
const nameBytesMax = 100

/** A file of an archive: its bytes are to be read before the next one is asked for. */
export interface Member {
  readonly name: string
  readonly size: number
  /** The bytes, in pieces of any length. */
  readonly body: AsyncIterable<Buffer>
}

/** What is not an archive, or ends before its end. */
export class BrokenArchiveError extends Error {
  readonly code = 'backup/broken'
}

/**
 * One file of a tar archive, padded to whole blocks.
 * @param name - At most 100 bytes of ASCII.
 * @param at - When it was made, POSIX seconds.
 */
export function* tarMember(
  name: string,
  body: Uint8Array | readonly Uint8Array[],
  at: number
): Generator<Uint8Array> {
  const pieces = body instanceof Uint8Array ? [body] : body
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
  yield tarHead(name, size, at)
  yield* pieces
  yield tarRest(size)
}

/** What stands behind the bytes of a file, up to the end of its last block. */
export function tarRest(size: number): Buffer {
  return Buffer.alloc(paddingOf(size))
}

/** The end of a tar archive: two empty blocks. */
export function tarEnd(): Uint8Array {
  return Buffer.alloc(2 * blockBytes)
}

function paddingOf(size: number): number {
  return (blockBytes - (size % blockBytes)) % blockBytes
}

/**
 * What stands before the bytes of a file.
 * @param name - At most 100 bytes of ASCII.
 * @param at - When it was made, POSIX seconds.
 */
export function tarHead(name: string, size: number, at: number): Buffer {
  if (Buffer.byteLength(name) > nameBytesMax) throw new RangeError(`name too long: ${name}`)
  const block = Buffer.alloc(blockBytes)
  const octal = (value: number, offset: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset, length, 'latin1')
  block.write(name, 0, 'utf8')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(at, 136, 12)
  block.write('        0', 148, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

/**
 * The files of a tar archive, in order. Each is to be read before the next is asked for; what was left
 * of it is skipped.
 * @throws {BrokenArchiveError} If the bytes are no such archive, or end before its end.
 */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<Member> {
  const bytes = new Pieces(source)
  for (;;) {
    const block = await bytes.whole(blockBytes)
    if (block.every((byte) => byte === 0)) break
    const { name, size } = readHeader(block)
    const body = bytes.some(size)
    yield { name, size, body }
    for await (const _ of body) {
      // What the reader left.
    }
    await bytes.whole(paddingOf(size))
  }
  await bytes.end()
}

function readHeader(block: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) =>
    block
      .subarray(from, from + length)
      .toString('utf8')
      .replace(/\0.*$/s, '')
  const sum = block.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0)
  const size = Number.parseInt(text(124, 12), 8)
  const isOurs = text(257, 6) === 'ustar' && Number.parseInt(text(148, 8), 8) === sum
  if (!isOurs || !Number.isSafeInteger(size)) throw new BrokenArchiveError('not a file of a backup')
  return { name: text(0, nameBytesMax), size }
}

/** A source read in lengths of our own. */
class Pieces {
  readonly #source: AsyncIterator<Uint8Array>
  #left: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async whole(length: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.some(length)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  async *some(length: number): AsyncGenerator<Buffer> {
    for (let owed = length; owed > 0;) {
      if (this.#left.length === 0) this.#left = await this.#next()
      const piece = this.#left.subarray(0, owed)
      this.#left = this.#left.subarray(piece.length)
      owed -= piece.length
      yield piece
    }
  }

  /** Nothing may stand behind the end, but for the rest of its blocks. */
  async end(): Promise<void> {
    await this.whole(blockBytes)
    const more = this.#left.length > 0 || (await this.#source.next()).done !== true
    if (more) throw new BrokenArchiveError('something stands behind the end of the backup')
  }

  async #next(): Promise<Buffer> {
    for (;;) {
      const next = await this.#source.next()
      if (next.done === true) throw new BrokenArchiveError('the backup ends before its end')
      if (next.value.length > 0)
        return Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length)
    }
  }
}
