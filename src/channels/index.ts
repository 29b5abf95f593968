export { drainOutbox } from './drain-outbox.ts'
export { type Mail, type MailOutcome, isMailAddress, withMailer } from './mail.ts'
export { type OutboxEntry, queueOutbox, waitingInOutbox } from './outbox-store.ts'
