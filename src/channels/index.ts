export { checkMailServer } from './check-mail-server.ts'
export { drainOutbox } from './drain-outbox.ts'
export { type Mail, type MailOutcome, isMailAddress, withMailer } from './mail.ts'
export { type OutboxEntry, queueOutbox, waitingInOutbox } from './outbox-store.ts'
