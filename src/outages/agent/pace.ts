/** How long to wait after so many failures in a row. */
export interface PaceLimits {
  readonly firstMs: number
  readonly mostMs: number
}

/**
 * Doubles with each failure, and is spread, so that agents that lost the desk together do not come back
 * together.
 * @param failures - In a row, from 1.
 * @param asked - What the desk asks for; never less than that is waited.
 * @param random - From 0, less than 1.
 */
export function backOff(
  failures: number,
  { firstMs, mostMs }: PaceLimits,
  { asked, random }: { asked: number | null; random: number }
): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 30))
  const own = full * (0.5 + random / 2)
  return asked === null ? own : Math.max(own, asked * (1 + random / 10))
}

/** A fifth more or less, so that agents of one start do not report at one time. */
export function spread(milliseconds: number, random: number): number {
  return milliseconds * (0.8 + random * 0.4)
}
