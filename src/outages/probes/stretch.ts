/** What one vantage point found at one target, while the answer stayed the same. */
export interface ProbeStretch {
  readonly target: string
  /** Id of the vantage point. */
  readonly vantage: string
  readonly up: boolean
  /** First result. */
  readonly from: Temporal.Instant
  /** Last result so far. */
  readonly to: Temporal.Instant
  /** How many results. */
  readonly count: number
  /** Why the last one failed; `null` while it is up. */
  readonly reason: string | null
  readonly detail: string | null
  /** How long the last answer took. */
  readonly tookMs: number
}
