/** How many looks may be under way. */
export interface LaneLimits {
  readonly total: number
  ofHost(host: string): number
}

interface Waiting<T> {
  readonly what: T
  /** After this instant it is no longer begun. */
  readonly until: number
}

/**
 * Lets in no more looks than may be under way, in all and to one host; the others wait in order, and
 * give up when their time is over.
 */
export class Lanes<T> {
  limits: LaneLimits
  #total = 0
  readonly #underWay = new Map<string, number>()
  readonly #waiting = new Map<string, Waiting<T>[]>()

  constructor(limits: LaneLimits) {
    this.limits = limits
  }

  get underWay(): number {
    return this.#total
  }

  /** @returns Whether it may begin now; else it waits, and `leave` gives it back in its turn. */
  enter(host: string, what: T, until: number): boolean {
    const queue = this.#waiting.get(host)
    if (queue === undefined && this.#hasRoom(host)) {
      this.#begin(host)
      return true
    }
    if (queue === undefined) this.#waiting.set(host, [{ what, until }])
    else queue.push({ what, until })
    return false
  }

  /**
   * A look is over.
   * @returns Those that begin now instead, and those that gave up.
   */
  leave(host: string, now: number): { readonly begun: T[]; readonly givenUp: T[] } {
    const left = (this.#underWay.get(host) ?? 1) - 1
    if (left === 0) this.#underWay.delete(host)
    else this.#underWay.set(host, left)
    this.#total -= 1
    return this.#fill(now)
  }

  /** Takes everyone out who waits, and gives them back. */
  clear(): T[] {
    const all = [...this.#waiting.values()].flatMap((queue) => queue.map(({ what }) => what))
    this.#waiting.clear()
    return all
  }

  #fill(now: number): { begun: T[]; givenUp: T[] } {
    const begun: T[] = []
    const givenUp: T[] = []
    for (const [host, queue] of this.#waiting) {
      while (queue.length > 0 && this.#hasRoom(host)) {
        const first = queue.shift()
        if (first === undefined) break
        if (first.until < now) {
          givenUp.push(first.what)
          continue
        }
        this.#begin(host)
        begun.push(first.what)
      }
      if (queue.length === 0) this.#waiting.delete(host)
      if (this.#total >= this.limits.total) break
    }
    return { begun, givenUp }
  }

  #hasRoom(host: string): boolean {
    const { total } = this.limits
    return this.#total < total && (this.#underWay.get(host) ?? 0) < this.limits.ofHost(host)
  }

  #begin(host: string): void {
    this.#total += 1
    this.#underWay.set(host, (this.#underWay.get(host) ?? 0) + 1)
  }
}

const ofOneHost = { least: 4, most: 256 }

/**
 * Enough for every target of a host even if each look took its whole time, so that a host that is silent
 * is found silent by all of its targets, and no more.
 * @param looks - Of each target the host, its interval and its time.
 */
export function laneLimits(
  total: number,
  looks: readonly { readonly host: string; readonly everyMs: number; readonly timeoutMs: number }[]
): LaneLimits {
  const needed = new Map<string, number>()
  for (const { host, everyMs, timeoutMs } of looks) {
    needed.set(host, (needed.get(host) ?? 0) + Math.min(1, timeoutMs / everyMs))
  }
  return {
    total,
    ofHost: (host) => {
      // What is needed on average, and half as much again for the beats that fall together.
      const room = Math.ceil((needed.get(host) ?? 0) * 1.5)
      return Math.min(Math.max(room, ofOneHost.least), ofOneHost.most)
    }
  }
}
