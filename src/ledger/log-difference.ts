/** Something in the rows, the files or the signer that is not what the rest says. */
export interface LogDifference {
  /** What it is: `fact-edited`, `tile-row-differs`, `rows-behind-signer`, `fork`, … */
  readonly what: string
  /** The shard; `null` where the difference is about facts alone. */
  readonly log: string | null
  /** Which fact, entry or tile. */
  readonly at: string
}
