// Data of persons: its copy, its erasure, how long it is kept, and what is held for a court.
export { askErasure, cancelErasure } from './ask-erasure.ts'
export { askExport, makeLink, openLink } from './ask-export.ts'
export { type LegalHold, heldBecause, isHeld } from './hold.ts'
export { holdsOnPerson } from './hold-store.ts'
export type {
  ErasedData,
  EvidenceOfPerson,
  ForeseenData,
  FoundMatter,
  KeptData,
  PastTime,
  PersonalDataHolder,
  PersonalFile,
  PersonalRows,
  Refused
} from './holder.ts'
export { importRetention } from './import-retention.ts'
export { personalDataJobs } from './jobs.ts'
export { channelsHolder, edgeHolder, ledgerHolder } from './low-holders.ts'
export { peopleHolder } from './people-holder.ts'
export type { PersonTable } from './person-table.ts'
export { type HoldAct, changeHold, holdsInLock, placeHold } from './place-hold.ts'
export { type RetentionRule, keptUntil, retainedBecause, ruleFor } from './retention.ts'
export { retentionRules } from './retention-store.ts'
export { personalDataRoutes } from './routes.ts'
export { saveRetention } from './save-retention.ts'
export { tableHolder } from './table-holder.ts'
