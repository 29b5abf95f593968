/** Reading letters: the list, the isolated reader, its saved copy. */
export { isolate, type PublishedScript, scriptReader } from './page-rules.ts'
export { type ReaderMailbox, chooseMailbox, named } from './read-lists.ts'
export { readerRoutes } from './routes.ts'
export { type NamedParty, hostOf, partyNames } from './shown-letter.ts'
