/**
 * Knows when this process stood still: the machine slept, the process was stopped, or got no turn. What
 * failed over such a time says nothing of the target, for the time was over before the answer could be
 * read.
 */
export class StallWatch {
  readonly #ticks: () => number
  readonly #timer: NodeJS.Timeout
  #seenAt: number
  #stalledAt = Number.NEGATIVE_INFINITY

  constructor(ticks: () => number) {
    this.#ticks = ticks
    this.#seenAt = ticks()
    this.#timer = setInterval(() => {
      this.#see()
    }, lookEveryMs)
    this.#timer.unref()
  }

  /** Whether it stood still at any time since then. */
  since(ticks: number): boolean {
    this.#see()
    return this.#stalledAt >= ticks
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #see(): void {
    const now = this.#ticks()
    if (now - this.#seenAt > stallMs) this.#stalledAt = now
    this.#seenAt = now
  }
}

const lookEveryMs = 200
const stallMs = 1000
