import type { Lang } from '../persian/index.ts'
import { type ActText, actMessages } from './messages-letter-acts.ts'
import { type ReadingText, messages } from './messages-reading.ts'
import { type WritingText, writingMessages } from './messages-writing.ts'

/** Name of any text of reading and writing. */
export type LetterText = ReadingText | ActText | WritingText

const all = { ...messages.entries, ...actMessages.entries, ...writingMessages.entries }

/** Says a text in one language: `%`, or `%a` and `%b`, are what is put in. */
export type Say = (name: LetterText, ...parts: readonly string[]) => string

/** The texts of reading and writing in one language. */
export function sayIn(lang: Lang): Say {
  return (name, ...parts) =>
    all[name][lang].replaceAll(/%([ab]?)/g, (_, mark: string) => parts[mark === 'b' ? 1 : 0] ?? '')
}
