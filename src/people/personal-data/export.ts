/** `waiting`: being made, or about to be; `ready` until it expires; its bytes are then gone. */
export type ExportState = 'waiting' | 'ready' | 'expired'

/** A copy of everything about a person, as one ZIP. */
export interface DataExport {
  readonly bucket: number
  readonly id: string
  readonly person: string
  readonly state: ExportState
  readonly askedAt: Temporal.Instant
  /** Since when a process is at it, and said so last. */
  readonly takenAt: Temporal.Instant | null
  /** Parts that are written, of `total`: slices of the program. */
  readonly done: number
  readonly total: number
  readonly readyAt: Temporal.Instant | null
  readonly expiresAt: Temporal.Instant | null
  readonly sizeBytes: number | null
  readonly sha256: string | null
}

/** How long a copy is kept: it is all that there is about somebody, in one file. */
export const exportDays = 7

/** How long a link to it works. */
export const linkMinutes = 15

/** A process that has not been heard of for so long is followed by the next. */
export const silentSeconds = 120
