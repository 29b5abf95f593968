/** What was and what is, short enough to be read in a notice. */
export interface QuotedChange {
  readonly before: string
  readonly after: string
}

/** Texts up to this many characters are quoted whole. */
const wholeLengthMax = 160
const wordsAround = 4
const quotedLengthMax = 400

/**
 * What a notice quotes of a text that changed: all of it where it is short; of long texts only the
 * words that differ, with a few about them, and at most 400 characters of each. Texts of other words
 * are never quoted alike.
 */
export function quoteChange(before: string, after: string): QuotedChange {
  if (before.length <= wholeLengthMax && after.length <= wholeLengthMax) return { before, after }
  const [old, young] = [wordsOf(before), wordsOf(after)]
  const shared = Math.min(old.length, young.length)
  let first = 0
  while (first < shared && old[first] === young[first]) first += 1
  let last = 0
  while (last < shared - first && old.at(-1 - last) === young.at(-1 - last)) last += 1
  const cut = (words: readonly string[]): string => {
    const from = Math.max(first - wordsAround, 0)
    const to = Math.min(words.length - last + wordsAround, words.length)
    const lead = from > 0 ? '… ' : ''
    return shortened(`${lead}${words.slice(from, to).join(' ')}`, to < words.length)
  }
  return { before: cut(old), after: cut(young) }
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function shortened(text: string, isCut: boolean): string {
  const characters = Array.from(text)
  const kept = characters.slice(0, quotedLengthMax).join('').trimEnd()
  return isCut || characters.length > quotedLengthMax ? `${kept} …` : kept
}
