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

/**
 * The lines of a notice, in the order in which the page shows them: title and paragraphs in Persian,
 * then title and paragraphs in English. None is empty.
 * @see docs/specs/notices.md §2
 */
export function noticeLines({ title, body }: NoticeWords): string[] {
  return [title.fa, ...paragraphs(body.fa), title.en, ...paragraphs(body.en)]
    .map(plainLine)
    .filter((line) => line !== '')
}

function paragraphs(text: string): string[] {
  return text.split(/(?:\r\n|[\n\r])[^\S\n\r]*(?:\r\n|[\n\r])/)
}
