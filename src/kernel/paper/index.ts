/**
 * Letters on paper: Persian shaped and ordered by the rules of Unicode, in a PDF whose text is found and copied
 * as it was written. Pure and browser-safe.
 * @see docs/adr/0030-pdf-of-letters.md
 */
export { makePaper } from './make-paper.ts'
export type { PaperLetter, PaperMaker, PaperTerm } from './shapes.ts'
