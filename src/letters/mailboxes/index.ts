// @door-wide Readers, writers, heirs and the exchange all ask here whose a mailbox is, and who may open it.
// Mailboxes: whose, which key, and the ways to open them. Their seeds are in browsers, on paper, in agents.
export type { Mailbox, MailboxOwner, StoredSlot } from './mailbox.ts'
export { entryOwner } from './mailbox.ts'
export { mayRead, readingRoles } from './access.ts'
export { insertClaimedKey } from './mailbox-store.ts'
export { findMailboxes, mailboxById, mailboxOf } from './mailbox-store.ts'
export { type ListedMailbox, keyslotsFor, nameOf, readMailboxes } from './read-mailboxes.ts'
export { mailboxHolder } from './personal-data.ts'
export { mailboxRoutes } from './routes.ts'
export { mailboxJobs } from './jobs.ts'
export { openProgramMailbox } from './open-program-mailbox.ts'
export { seedMailboxes } from './seed-demonstration.ts'
export { closeMailbox } from './close-mailbox.ts'
export { heirsOf, namesOf, reopenMailbox } from './reopen-mailbox.ts'
export { recordMailbox } from './record-keyslot.ts'
export { sessionOf } from './session-of.ts'
/** What is opened by two halves of a key. */
export * as recovery from './recovery/index.ts'
