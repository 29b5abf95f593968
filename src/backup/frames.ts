import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'

const compressIt = promisify(zstdCompress)
const compressionLevel = 3
// What is smaller is packed together: a frame has a head and a checksum of its own.
const packedBytes = 1 << 20

/** One frame of zstd, with its checksum. Frames after one another are one stream to any reader. */
export function compress(pieces: readonly Uint8Array[]): Promise<Buffer> {
  return compressIt(Buffer.concat(pieces), {
    params: {
      [constants.ZSTD_c_compressionLevel]: compressionLevel,
      [constants.ZSTD_c_checksumFlag]: 1
    }
  })
}

/** Packs bytes into frames, in order, and takes frames that are made already. */
export class Frames {
  #held: Uint8Array[] = []
  #length = 0

  /** Bytes that are not compressed yet. */
  async *bytes(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) {
      this.#held.push(piece)
      this.#length += piece.length
    }
    if (this.#length >= packedBytes) yield* this.end()
  }

  /** A frame that comes after all that was given before it. */
  async *frame(frame: Uint8Array): AsyncGenerator<Uint8Array> {
    yield* this.end()
    yield frame
  }

  /** What is still held. */
  async *end(): AsyncGenerator<Uint8Array> {
    if (this.#length === 0) return
    const held = this.#held
    this.#held = []
    this.#length = 0
    yield await compress(held)
  }
}
