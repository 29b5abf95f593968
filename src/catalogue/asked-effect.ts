/** From when a version is asked to be in force; as soon as its notice was seen where absent. */
export interface AskedEffect {
  readonly effectiveAt?: Temporal.Instant | undefined
}

/** Who publishes, when, and from when it is asked to hold. */
export interface Publication extends AskedEffect {
  readonly actor: string
  readonly at: Temporal.Instant
}
