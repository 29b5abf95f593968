/** The directory of public keys: who adds to it, who reads from it, and its check. */
export type { DirectoryEntry } from '../../kernel/directory/index.ts'
export { checkDirectory, type DirectoryDifference } from './check-directory.ts'
export { currentEntry } from './current-entry.ts'
export { demandMayLookUp } from './may-look-up.ts'
export { forgetPerson } from './forget-person.ts'
export { integrateEntries } from './integrate-entries.ts'
export { type Publication, publishEntry } from './publish-entry.ts'
export { readAnswer } from './read-answer.ts'
export {
  AliasTakenError,
  EntryRefusedError,
  NothingToStopError,
  SequenceTakenError,
  TooManyLookupsError
} from './refusals.ts'
export { stopRecovery } from './stop-recovery.ts'
export { directoryHolder } from './personal-data.ts'
export { entryThatCloses } from './close-owner.ts'
