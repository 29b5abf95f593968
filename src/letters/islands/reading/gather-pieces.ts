import type { Pieces } from '../../../kernel/seal/index.ts'
import { concat } from '../../../kernel/tlog/index.ts'

const headBytes = 4096
// Pieces are given to the browser in parts of this size: no more of them is in the page's memory.
const partBytes = 1_048_576

/** Pieces on their way into a file of the browser. */
export class Gathered {
  bytes = 0
  /** The first {@link headBytes} of them. */
  head = new Uint8Array()
  readonly #parts: Blob[] = []
  #held: Uint8Array<ArrayBuffer>[] = []
  #heldBytes = 0

  add(piece: Uint8Array): void {
    const own = piece.slice()
    if (this.bytes < headBytes) this.head = concat(this.head, own).slice(0, headBytes)
    this.#held.push(own)
    this.#heldBytes += own.length
    this.bytes += own.length
    if (this.#heldBytes >= partBytes) this.#pass()
  }

  blob(): Blob {
    if (this.#heldBytes > 0) this.#pass()
    return new Blob(this.#parts)
  }

  #pass(): void {
    this.#parts.push(new Blob(this.#held))
    this.#held = []
    this.#heldBytes = 0
  }
}

/** Pieces as a file of the browser. */
export async function gatherPieces(pieces: Pieces): Promise<Blob> {
  const gathered = new Gathered()
  for await (const piece of pieces) gathered.add(piece)
  return gathered.blob()
}
