import { hash } from 'node:crypto'

const lanes = 8

/**
 * What rows are worth together, whatever their order: the sum of their SHA-256, number by number. A
 * server that was loaded in several goes may keep rows in another order than they were read in; a row
 * that is missing, changed or there twice still gives another sum.
 */
export class RowSum {
  readonly #sum = new Uint32Array(lanes)
  #begun: Buffer[] = []
  #rows = 0

  /** Bytes of rows; a row may begin in one piece and end in the next. */
  add(piece: Buffer): void {
    let begin = 0
    for (let end = after(piece, 0); end > 0; begin = end, end = after(piece, end)) {
      this.#row(piece.subarray(begin, end))
    }
    if (begin < piece.length) this.#begun.push(Buffer.from(piece.subarray(begin)))
  }

  get rows(): number {
    return this.#rows
  }

  /** The sum, as hexadecimal text. */
  digest(): string {
    return Buffer.from(this.#sum.buffer).toString('hex')
  }

  #row(end: Buffer): void {
    const row = this.#begun.length === 0 ? end : Buffer.concat([...this.#begun, end])
    this.#begun = []
    const own = hash('sha256', row, 'buffer')
    for (let lane = 0; lane < lanes; lane += 1) {
      this.#sum[lane] = (this.#sum[lane] ?? 0) + own.readUInt32LE(lane * 4)
    }
    this.#rows += 1
  }
}

const lineFeed = 0x0a

function after(piece: Buffer, from: number): number {
  return piece.indexOf(lineFeed, from) + 1
}
