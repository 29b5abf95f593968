// What slices need of the platform; `html` and `http` have doors of their own.
export { type Clock, type ManualClock, manualClock, systemClock } from './clock.ts'
export type { Context } from './context.ts'
export * from './db/index.ts'
export { makeFolder, syncFolder, writeDurably, writeNew } from './durable-file.ts'
export { freeName } from './free-name.ts'
export {
  type FieldProblem,
  InvalidInputError,
  NotFoundError,
  PushbackError,
  Refusal,
  problem
} from './errors.ts'
export { fileMark } from './file-mark.ts'
export { bucketOf, isId, newId, plainIds } from './ids.ts'
export type { OutboxHandlers, OutboxMessage, ScheduledJob, SliceJobs } from './jobs.ts'
export { type Log, lineLog, silentLog } from './log.ts'
export { type Bilingual, type Lang, type Messages, defineMessages } from './text.ts'
