/**
 * What a reader of letters shows and what it keeps back: the rules of `docs/specs/letter-reading.md`,
 * the same in the reader's page, in the offline reader and in tests. Pure and browser-safe.
 */
export {
  type Doubt,
  type Expected,
  type Reading,
  type Refused,
  type SenderKeys,
  judgeLetter,
  readLetter,
  refusedFor
} from './read-letter.ts'
export { type OpeningVerdict, type ShownProof, judgeOpening } from './judge-opening.ts'
export { sendersOf } from './senders-of.ts'
export { type SentForms, type ShownWord, type WordFault, caseWordFault } from './judge-case-word.ts'
export { type ShownPart, codeOf, shownPart, withoutPiles } from './shown-text.ts'
export { type LetterText, type Say, sayIn } from './texts.ts'
export { messages, type ReadingText } from './messages-reading.ts'
export { actMessages } from './messages-letter-acts.ts'
export { writingMessages } from './messages-writing.ts'
export { epochOf } from './plain-time.ts'
export { type Blanks, fillTemplate, openBlanks, unknownBlanks } from './fill-template.ts'
