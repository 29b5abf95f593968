const metaForm = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{1,40})/i
const sniffBytesMax = 1024

/**
 * The encoding of a page, as browsers find it: the byte order mark, the header, the first `meta`, UTF-8.
 * @param contentType - The header `Content-Type`.
 * @param begin - The first bytes, 1024 are enough.
 * @returns A label that `TextDecoder` knows.
 */
export function charsetOf(contentType: string, begin: Uint8Array): string {
  if (begin[0] === 0xef && begin[1] === 0xbb && begin[2] === 0xbf) return 'utf-8'
  if (begin[0] === 0xfe && begin[1] === 0xff) return 'utf-16be'
  if (begin[0] === 0xff && begin[1] === 0xfe) return 'utf-16le'
  const told = /charset\s*=\s*["']?\s*([^\s"';]{1,40})/i.exec(contentType)?.[1]
  const written = metaForm.exec(new TextDecoder('latin1').decode(begin.subarray(0, sniffBytesMax)))
  return [told, written?.[1]].find((label) => label !== undefined && isKnown(label)) ?? 'utf-8'
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

/** Turns the bytes of a page into text, piece by piece. */
export class TextReader {
  readonly #contentType: string
  #begin: Uint8Array[] = []
  #beginBytes = 0
  #decoder: TextDecoder | null = null

  constructor(contentType: string) {
    this.#contentType = contentType
  }

  /** @returns What can be read so far and was not given back before. */
  push(bytes: Uint8Array): string {
    if (this.#decoder !== null) return this.#decoder.decode(bytes, { stream: true })
    this.#begin.push(bytes)
    this.#beginBytes += bytes.length
    return this.#beginBytes < sniffBytesMax ? '' : this.#open(true)
  }

  /** The rest of the text. */
  end(): string {
    return this.#decoder === null ? this.#open(false) : this.#decoder.decode()
  }

  #open(stream: boolean): string {
    const begin = joined(this.#begin, this.#beginBytes)
    this.#begin = []
    this.#decoder = new TextDecoder(charsetOf(this.#contentType, begin))
    return this.#decoder.decode(begin, { stream })
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
