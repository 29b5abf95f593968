import { randomBytes } from 'node:crypto'

/**
 * What many texts have in common, so that one search finds any of them: random letters that stand nowhere
 * else, once in Latin and once in Persian, for what keeps one of the two alone.
 */
export interface Marks {
  readonly latin: string
  readonly persian: string
}

// Small ones, so that a search key is found as well; and none whose code has a letter in hexadecimal.
const latinLetters = 'abcdefghipqrstuvwxy'
const persianLetters = 'ابپتثجچحخدرزسشصضطظعغفقکگلمنوهی'

/** New marks. */
export function newMarks(): Marks {
  return { latin: random(latinLetters, 16), persian: random(persianLetters, 12) }
}

function random(letters: string, length: number): string {
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('')
}

/** Gives texts with marks, no two alike. */
export class Fragments {
  readonly marks = newMarks()
  #given = 0

  /** How many there are by now. */
  get count(): number {
    return this.#given
  }

  next(): string {
    this.#given += 1
    const number = String(this.#given)
    return `${this.marks.latin}${number} ${this.marks.persian}${number}`
  }

  /** So many, one behind the other. */
  several(count: number): string[] {
    return Array.from({ length: count }, () => this.next())
  }
}

/** One way in which a mark can stand somewhere. */
export interface Pattern {
  readonly marks: Marks
  /** `persian as utf-16le`, as the test says what it found. */
  readonly name: string
  readonly bytes: Buffer
}

/**
 * The ways in which a text with marks may lie about: as it is, as V8 keeps it, in base64 wherever in the
 * whole it begins, in hexadecimal, escaped in JSON and in addresses. Its Latin mark is the same in all that
 * escapes, and stands in all that spells bytes anew; the Persian one is for what was cut from the other.
 */
export function patternsOf(marks: Marks): Pattern[] {
  const { latin, persian } = marks
  const bytes = Buffer.from(latin)
  const spellings: [string, Buffer][] = [
    ['Latin, as UTF-8', bytes],
    ['Latin, as UTF-16', Buffer.from(latin, 'utf16le')],
    ...[0, 1, 2].map((at): [string, Buffer] => [`base64 from ${String(at)}`, base64At(bytes, at)]),
    ['hexadecimal', Buffer.from(bytes.toString('hex'))],
    // As Node shows bytes.
    ['hexadecimal, apart', Buffer.from(bytes.toString('hex').replace(/..(?=.)/g, '$& '))],
    ['Persian, as UTF-8', Buffer.from(persian)],
    ['Persian, as UTF-16', Buffer.from(persian, 'utf16le')],
    ['Persian, escaped in JSON', Buffer.from(escaped(persian))],
    ['Persian, in an address', Buffer.from(encodeURIComponent(persian))]
  ]
  return spellings.map(([name, spelled]) => ({ marks, name, bytes: spelled }))
}

function escaped(text: string): string {
  return text.replace(/./g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The digits of base64 that are the same whatever stands before and behind, in both its alphabets. */
function base64At(bytes: Buffer, at: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(at), bytes]).toString('base64')
  const whole = Math.floor(((at + bytes.length) * 8) / 6)
  return Buffer.from(text.slice(Math.ceil((at * 8) / 6), whole))
}

/** Looks for patterns in bytes that come in pieces. */
export class PatternSearch {
  readonly #patterns: readonly Pattern[]
  readonly #overlap: number
  readonly #found = new Set<Pattern>()
  #rest: Buffer = Buffer.alloc(0)

  constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns
    this.#overlap = Math.max(...patterns.map(({ bytes }) => bytes.length)) - 1
  }

  get found(): readonly Pattern[] {
    return [...this.#found]
  }

  /** The next piece of what came before. It may be overwritten afterwards. */
  read(piece: Buffer): void {
    if (this.#rest.length > 0)
      this.#look(Buffer.concat([this.#rest, piece.subarray(0, this.#overlap)]))
    this.#look(piece)
    this.#rest = Buffer.from(piece.subarray(Math.max(0, piece.length - this.#overlap)))
  }

  /** What comes next begins anew. */
  cut(): void {
    this.#rest = Buffer.alloc(0)
  }

  #look(bytes: Buffer): void {
    for (const pattern of this.#patterns) {
      if (!this.#found.has(pattern) && bytes.includes(pattern.bytes)) this.#found.add(pattern)
    }
  }
}
