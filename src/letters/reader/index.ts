/** Reading letters: the list, the isolated reader, its saved copy. */
export { isolate, type PublishedScript, scriptReader } from './page-rules.ts'
export { chooseMailbox } from './read-lists.ts'
export { readerRoutes, rootOf } from './routes.ts'
export { letterFrame } from './views/frame.ts'
export type { ReaderRoot } from './views/reader-data.ts'
export { type NamedParty, type PartyNames, partyNames } from './shown-letter.ts'
export { effectiveMoment, moment } from './views/words.ts'
