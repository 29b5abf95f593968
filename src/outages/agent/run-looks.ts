import type { AgentClock } from './agent-clock.ts'
import type { HostWatch } from './host-watch.ts'
import { Lanes, laneLimits } from './lanes.ts'
import { look } from './look.ts'
import type { LookContext } from './look-context.ts'
import type { TimedOutcome } from './make-batches.ts'
import { StallWatch } from './stall-watch.ts'
import { type Beat, DueHeap, beatOf, graceOf, nextBeat } from './schedule.ts'
import type { ProbePlan, ProbeTarget } from './wire.ts'

interface Scheduled {
  readonly target: ProbeTarget
  readonly host: string
  readonly beat: Beat
}

interface Parts {
  readonly clock: AgentClock
  readonly underWayMax: number
  readonly hostWatch: HostWatch
  readonly report: (outcome: TimedOutcome) => void
  /** A fault of this program in a look; the agent goes on. */
  readonly onFault: (target: string, error: unknown) => void
}

// Looks of one tenth of a second begin together: to wake for each alone costs three times the look.
const tickMs = { least: 100, most: 1000 }
/** A new target with a long interval is first looked at within this. */
const firstLookMs = 60_000

/**
 * Looks at every target on its beat: never earlier, never twice at once, and what cannot begin in time is
 * left out. Beats are counted from the wall clock as it was when this began, and by ticks from then on: a
 * clock that steps moves none of them.
 */
export class Looks {
  readonly #parts: Parts
  readonly #lanes: Lanes<Scheduled>
  readonly #offset: number
  #context: LookContext | null = null
  #heap = new DueHeap<Scheduled>()
  #known = new Set<string>()
  readonly #looking = new Set<string>()
  readonly #stalls: StallWatch
  #timer: NodeJS.Timeout | null = null
  #skipped = 0

  constructor(parts: Parts) {
    this.#parts = parts
    const { wall, ticks } = parts.clock.now()
    this.#offset = wall - ticks
    this.#lanes = new Lanes(laneLimits(parts.underWayMax, []))
    this.#stalls = new StallWatch(() => parts.clock.ticks())
  }

  get underWay(): number {
    return this.#lanes.underWay
  }

  /** Looks left out since this was asked last. */
  takeSkipped(): number {
    const skipped = this.#skipped
    this.#skipped = 0
    return skipped
  }

  /**
   * Follows another plan from now on.
   * @param isFirst - Its targets are not new but those of the run before.
   */
  follow(plan: ProbePlan, context: LookContext, { isFirst }: { isFirst: boolean }): void {
    this.#tick()
    // Nothing is begun any more that this plan may not have; those beats come again.
    for (const { target } of this.#lanes.clear()) this.#looking.delete(target.id)
    this.#context = context
    const scheduled = plan.targets.map((target): Scheduled => {
      const beat = beatOf(target.everySeconds * 1000, plan.vantage, target.id)
      return { target, host: hostKey(target), beat }
    })
    this.#lanes.limits = laneLimits(
      this.#parts.underWayMax,
      scheduled.map(({ host, beat, target }) => ({
        host,
        everyMs: beat.everyMs,
        timeoutMs: target.timeoutMs
      }))
    )
    const now = this.#now()
    this.#heap = new DueHeap()
    for (const each of scheduled) {
      const isNew = !isFirst && !this.#known.has(each.target.id)
      const soon = isNew && each.beat.everyMs > firstLookMs
      const beat = soon ? beatOf(firstLookMs, plan.vantage, each.target.id) : each.beat
      this.#heap.add(nextBeat(now, beat), each)
    }
    this.#known = new Set(plan.targets.map(({ id }) => id))
    this.#wait()
  }

  /** Begins no more looks. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#stalls.stop()
    this.#heap = new DueHeap()
    this.#lanes.clear()
  }

  #now(): number {
    return this.#parts.clock.ticks() + this.#offset
  }

  #wait(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    const { nextDue } = this.#heap
    if (nextDue === null) return
    const left = Math.ceil(nextDue - this.#now())
    const wait = Math.min(Math.max(left, tickMs.least), tickMs.most)
    this.#timer = setTimeout(() => {
      this.#tick()
      this.#wait()
    }, wait)
  }

  #tick(): void {
    const now = this.#now()
    for (let due = this.#heap.takeDue(now); due !== null; due = this.#heap.takeDue(now)) {
      const { what } = due
      this.#heap.add(nextBeat(now, what.beat), what)
      const until = due.due + graceOf(what.beat.everyMs)
      if (now > until || this.#looking.has(what.target.id)) this.#skipped += 1
      else {
        this.#looking.add(what.target.id)
        if (this.#lanes.enter(what.host, what, until)) this.#begin(what)
      }
    }
  }

  #begin(what: Scheduled): void {
    void this.#look(what)
  }

  async #look({ target, host }: Scheduled): Promise<void> {
    const context = this.#context
    const ticks = this.#parts.clock.ticks()
    try {
      if (context !== null) {
        const wish = this.#parts.hostWatch.wish(target, ticks)
        const outcome = await look(target, context, wish)
        if (!outcome.ok && this.#stalls.since(ticks)) this.#skipped += 1
        else this.#parts.report({ target: target.id, ticks, ...outcome })
      }
    } catch (error) {
      this.#parts.onFault(target.id, error)
    }
    this.#looking.delete(target.id)
    const { begun, givenUp } = this.#lanes.leave(host, this.#now())
    this.#skipped += givenUp.length
    for (const { target: left } of givenUp) this.#looking.delete(left.id)
    for (const next of begun) this.#begin(next)
  }
}

/** The host that a look asks first. */
function hostKey({ check }: ProbeTarget): string {
  switch (check.kind) {
    case 'http':
      return URL.parse(check.url)?.host ?? ''
    case 'tcp':
      return `${check.host}:${String(check.port)}`
    case 'dns':
      return `dns ${check.server ?? ''}`
    case 'letter':
      return `letter ${check.origin}`
    case 'journey':
    case 'menu':
    default:
      return `walk ${check.origin}`
  }
}
