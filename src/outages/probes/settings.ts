/** How an authority watches its site. */
export interface ProbeSettings {
  /** Seconds from one probe of a target to the next, 1 to 3600. */
  readonly everySeconds: number
  /** Milliseconds after which a target that has not answered has failed. */
  readonly timeoutMs: number
  /** Failures in a row after which a vantage point holds a target for down. */
  readonly failuresInARow: number
  /** Successes in a row after which it holds it for up again. */
  readonly successesInARow: number
  /** The notice of an outage says that news follows within so many minutes. */
  readonly nextUpdateMinutes: number
}

/** What holds where nobody has changed anything: 3 failures, a minute apart (SK-3.6). */
export const usualSettings: ProbeSettings = {
  everySeconds: 60,
  timeoutMs: 10_000,
  failuresInARow: 3,
  successesInARow: 3,
  nextUpdateMinutes: 30
}

/** What each setting may be, both ends included. */
export const settingLimits: Readonly<
  Record<keyof ProbeSettings, { readonly least: number; readonly most: number }>
> = {
  everySeconds: { least: 1, most: 3600 },
  timeoutMs: { least: 200, most: 60_000 },
  failuresInARow: { least: 1, most: 60 },
  successesInARow: { least: 1, most: 60 },
  nextUpdateMinutes: { least: 5, most: 1440 }
}
