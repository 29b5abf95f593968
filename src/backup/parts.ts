/** How long parts are, in bytes of COPY. */
export interface PartSizes {
  /** None is cut shorter, but for the last. */
  readonly least: number
  /** How far apart cuts are beyond that, on average. */
  readonly spread: number
  /** None is longer, but for a single row that is. */
  readonly most: number
}

// About 4 MiB: small enough to hold a few of them, large enough that a table is not thousands of files.
const usual: PartSizes = { least: 2 << 20, spread: 2 << 20, most: 8 << 20 }

/**
 * Cuts what COPY writes into parts of whole rows, so that each can be loaded by itself and nothing
 * larger than a part is ever held. Where it cuts, the rows themselves say, not how they arrive: the same
 * rows give the same parts, and a row more or less changes the part it is in, and no other.
 */
export async function* cutIntoParts(
  source: AsyncIterable<Buffer>,
  sizes: PartSizes = usual
): AsyncGenerator<readonly Buffer[]> {
  let held: Buffer[] = []
  let length = 0
  const row = new RowMark()
  for await (const chunk of source) {
    let [part, begin] = [0, 0]
    // COPY writes a line feed within a value as two characters: the byte is always an end of a row.
    for (let end = afterRow(chunk, 0); end > 0; begin = end, end = afterRow(chunk, end)) {
      row.take(chunk, begin, end)
      const reached = length + end - part
      if (reached >= sizes.least && (reached >= sizes.most || row.isCut(sizes.spread))) {
        yield [...held, chunk.subarray(part, end)]
        held = []
        length = 0
        part = end
      }
      row.begin()
    }
    row.take(chunk, begin, chunk.length)
    if (part < chunk.length) held.push(chunk.subarray(part))
    length += chunk.length - part
  }
  if (length > 0) yield held
}

const lineFeed = 0x0a

function afterRow(chunk: Buffer, from: number): number {
  return chunk.indexOf(lineFeed, from) + 1
}

// Where ids stand; more would tell no more.
const markedBytes = 48
const fnv = { basis: 0x811c9dc5, prime: 0x01000193 }

/** A number that a row gives by its first bytes and its length, however it is cut into chunks. */
class RowMark {
  #hash = fnv.basis
  #length = 0

  begin(): void {
    this.#hash = fnv.basis
    this.#length = 0
  }

  take(chunk: Buffer, from: number, to: number): void {
    const last = Math.min(to, from + markedBytes - this.#length)
    for (let i = from; i < last; i += 1) this.#mix(chunk[i] ?? 0)
    this.#length += to - from
  }

  /** Longer rows are taken more often, so that cuts are as far apart in small rows as in large ones. */
  isCut(spread: number): boolean {
    this.#mix(this.#length)
    // FNV leaves its last bits poor.
    const spreadOut = Math.imul(this.#hash ^ (this.#hash >>> 15), 0x2c1b3c6d) >>> 0
    return spreadOut % spread < this.#length
  }

  #mix(value: number): void {
    this.#hash = Math.imul(this.#hash ^ value, fnv.prime)
  }
}

/** How many rows some bytes of whole rows hold. */
export function countRows(pieces: readonly Buffer[]): number {
  let rows = 0
  for (const piece of pieces) {
    for (let i = piece.indexOf(lineFeed); i !== -1; i = piece.indexOf(lineFeed, i + 1)) rows += 1
  }
  return rows
}
