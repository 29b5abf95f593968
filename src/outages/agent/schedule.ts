/** When a target is looked at: at every instant that is `phaseMs` after a whole number of intervals. */
export interface Beat {
  readonly everyMs: number
  /** From 0, less than `everyMs`. */
  readonly phaseMs: number
}

/**
 * Spreads targets over their interval: the same target has the same phase after each start, another
 * vantage point another one.
 */
export function beatOf(everyMs: number, ...names: readonly string[]): Beat {
  return { everyMs, phaseMs: mix(names.join('\n')) % everyMs }
}

/** A hash of 32 bits whose every bit hangs on the whole text (FNV-1a, finished as MurmurHash3 is). */
function mix(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The first beat after an instant; never more than one interval later. */
export function nextBeat(after: number, { everyMs, phaseMs }: Beat): number {
  const next = Math.floor((after - phaseMs) / everyMs) * everyMs + phaseMs
  return next > after ? next : next + everyMs
}

/**
 * How late a look may begin. What is later than this is left out: after a sleep or a jam every target
 * waits for its next beat, and nothing is made up for.
 */
export function graceOf(everyMs: number): number {
  return Math.min(everyMs / 2, 5000)
}

/** Things with the instant at which each is due; the earliest comes first. */
export class DueHeap<T> {
  readonly #items: { readonly due: number; readonly what: T }[] = []

  get size(): number {
    return this.#items.length
  }

  /** When the next is due; `null` where there is none. */
  get nextDue(): number | null {
    return this.#items[0]?.due ?? null
  }

  add(due: number, what: T): void {
    const items = this.#items
    let at = items.length
    const item = { due, what }
    items.push(item)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = items[above]
      if (parent === undefined || parent.due <= due) break
      items[at] = parent
      at = above
    }
    items[at] = item
  }

  /** Takes out the earliest if it is due; `null` where nothing is. */
  takeDue(now: number): { readonly due: number; readonly what: T } | null {
    const [first] = this.#items
    if (first === undefined || first.due > now) return null
    const last = this.#items.pop()
    if (last !== undefined && last !== first) this.#sink(last)
    return first
  }

  #sink(item: { readonly due: number; readonly what: T }): void {
    const items = this.#items
    let at = 0
    for (;;) {
      const [left, right] = [items[2 * at + 1], items[2 * at + 2]]
      if (left === undefined) break
      const isRight = right !== undefined && right.due < left.due
      const child = isRight ? right : left
      if (child.due >= item.due) break
      items[at] = child
      at = 2 * at + (isRight ? 2 : 1)
    }
    items[at] = item
  }
}
