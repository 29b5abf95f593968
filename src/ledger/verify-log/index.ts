// What a command needs to look through a log from outside.
export { verifyLog } from './verify-log.ts'
export type { LogReport, LogVerdict, VerifyLogOptions } from './verify-log.ts'
export { messages as faultMessages } from './messages-fault.ts'
