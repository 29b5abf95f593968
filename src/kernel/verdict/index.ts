/**
 * What a file that somebody brings proves, in plain words: a receipt, the proof of an entry, a
 * promise, or scanned parts of one. Pure and browser-safe: the page `/verify`, its offline copy and tests say the same.
 */
export { readEvidence } from './evidence.ts'
export type { Evidence } from './evidence.ts'
export { factWord } from './fact-words.ts'
export { tellEvidence } from './tell-evidence.ts'
export type { Telling, TellingOptions, TellingRow } from './telling.ts'
export { shownText } from './shown-text.ts'
export { messages } from './messages-verdict.ts'
