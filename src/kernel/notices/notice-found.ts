import { plainLine } from './notice-lines.ts'
import { visibleText } from './visible-text.ts'

// What makes a word go on: a line is found only as whole words («قطعی» is not in «قطعی‌ها»).
const inWord = /[\p{L}\p{N}\p{M}\u200c\u200d]/u

/**
 * Whether a page shows a notice: every line of it, in its order, each within one block of the page's
 * visible text and as whole words.
 * @param html - The page as it was fetched, decoded as UTF-8.
 * @param lines - As `noticeLines` gives them; a notice without lines is found nowhere.
 */
export function noticeFoundIn(html: string, lines: readonly string[]): boolean {
  const wanted = lines.map(plainLine).filter((line) => line !== '')
  if (wanted.length === 0) return false
  const text = visibleText(html)
  let from = 0
  for (const line of wanted) {
    const at = placeOf(text, line, from)
    if (at === -1) return false
    from = at + line.length
  }
  return true
}

function placeOf(text: string, line: string, from: number): number {
  let at = text.indexOf(line, from)
  while (at !== -1 && !standsAlone(text, line, at))
    at = text.indexOf(line, nextPlace(text, line, at))
  return at
}

/** No line begins within a word: the rest of one is passed over at once, however long it is. */
function nextPlace(text: string, line: string, at: number): number {
  if (!inWord.test(line[0] ?? '')) return at + 1
  const ends = /[^\p{L}\p{N}\p{M}\u200c\u200d]/gu
  ends.lastIndex = at + 1
  return ends.exec(text) === null ? text.length : ends.lastIndex
}

function standsAlone(text: string, line: string, at: number): boolean {
  const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? ''
  const after = text.codePointAt(at + line.length)
  const begins = !(inWord.test(before) && inWord.test(line[0] ?? ''))
  const ends = after === undefined || !inWord.test(String.fromCodePoint(after))
  return begins && ends
}
