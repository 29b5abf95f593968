import { type NoticeWords, paragraphsOf, plainLine } from './notice-lines.ts'

/** Paragraphs that a correction adds, in each language. */
export interface AddedWords {
  readonly fa: readonly string[]
  readonly en: readonly string[]
}

/**
 * What a correction adds behind the lines of the version before it: none of them is gone, changed, moved
 * or led by another, so that whoever reads the correction first reads all that was told.
 * @returns The added paragraphs; `null` where the correction is more than an addition.
 */
export function addedWords(before: NoticeWords, later: NoticeWords): AddedWords | null {
  const [fa, en] = (['fa', 'en'] as const).map((lang) => {
    if (plainLine(before.title[lang]) !== plainLine(later.title[lang])) return null
    const [told, tells] = [paragraphsOf(before.body[lang]), paragraphsOf(later.body[lang])]
    return told.every((line, i) => tells[i] === line) ? tells.slice(told.length) : null
  })
  return fa && en ? { fa, en } : null
}
