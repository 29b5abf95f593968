/**
 * What a notice says, line by line, and whether a page that was fetched says it: the same code where
 * a probe looks and where its sighting is checked. Pure and browser-safe.
 */
export { noticeFoundIn } from './notice-found.ts'
export { noticeLines, paragraphsOf, plainLine, type NoticeWords } from './notice-lines.ts'
export { visibleText } from './visible-text.ts'
