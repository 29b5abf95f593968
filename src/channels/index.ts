export { drainOutbox } from './drain-outbox.ts'
export { type OutboxEntry, queueOutbox } from './outbox-store.ts'
