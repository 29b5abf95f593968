import type { ProbeBatch, ProbeResult } from '../agent/wire.ts'
import type { WatchTarget } from './target.ts'

/** One report, and when it came. */
export interface Report {
  readonly batch: ProbeBatch
  readonly receivedAt: Temporal.Instant
  /** Header of the sending: what passed since the batch was made. */
  readonly batchAge: unknown
}

/** A result, when it was by this desk's clock, and of which target. */
export interface PlacedResult {
  readonly index: number
  readonly result: ProbeResult
  readonly at: Temporal.Instant
  readonly target: WatchTarget
}
