/** The status as others read it: now, and as copies for whoever serves them without a database. */
export { componentStates } from '../../kernel/status/index.ts'
export type { Board, ComponentStatus } from './board.ts'
export { readBoardInTime } from './read-board.ts'
export { readComponentMonth as availabilityOfComponent } from './read-component.ts'
export { hasSnapshot, readSnapshot, snapshotMadeAt } from './snapshot-files.ts'
export { awayPage } from './views/away-page.ts'
