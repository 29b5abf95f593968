/** What of the body of a letter is drawn. */
export interface ShownPart {
  readonly text: string
  /** Whether this is all of it. */
  readonly isWhole: boolean
}

const charactersMax = 200_000
/** Lines, cells, emphasis, links: what becomes an element of its own when it is drawn. */
const marksMax = 10_000
const marks = /[\n|*_`[]/g

/**
 * The beginning of a body, as much as a telephone draws without standing still: 200,000 characters, about 80 pages,
 * and 10,000 lines, cells and marks. A letter may be 64 MiB, and whoever signs it decides what is in it.
 */
export function shownPart(body: string): ShownPart {
  const end = Math.min(charactersMax, endOfMarks(body))
  if (body.length <= end) return { text: body, isWhole: true }
  const line = body.lastIndexOf('\n', end)
  // A line that is too long alone is cut where it has to be, though never within a character.
  const cut = line > end / 2 ? line : end - (isHalf(body, end) ? 1 : 0)
  return { text: body.slice(0, cut), isWhole: false }
}

function endOfMarks(body: string): number {
  marks.lastIndex = 0
  let seen = 0
  for (let found = marks.exec(body); found !== null; found = marks.exec(body)) {
    seen += 1
    if (seen > marksMax) return found.index
  }
  return body.length
}

function isHalf(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xff_ff
}

const piled = /(\p{M}{4})(\p{M}+)/gu

/**
 * A text whose marks cannot be piled over what stands above it: no letter of any script has more than four of them;
 * every further one stands as its code, `[U+0301]`.
 */
export function withoutPiles(text: string): string {
  return text.replaceAll(
    piled,
    (_, kept: string, more: string) => `${kept}${Array.from(more, codeOf).join('')}`
  )
}

/** How a character that is not shown as itself is told: `[U+202E]`. */
export function codeOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}
