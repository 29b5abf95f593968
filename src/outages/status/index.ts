/** Copies of the status pages, for whoever serves them without a database. */
export { hasSnapshot, readSnapshot } from './snapshot-files.ts'
export { awayPage } from './views/away-page.ts'
