interface BothLanguages {
  readonly fa: string
  readonly en: string
}

/** The words of a notice in both languages; a blank line parts the paragraphs of a body. */
export interface NoticeWords {
  readonly title: BothLanguages
  readonly body: BothLanguages
}

/** One line as it is compared: white space at its ends gone, inside it one space. */
export function plainLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** The paragraphs of a text, as blank lines part them, each as one plain line; none is empty. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/(?:\r\n|[\n\r])[^\S\n\r]*(?:\r\n|[\n\r])/)
    .map(plainLine)
    .filter((line) => line !== '')
}

/**
 * The lines of a notice, in the order in which the page shows them: title and paragraphs in Persian,
 * then title and paragraphs in English. None is empty.
 * @see docs/specs/notices.md §2
 */
export function noticeLines({ title, body }: NoticeWords): string[] {
  const lines = [title.fa, ...paragraphsOf(body.fa), title.en, ...paragraphsOf(body.en)]
  return lines.map(plainLine).filter((line) => line !== '')
}
