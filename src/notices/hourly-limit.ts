const hourMilliseconds = 3_600_000
const placesMax = 50_000

/** Counts what comes from each place in an hour, in the memory of this process. */
export class HourlyLimit {
  readonly #most: number
  readonly #counts = new Map<string, { count: number; readonly since: number }>()

  constructor(most: number) {
    this.#most = most
  }

  /** Counts one more from a network address. @returns False where it is one too many. */
  take(address: string, now: Temporal.Instant): boolean {
    const at = now.epochMilliseconds
    const place = placeOf(address)
    const known = this.#counts.get(place)
    if (known === undefined || at - known.since >= hourMilliseconds) {
      if (this.#counts.size >= placesMax) this.#counts.clear()
      this.#counts.set(place, { count: 1, since: at })
      return true
    }
    known.count += 1
    return known.count <= this.#most
  }
}

/** A household has one address of version 4, and a whole network of version 6: its first four groups. */
function placeOf(address: string): string {
  return address.includes(':') && !address.includes('.')
    ? address.split(':').slice(0, 4).join(':')
    : address
}
