import type { CheckpointFault, EntryFault, TrustFault } from '../../kernel/tlog/index.ts'

/** What is wrong with a log, as one who stands outside of it can name it. */
export type LogFaultCode =
  | 'checkpoint-unreadable'
  | 'checkpoint-shrank'
  | 'wrong-key'
  | 'unknown-log'
  | 'quorum-missing'
  | 'fork'
  | 'tile-missing'
  | 'tile-mismatch'
  | 'bundle-missing'
  | 'bundle-truncated'
  | 'entry-rewritten'
  | 'entry-unreadable'
  | 'entry-after-freeze'
  | 'time-goes-back'
  | 'root-mismatch'

/** Why nothing can be said of a log. */
export type LogTroubleCode = 'unreachable' | 'policy-unusable' | 'state-unusable'

/** Where and how a log is at fault. */
export interface LogFaultDetail {
  /** Path below the log, such as `tile/0/000`. */
  readonly path?: string
  /** Number of the entry, from 0. */
  readonly index?: number
  /** Size that was verified before, or that is spoken of. */
  readonly size?: number
  /** Size of the checkpoint of now. */
  readonly nowSize?: number
  readonly reason?: CheckpointFault | TrustFault | EntryFault | 'bundle-width' | 'tile-length'
}

/** A log that is not what it says: thrown where it is found, told by `verifyLog`. */
export class LogFault extends Error {
  readonly code: LogFaultCode
  readonly detail: LogFaultDetail
  /** Signed notes that show it to everyone else, by file name. */
  readonly evidence: Readonly<Record<string, string>>
  constructor(
    code: LogFaultCode,
    detail: LogFaultDetail = {},
    evidence: Readonly<Record<string, string>> = {}
  ) {
    super(code)
    this.code = code
    this.detail = detail
    this.evidence = evidence
  }
}

/** Nothing can be said of the log: it does not answer, or what the asker gave cannot be used. */
export class LogTrouble extends Error {
  readonly code: LogTroubleCode
  constructor(code: LogTroubleCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
