/** Something that happens at its instant; it may put more on the agenda. */
export interface Event {
  readonly at: Temporal.Instant
  readonly run: () => Promise<void>
}

/** What is still to happen, earliest first. */
export class Agenda {
  #events: Event[] = []

  /** Puts an event in its place; events of one instant keep the order in which they came. */
  add(event: Event): void {
    let low = 0
    let high = this.#events.length
    while (low < high) {
      const middle = (low + high) >> 1
      const there = this.#events[middle]
      if (there !== undefined && Temporal.Instant.compare(there.at, event.at) <= 0) low = middle + 1
      else high = middle
    }
    this.#events.splice(low, 0, event)
  }

  /** Takes the earliest event that is before `end`, or `null`. */
  next(end: Temporal.Instant): Event | null {
    const first = this.#events[0]
    if (first === undefined || Temporal.Instant.compare(first.at, end) >= 0) return null
    this.#events.shift()
    return first
  }
}

const zone = 'Asia/Tehran'

/** The first instant from `at` on in which a demonstration office would work (Saturday to Wednesday, 8 to 15). */
export function atTheOffice(at: Temporal.Instant, minute: number): Temporal.Instant {
  let local = at.toZonedDateTimeISO(zone)
  if (local.hour >= 15) local = local.add({ days: 1 }).with({ hour: 8, minute: 0 })
  if (local.hour < 8) local = local.with({ hour: 8, minute: 0 })
  // ISO weekdays: Thursday 4, Friday 5.
  while (local.dayOfWeek === 4 || local.dayOfWeek === 5) local = local.add({ days: 1 })
  return local.add({ minutes: minute }).toInstant()
}
