// @door-wide Whoever tells somebody something, watches what waits, or erases it, comes in here.
export { checkMailServer } from './check-mail-server.ts'
export { drainOutbox } from './drain-outbox.ts'
export { type Mail, type MailOutcome, isMailAddress, withMailer } from './mail.ts'
export { type AddressedMessage, canSend, sendToAddress } from './send-to-address.ts'
export { type TopicFigures, outboxByTopic, replayTopic } from './outbox-figures-store.ts'
export { type OutboxEntry, queueOutbox, waitingInOutbox } from './outbox-store.ts'
/** What still waits to be sent to one person: counted, and taken back at an erasure. */
export { takeBackFor, waitingFor } from './person-outbox-store.ts'
